#tfsec:ignore:AWS086 the table is rebuilt every night
resource "aws_dynamodb_table" "above" {
  hash_key = "id" # trivy:ignore:AVD-AWS-0025
}

resource "aws_dynamodb_table" "header" { # tfsec:ignore:aws-dynamodb-* a cache
  hash_key = "id"
}

# tfsec:ignore:aws-dynamodb-enable-recovery
# A plain comment may stand between.
# TFSEC:IGNORE:aws-dynamodb-table-customer-key,AWS086
resource "aws_dynamodb_table" "stacked" {
  hash_key = "id"
}

# tfsec:ignore:AWS086:exp:2026-11-22 on its last day
resource "aws_dynamodb_table" "last_day" {
  hash_key = "id"
}

# tfsec:ignore:AWS086:exp:2026-11-21 a day late
resource "aws_dynamodb_table" "expired" {
  hash_key = "id"
}

# tfsec:ignore:AWS999 no such check
resource "aws_dynamodb_table" "unknown" {
  hash_key = "id"
}

resource "aws_dynamodb_table" "text" {
  hash_key = "id"
  name     = "not a comment: tfsec:ignore:AWS086"
}

resource "aws_dynamodb_table" "some" {
  # tfsec:ignore:AWS086[name=orders-us] nobody reads it
  for_each = toset(["eu", "us"])
  name     = "orders-${each.key}"
  hash_key = "id"
}

# tfsec:ignore:AWS086[name=audit-us] nobody reads it
resource "aws_dynamodb_table" "audit" {
  for_each = toset(["eu", "us"])
  name     = "audit-${each.key}"
  hash_key = "id"
}

# tfsec:ignore:AWS086:ws:production
resource "aws_dynamodb_table" "other_workspace" {
  hash_key = "id"
}
