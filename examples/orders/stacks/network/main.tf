# The network that the order system lives in. One per environment.

module "vpc" {
  source = "../../modules/vpc"

  name               = var.name
  cidr               = var.cidr
  zones              = var.zones
  single_nat_gateway = var.single_nat_gateway
  flow_log           = var.flow_log

  # The bastion and the NAT gateways are the only tenants of the public subnets.
  public_ip_on_launch = var.bastion.enabled
}

resource "aws_route53_zone" "internal" {
  name    = "${var.environment}.harrowlane.internal"
  comment = "Names of things that nobody outside should look up"

  vpc {
    vpc_id = module.vpc.id
  }
}

resource "aws_vpc_dhcp_options" "this" {
  domain_name         = aws_route53_zone.internal.name
  domain_name_servers = ["AmazonProvidedDNS"]
}

resource "aws_vpc_dhcp_options_association" "this" {
  vpc_id          = module.vpc.id
  dhcp_options_id = aws_vpc_dhcp_options.this.id
}
