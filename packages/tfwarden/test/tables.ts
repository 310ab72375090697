/** A table with findings of several severities. */
export const TABLE = 'resource "aws_dynamodb_table" "orders" {\n  hash_key = "id"\n}\n';

/** A table without findings. */
export const GOOD_TABLE = `resource "aws_dynamodb_table" "orders" {
  hash_key = "id"

  server_side_encryption {
    enabled     = true
    kms_key_arn = "arn:aws:kms:eu-central-1:111122223333:key/0d7a"
  }

  point_in_time_recovery {
    enabled = true
  }
}
`;
