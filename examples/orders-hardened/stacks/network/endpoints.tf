data "aws_region" "current" {}

# Gateway endpoints cost nothing and keep S3 and DynamoDB traffic off the NAT gateways.
resource "aws_vpc_endpoint" "gateway" {
  for_each = {
    s3 = jsonencode({
      Version = "2012-10-17"
      Statement = [{
        Sid       = "OwnBucketsAndImages"
        Effect    = "Allow"
        Principal = "*"
        Action    = ["s3:GetObject", "s3:PutObject", "s3:ListBucket"]
        Resource = [
          "arn:aws:s3:::harrow-${var.environment}-*",
          "arn:aws:s3:::prod-${data.aws_region.current.region}-starport-layer-bucket/*",
        ]
      }]
    })

    # The default policy lets everything through. The tables have their own guards.
    dynamodb = null
  }

  vpc_id            = module.vpc.id
  service_name      = "com.amazonaws.${data.aws_region.current.region}.${each.key}"
  vpc_endpoint_type = "Gateway"
  route_table_ids   = module.vpc.private_route_table_ids
  policy            = each.value
}

module "endpoint_access" {
  source = "../../modules/security-group"

  name        = "${var.name}-endpoints"
  description = "AWS APIs inside the VPC"
  vpc_id      = module.vpc.id

  ingress = {
    vpc = {
      description = "HTTPS from the VPC"
      port        = 443
      cidr        = var.cidr
    }
  }
}

resource "aws_vpc_endpoint" "interface" {
  for_each = var.interface_endpoints

  vpc_id              = module.vpc.id
  service_name        = "com.amazonaws.${data.aws_region.current.region}.${each.key}"
  vpc_endpoint_type   = "Interface"
  subnet_ids          = module.vpc.private_subnet_ids
  security_group_ids  = [module.endpoint_access.id]
  private_dns_enabled = true
}
