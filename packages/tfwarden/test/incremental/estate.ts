/** A small estate with everything that ties files together: what a change of one may mean for others. By path relative to the boundary. */
export const ESTATE: Readonly<Record<string, string>> = {
  'live/production/main.tf': `
locals {
  name    = "orders-\${var.environment}"
  network = { a = "10.0.0.0/16", b = var.office }
  tags    = merge({ Team = "orders" }, var.tags)
}

module "storage" {
  source      = "../../modules/storage"
  name        = local.name
  environment = var.environment
  versioned   = var.versioned
}

module "network" {
  for_each = local.network
  source   = "../../modules/network"
  name     = each.key
  cidrs    = [each.value]
}

# tfsec:ignore:aws-sqs-enable-queue-encryption
resource "aws_sqs_queue" "orders" {
  name = "\${local.name}-\${module.storage.bucket}"
}

resource "aws_sqs_queue_policy" "orders" {
  queue_url = aws_sqs_queue.orders.id
  policy    = file("policies/queue.json")
}

resource "aws_instance" "worker" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
  user_data     = templatefile("\${path.module}/templates/boot.sh", { name = local.name, debug = var.debug })

  metadata_options {
    http_tokens   = var.imdsv2 ? "required" : "optional"
    http_endpoint = "enabled"
  }
}
`,
  'live/production/variables.tf': `
variable "environment" {
  type    = string
  default = "production"
}

variable "office" {
  default = "0.0.0.0/0"
}

variable "versioned" {
  type    = bool
  default = false
}

variable "imdsv2" {
  type    = bool
  default = false
}

variable "debug" {
  default = true
}

variable "tags" {
  type    = map(string)
  default = {}
}
`,
  'live/production/terraform.tfvars': `
environment = "production"
office      = "192.0.2.0/24"
imdsv2      = true
`,
  'live/production/debug.auto.tfvars': `
debug     = false
versioned = true
`,
  'live/production/policies/queue.json': `{
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "sqs:*", "Principal": "*", "Resource": "*" }]
}
`,
  'live/production/templates/boot.sh': `#!/bin/sh
export NAME=\${name}
%{ if debug }
export PASSWORD=hunter2hunter2
%{ endif }
`,
  'live/staging/main.tf': `
module "storage" {
  source      = "../../modules/storage"
  name        = "orders-staging"
  environment = "staging"
  versioned   = false
}

module "tables" {
  source = "../../modules/tables"
  names  = toset([for file in fileset(path.module, "tables/*.json") : jsondecode(file(file)).name])
}

module "elsewhere" {
  source = "terraform-aws-modules/vpc/aws"
}

resource "aws_s3_bucket_versioning" "storage" {
  bucket = module.storage.bucket
  versioning_configuration {
    status = "Enabled"
  }
}

data "aws_iam_policy_document" "read" {
  statement {
    actions   = ["s3:*"]
    resources = ["*"]
  }
}

resource "aws_iam_policy" "read" {
  name   = "read"
  policy = data.aws_iam_policy_document.read.json # trivy:ignore:aws-iam-no-policy-wildcards
}
`,
  'live/staging/tables/orders.json': '{ "name": "orders" }\n',
  'live/staging/tables/returns.json': '{ "name": "returns" }\n',
  'live/sandbox/main.tf': `
resource "aws_dynamodb_table" "plain" {
  name     = "plain"
  hash_key = "id"
}
`,
  'live/sandbox/main.tofu': `
module "network" {
  source = "../../modules/network"
  name   = "sandbox"
  cidrs  = var.cidrs
}

variable "cidrs" {
  default = ["10.1.0.0/16"]
}

resource "aws_security_group_rule" "more" {
  type              = "ingress"
  security_group_id = module.network.group
  from_port         = 22
  to_port           = 22
  protocol          = "tcp"
  cidr_blocks       = var.cidrs
}
`,
  'live/sandbox/change_override.tf': `
resource "aws_security_group_rule" "more" {
  description = local.undeclared
}
`,
  'modules/storage/main.tf': `
module "naming" {
  source      = "../naming"
  name        = var.name
  environment = var.environment
}

resource "aws_s3_bucket" "data" {
  bucket = module.naming.full
  tags   = module.naming.tags
}

resource "aws_s3_bucket_versioning" "data" {
  count  = var.versioned ? 1 : 0
  bucket = aws_s3_bucket.data.id
  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_public_access_block" "data" {
  bucket                  = aws_s3_bucket.data.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = var.environment == "production"
}
`,
  'modules/storage/variables.tf': `
variable "name" {
  type = string
}

variable "environment" {
  type = string
  validation {
    condition     = length(var.environment) > 3
    error_message = "Too short."
  }
}

variable "versioned" {
  type    = bool
  default = true
}

output "bucket" {
  value = aws_s3_bucket.data.id
}
`,
  'modules/naming/main.tf': `
variable "name" {}

variable "environment" {}

locals {
  full = "\${var.name}-\${var.environment}"
}

output "full" {
  value = local.full
}

output "tags" {
  value = { Name = local.full }
}
`,
  'modules/network/main.tf': `
variable "name" {}

variable "cidrs" {
  type = list(string)
}

resource "aws_security_group" "main" {
  name = var.name

  dynamic "ingress" {
    for_each = var.cidrs
    content {
      description = "from \${ingress.value}"
      from_port   = 443
      to_port     = 443
      protocol    = "tcp"
      cidr_blocks = [ingress.value]
    }
  }

  egress {
    description = "everywhere" #tfsec:ignore:*
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

output "group" {
  value = aws_security_group.main.id
}
`,
  'modules/tables/main.tf.json': `{
  "variable": { "names": { "type": "set(string)" } },
  "resource": {
    "aws_dynamodb_table": {
      "all": {
        "for_each": "\${var.names}",
        "name": "\${each.key}",
        "hash_key": "id",
        "point_in_time_recovery": [{ "enabled": "\${each.key == \\"orders\\"}" }]
      }
    }
  }
}
`,
  'tools/cache/main.tf': `
provider "aws" {
  region     = "eu-west-1"
  access_key = "AKIAIOSFODNN7EXAMPLE"
}

resource "aws_elasticache_replication_group" "cache" {
  replication_group_id       = "cache"
  description                = "cache"
  transit_encryption_enabled = false
}
`,
  'README.md': 'An estate.\n',
};
