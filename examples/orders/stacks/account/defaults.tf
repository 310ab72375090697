resource "aws_ebs_encryption_by_default" "this" {
  enabled = true
}

resource "aws_s3_account_public_access_block" "this" {
  count = var.block_public_buckets ? 1 : 0

  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

# The build server of the first year still lives in the default VPC.
resource "aws_default_vpc" "this" {
  count = var.keeps_default_vpc ? 1 : 0

  tags = { Name = "Default, do not use" }
}

resource "aws_default_security_group" "default_vpc" {
  count = length(aws_default_vpc.this)

  vpc_id = aws_default_vpc.this[count.index].id

  ingress {
    description = "Among each other"
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    self        = true
  }
}
