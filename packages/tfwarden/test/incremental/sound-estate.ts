/** An estate without problems but for a module that is not installed, whose modules depend on each other in many ways. By path relative to the boundary. */
export const SOUND_ESTATE: Readonly<Record<string, string>> = {
  'live/main.tf': `
module "assets" {
  source = "../modules/bucket"
  name   = "assets"
  public = false
}

module "logs" {
  source = "../modules/bucket"
  name   = module.naming.logs
  public = var.public
}

module "naming" {
  source = "../modules/naming"
  team   = "orders"
}

module "queues" {
  for_each = module.naming.all
  source   = "../modules/queue"
  name     = each.key
  policy   = module.naming.policy
  key      = each.value
}

module "service" {
  source  = "../modules/service"
  bucket  = module.assets.id
  name    = module.naming.team
  subnets = ["10.0.0.0/16"]
}

module "elsewhere" {
  source = "terraform-aws-modules/vpc/aws"
  cidr   = module.naming.networks[0]
}

module "guards" {
  source = "../modules/guards"
  names  = ["assets", "own"]
}

resource "aws_s3_bucket" "own" {
  bucket = "own"
}

resource "aws_sqs_queue" "own" {
  name              = "own"
  kms_master_key_id = module.naming.key
}

resource "aws_sqs_queue_policy" "own" {
  queue_url = aws_sqs_queue.own.id
  policy    = module.naming.queue_policy
}

resource "aws_security_group_rule" "own" {
  type              = "ingress"
  security_group_id = module.service.group
  from_port         = 22
  to_port           = 22
  protocol          = "tcp"
  cidr_blocks       = module.naming.networks
}

resource "aws_s3_bucket_versioning" "assets" {
  bucket = module.assets.id
  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_public_access_block" "logs" {
  bucket                  = "logs"
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_iam_policy" "read" {
  name   = "read"
  policy = module.naming.policy
}

variable "public" {
  default = true
}

output "name" {
  value = module.naming.team
}
`,
  'live/more.tf': `
locals {
  port = 443
  open = "0.0.0.0/0"
}

resource "aws_security_group" "own" {
  description = "own"

  ingress {
    description = "all" # tfsec:ignore:aws-ec2-no-public-ingress-sgr
    from_port   = local.port
    to_port     = local.port
    protocol    = "tcp"
    cidr_blocks = [local.open]
  }
}
`,
  'stage/main.tf': `
module "service" {
  source  = "../modules/service"
  bucket  = "orders"
  name    = "returns"
  subnets = ["0.0.0.0/0", "10.0.0.0/16"]
}

#tfsec:ignore:aws-sqs-enable-queue-encryption
module "queue" {
  source = "../modules/queue"
  name   = "orders"
  key    = ""
}

module "nothing" {
  count  = 0
  source = "../modules/bucket"
  name   = "never"
}

resource "aws_sqs_queue_policy" "queue" {
  queue_url = module.queue.url
  policy    = data.aws_iam_policy_document.all.json
}

data "aws_iam_policy_document" "all" {
  statement {
    actions   = ["sqs:*"]
    resources = ["*"]
    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
  }
}
`,
  'modules/bucket/main.tf': `
variable "name" {
  type = string
}

variable "public" {
  type    = bool
  default = false
}

resource "aws_s3_bucket" "main" {
  bucket = var.name
}

resource "aws_s3_bucket_acl" "main" {
  bucket = aws_s3_bucket.main.id
  acl    = var.public ? "public-read" : "private"
}

resource "aws_s3_bucket_server_side_encryption_configuration" "main" {
  count  = var.public ? 0 : 1
  bucket = aws_s3_bucket.main.id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "aws:kms"
    }
  }
}

output "id" {
  value = aws_s3_bucket.main.id
}

output "name" {
  value = var.name
}
`,
  'modules/naming/main.tf': `
variable "team" {}

locals {
  all = { orders = "", returns = "alias/aws/sqs" }
}

output "team" {
  value = var.team
}

output "logs" {
  value = "logs"
}

output "all" {
  value = local.all
}
`,
  'modules/guards/main.tf': `
variable "names" {
  type = list(string)
}

resource "aws_s3_bucket_public_access_block" "named" {
  count                   = length(var.names)
  bucket                  = var.names[count.index]
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_versioning" "logs" {
  bucket = "logs"
  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "orders" {
  bucket = "own"
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "aws:kms"
    }
  }
}
`,
  'modules/naming/keys.tf': `
locals {
  cmk      = "orders"
  networks = ["10.0.0.0/8", "0.0.0.0/0"]
}

output "key" {
  value = local.cmk
}

output "networks" {
  value = local.networks
}

output "queue_policy" {
  value = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "*"
      Principal = "*"
      Resource  = "*"
    }]
  })
}
`,
  'modules/naming/policy.tf': `
data "aws_iam_policy_document" "read" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["*"]
  }
}

output "policy" {
  value = data.aws_iam_policy_document.read.json
}
`,
  'modules/queue/main.tf': `
variable "name" {}

variable "key" {
  default = "alias/aws/sqs"
}

variable "policy" {
  default = ""
}

resource "aws_sqs_queue" "main" {
  name              = var.name
  kms_master_key_id = var.key
}

resource "aws_sqs_queue_policy" "main" {
  count     = var.policy == "" ? 0 : 1
  queue_url = aws_sqs_queue.main.id
  policy    = var.policy
}

output "url" {
  value = aws_sqs_queue.main.id
}
`,
  'modules/service/main.tf': `
variable "bucket" {}

variable "name" {}

variable "subnets" {
  type = list(string)
}

module "queue" {
  source = "../queue"
  name   = "\${var.name}-service"
}

module "logs" {
  source = "../bucket"
  name   = "\${var.name}-logs"
  public = true
}

resource "aws_s3_bucket_logging" "main" {
  bucket        = var.bucket
  target_bucket = module.logs.id
  target_prefix = "service/"
}

resource "aws_security_group" "main" {
  name        = var.name
  description = "service"

  dynamic "ingress" {
    for_each = var.subnets
    content {
      description = "from \${ingress.value}"
      from_port   = 22
      to_port     = 22
      protocol    = "tcp"
      cidr_blocks = [ingress.value]
    }
  }
}

resource "aws_security_group_rule" "out" {
  type              = "egress"
  security_group_id = aws_security_group.main.id
  from_port         = 0
  to_port           = 65535
  protocol          = "tcp"
  cidr_blocks       = [module.queue.url == "" ? "10.0.0.0/8" : "0.0.0.0/0"]
}

output "group" {
  value = aws_security_group.main.id
}
`,
};
