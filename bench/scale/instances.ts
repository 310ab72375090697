/**
 * A bucket with companions and a table, each as often as `size` says, from a map that is worked out.
 * @param size  a multiple of 20
 * @param wrongEvery  which of the tables are wrong: 1 means all of them
 */
export function instancesText(size: number, wrongEvery: number): string {
  // `range` makes at most 1,024 numbers, in Terraform too.
  const step = 20;
  return `locals {
  numbers = [for pair in setproduct(range(${size / step}), range(${step})) : pair[0] * ${step} + pair[1]]

  buckets = {
    for number in local.numbers : "orders-\${number}" => {
      encrypted = number % ${wrongEvery} != 0
      tier      = number % 2 == 0 ? "standard" : "archive"
    }
  }
}

resource "aws_kms_key" "orders" {
  enable_key_rotation = true
}

resource "aws_s3_bucket" "orders" {
  for_each = local.buckets

  bucket = each.key
  tags   = { Tier = each.value.tier }
}

resource "aws_s3_bucket_public_access_block" "orders" {
  for_each = local.buckets

  bucket                  = aws_s3_bucket.orders[each.key].id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_versioning" "orders" {
  for_each = aws_s3_bucket.orders

  bucket = each.value.id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_dynamodb_table" "orders" {
  for_each = local.buckets

  name     = each.key
  hash_key = "id"

  point_in_time_recovery {
    enabled = each.value.encrypted
  }

  server_side_encryption {
    enabled     = each.value.encrypted
    kms_key_arn = aws_kms_key.orders.arn
  }
}
`;
}
