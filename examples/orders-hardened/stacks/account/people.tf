# People sign in through the identity provider. What is left here are the rules for the few who cannot.

resource "aws_iam_account_password_policy" "this" {
  minimum_password_length        = 16
  password_reuse_prevention      = 24
  max_password_age               = 90
  require_lowercase_characters   = true
  require_uppercase_characters   = true
  require_numbers                = true
  require_symbols                = true
  allow_users_to_change_password = true
}

resource "aws_iam_group" "people" {
  for_each = var.groups

  name = "${local.prefix}-${each.key}"
  path = "/people/"
}

data "aws_iam_policy_document" "without_mfa_nothing" {
  statement {
    sid         = "DenyWithoutSecondFactor"
    effect      = "Deny"
    not_actions = ["iam:CreateVirtualMFADevice", "iam:EnableMFADevice", "iam:ListMFADevices", "sts:GetSessionToken"]
    resources   = ["*"]

    condition {
      test     = "BoolIfExists"
      variable = "aws:MultiFactorAuthPresent"
      values   = ["false"]
    }
  }
}

resource "aws_iam_group_policy" "mfa" {
  for_each = aws_iam_group.people

  name   = "second-factor"
  group  = each.value.name
  policy = data.aws_iam_policy_document.without_mfa_nothing.json
}

resource "aws_iam_group_policy" "allowed" {
  for_each = var.groups

  name  = "allowed"
  group = aws_iam_group.people[each.key].name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = each.value.actions
      Resource = each.value.resources
    }]
  })
}

# The monitoring service of the data centre polls from outside, with a role of ours and a name for us that only it knows.
resource "aws_iam_role" "monitoring" {
  name = "${local.prefix}-monitoring"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { AWS = var.monitoring.role_arn }
      Condition = { StringEquals = { "sts:ExternalId" = var.monitoring.external_id } }
    }]
  })
}

resource "aws_iam_role_policy_attachment" "monitoring" {
  role       = aws_iam_role.monitoring.name
  policy_arn = "arn:aws:iam::aws:policy/CloudWatchReadOnlyAccess"
}

# Lets the on-call engineer read trails and put back what a mistake removed from them.
resource "aws_iam_policy" "break_glass" {
  name = "${local.prefix}-break-glass"

  policy = <<-POLICY
    {
      "Version": "2012-10-17",
      "Statement": [
        {
          "Sid": "Decrypt",
          "Effect": "Allow",
          "Action": ["kms:Decrypt", "kms:DescribeKey"],
          "Resource": "${module.audit_key.arn}"
        },
        {
          "Sid": "Restore",
          "Effect": "Allow",
          "Action": ["s3:GetObject", "s3:GetObjectVersion", "s3:PutObject"],
          "Resource": "${module.trail_bucket.arn}/*"
        }
      ]
    }
  POLICY
}
