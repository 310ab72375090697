variable "name" {
  type = string
}

variable "recovery" {
  type    = bool
  default = true
}

resource "aws_dynamodb_table" "this" {
  name     = var.name
  hash_key = "id"

  server_side_encryption {
    enabled     = true
    kms_key_arn = "arn:aws:kms:eu-central-1:111122223333:key/0d7a"
  }

  point_in_time_recovery {
    enabled = var.recovery
  }
}
