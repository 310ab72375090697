# The network that the order system lives in. One per environment.

module "key" {
  source = "../../modules/kms-key"

  name        = "${var.name}-network"
  description = "Flow logs and disks, ${var.environment}"

  service_principals = ["ec2.amazonaws.com", "logs.amazonaws.com"]
}

module "vpc" {
  source = "../../modules/vpc"

  name               = var.name
  cidr               = var.cidr
  zones              = var.zones
  single_nat_gateway = var.single_nat_gateway
  flow_log_days      = var.flow_log_days
  log_key_arn        = module.key.arn
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
