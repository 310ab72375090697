# People sign in through the identity provider. What is left here are the rules for the few who cannot.

resource "aws_iam_account_password_policy" "this" {
  minimum_password_length        = var.passwords.length
  password_reuse_prevention      = var.passwords.remembered
  max_password_age               = var.passwords.days
  require_lowercase_characters   = true
  require_uppercase_characters   = true
  require_numbers                = true
  require_symbols                = var.passwords.symbols
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
  for_each = { for name, group in var.groups : name => group if group.mfa }

  name   = "second-factor"
  group  = aws_iam_group.people[each.key].name
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
      Resource = "*"
    }]
  })
}

# The monitoring service of the data centre polls from outside. Keys are changed twice a year.
resource "aws_iam_user" "monitoring" {
  name = "${local.prefix}-monitoring"
  path = "/machines/"
}

resource "aws_iam_user_policy_attachment" "monitoring" {
  user       = aws_iam_user.monitoring.name
  policy_arn = "arn:aws:iam::aws:policy/CloudWatchReadOnlyAccess"
}

resource "aws_iam_access_key" "monitoring" {
  for_each = var.monitoring_keys

  user   = aws_iam_user.monitoring.name
  status = each.value
}

# Lets the on-call engineer look into anything that is encrypted.
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
          "Resource": "*"
        },
        {
          "Sid": "Restore",
          "Effect": "Allow",
          "Action": ["s3:Get*", "s3:Put*"],
          "Resource": "*"
        },
        {
          "Sid": "HandOver",
          "Effect": "Allow",
          "Action": "iam:PassRole",
          "Resource": "*"
        }
      ]
    }
  POLICY
}
