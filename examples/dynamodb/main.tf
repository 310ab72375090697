# The table behind the checkout. Scan this folder with:
#
#   npx tfwarden examples/dynamodb

terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
  }
}

resource "aws_dynamodb_table" "orders" {
  name         = "orders"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "order_id"

  attribute {
    name = "order_id"
    type = "S"
  }

  # There is no point_in_time_recovery block, so a bad write cannot be rolled back.
}
