variable "pitr" {
  type    = bool
  default = false
}

variable "archive_pitr" {
  type = bool
}

# Off through the default of a variable.
resource "aws_dynamodb_table" "orders" {
  name             = "orders"
  hash_key         = "id"
  billing_mode     = "PAY_PER_REQUEST"
  stream_enabled   = true
  stream_view_type = "NEW_IMAGE"

  attribute {
    name = "id"
    type = "S"
  }

  point_in_time_recovery {
    enabled = var.pitr
  }
}

# On in one instance, off in the other.
resource "aws_dynamodb_table" "customers" {
  for_each = { eu = true, us = false }

  name     = "customers-${each.key}"
  hash_key = "id"

  attribute {
    name = "id"
    type = "S"
  }

  point_in_time_recovery {
    enabled = each.value
  }
}

# Nobody can know before apply.
resource "aws_dynamodb_table" "archive" {
  name     = "archive"
  hash_key = "id"

  attribute {
    name = "id"
    type = "S"
  }

  point_in_time_recovery {
    enabled = var.archive_pitr
  }
}

# No table at all.
resource "aws_dynamodb_table" "retired" {
  count    = 0
  name     = "retired"
  hash_key = "id"
}
