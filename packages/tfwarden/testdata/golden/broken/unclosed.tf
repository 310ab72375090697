resource "aws_s3_bucket" "logs" {
  bucket = "logs"
  tags   = { owner = "platform"

resource "aws_s3_bucket" "other" {
  bucket = "other"
}
