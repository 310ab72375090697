/**
 * Four roots that show one of everything a report may hold: places in documents inside strings, in tfvars and in JSON, values that are sensitive or not
 * known, ignore comments, modules that are shared, missing or refused, files that do not parse, text that is not ASCII.
 */
export const HARD_ESTATE: Readonly<Record<string, string>> = {
  'live/orders/main.tf': `variable "cidr" {}
variable "token" {
  sensitive = true
}
variable "unset" {
  type = bool
}

module "store" {
  for_each  = toset(["eu", "us"])
  source    = "../../modules/store"
  name      = "orders-\${each.key}"
  encrypted = false
}

# Größe und Öffnung 🪣 der Ports
resource "aws_security_group" "web" {
  description = "Zugriff für alle"
  ingress {
    description = "offen"
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = [/* é é 🪣 */ var.cidr]
  }
}

resource "aws_dynamodb_table" "maybe" {
  hash_key = "id"
  point_in_time_recovery {
    enabled = var.unset
  }
}

resource "aws_ssm_parameter" "token" {
  name  = "token"
  type  = "String"
  value = var.token
}

output "missing" {
  value = local.nowhere
}
`,
  'live/orders/terraform.tfvars': `cidr  = "0.0.0.0/0"
token = "AKIAIOSFODNN7EXAMPLE"
`,
  'live/billing/main.tf': `module "store" {
  source    = "../../modules/store"
  name      = "billing"
  encrypted = false
}

module "network" {
  source = "terraform-aws-modules/vpc/aws"
}

module "queue" {
  source = "terraform-aws-modules/sqs/aws"
}

module "outside" {
  source = "../../../elsewhere"
}

resource "aws_dynamodb_table" "invoices" { #tfsec:ignore:aws-dynamodb-enable-recovery:exp:2020-01-01
  hash_key = "id"
}

# tfsec:ignore:AWS086 known for long
resource "aws_dynamodb_table" "ledger" {
  hash_key = "id"
  colour   = blue
}
`,
  'live/billing/policy.tf.json': `{
  "resource": {
    "aws_iam_policy": {
      "all": {
        "name": "all",
        "policy": "{\\"Version\\": \\"2012-10-17\\", \\"Statement\\": [{\\"Effect\\": \\"Allow\\", \\"Action\\": [\\"s3:*\\"], \\"Resource\\": [\\"*\\"], \\"Note\\": \\"\${path.module}\\"}]}"
      }
    },
    "aws_s3_bucket": { "logs": { "bucket": "logs-\${terraform.workspace}", "acl": "\${join(\\"-\\", [\\"public\\", \\"read\\"])}" } }
  }
}
`,
  'live/broken/main.tf': `resource "aws_s3_bucket" "half" {
  bucket = 
}

resource "aws_s3_bucket" "whole" {
  bucket = "whole"
}

module "store" {
  source    = "../../modules/store"
  name      = local.absent
  encrypted = "perhaps"
}
`,
  'live/users/main.tofu': `locals {
  documents = { for name in ["reader", "writer"] : name => {
    statements = [{ actions = ["*"], resources = ["*"] }]
  } }
}

data "aws_iam_policy_document" "user" {
  for_each = local.documents
  dynamic "statement" {
    for_each = each.value.statements
    content {
      actions   = statement.value.actions
      resources = statement.value.resources
    }
  }
}

resource "aws_iam_policy" "user" {
  for_each = data.aws_iam_policy_document.user
  name     = each.key
  policy   = each.value.json
}

resource "aws_instance" "shell" {
  ami       = "ami-1"
  user_data = templatefile("\${path.module}/start.tftpl", { key = "AKIAIOSFODNN7EXAMPLE" })
}
`,
  'live/users/start.tftpl': '#!/bin/sh\nexport AWS_ACCESS_KEY_ID=${key}\n%{ for part in [key] }${part}%{ endfor }\n',
  'modules/store/main.tf': `variable "name" {}
variable "encrypted" {
  type = bool
}

resource "aws_s3_bucket" "this" {
  bucket = var.name
  # trivy:ignore:AVD-AWS-0088[bucket=orders-eu]
}

resource "aws_ebs_volume" "this" {
  availability_zone = "eu-west-1a"
  size              = 8
  encrypted         = var.encrypted
}

resource "aws_sqs_queue" "this" { # checkov:skip=CKV_AWS_27:on purpose
  name = var.name
}
`,
};

/** Checks of the user, one with a range inside a block. */
export const HARD_ESTATE_CHECKS = `checks:
- code: NAMES
  description: Names begin with the team
  severity: MEDIUM
  requiredTypes: [resource]
  requiredLabels: [aws_s3_bucket, aws_sqs_queue]
  matchSpec: { action: startsWith, name: bucket, value: team- }
- code: PORTS
  description: No shell
  severity: CRITICAL
  requiredTypes: [resource]
  requiredLabels: [aws_security_group]
  matchSpec: { action: not, predicateMatchSpec: [{ action: isPresent, name: ingress }] }
`;
