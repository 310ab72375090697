# Policies in every shape that aws_iam_policy_document can take. `expected.json` has what the AWS provider makes of each.

terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

variable "readers" {
  type    = set(string)
  default = ["arn:aws:iam::111122223333:role/reader", "arn:aws:iam::444455556666:role/auditor"]
}

# Nothing written.
data "aws_iam_policy_document" "empty" {}

data "aws_iam_policy_document" "one_action" {
  statement {
    actions   = ["dynamodb:GetItem"]
    resources = ["arn:aws:dynamodb:eu-west-1:111122223333:table/orders"]
  }
}

# Several values are written in descending order, whatever order they are given in.
data "aws_iam_policy_document" "sorted" {
  policy_id = "OrdersAccess"
  version   = "2008-10-17"

  statement {
    sid       = "Everything"
    effect    = "Allow"
    actions   = ["sqs:SendMessage", "SQS:ReceiveMessage", "dynamodb:Query", "dynamodb:GetItem", "dynamodb:GetItem"]
    resources = ["b", "a", "ä", "a"]
  }

  statement {
    effect        = "Deny"
    not_actions   = ["iam:Get*", "iam:List*"]
    not_resources = ["arn:aws:iam::111122223333:role/admin"]
  }
}

# Empty sets are left out, numbers become texts, HTML's characters are escaped.
data "aws_iam_policy_document" "odd_values" {
  statement {
    sid       = ""
    actions   = []
    resources = ["<orders> & \"more\"", "tab\there", "\u2028"]

    principals {
      type        = "AWS"
      identifiers = [111122223333]
    }

    condition {
      test     = "NumericLessThan"
      variable = "s3:max-keys"
      values   = [100, true]
    }
  }
}

data "aws_iam_policy_document" "anyone" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }
  }

  statement {
    actions = ["sts:AssumeRole"]

    not_principals {
      type        = "AWS"
      identifiers = ["*"]
    }
  }
}

# Blocks of one type are a set: they come in the order of their hashes.
data "aws_iam_policy_document" "principals" {
  statement {
    actions = ["s3:GetObject"]

    principals {
      type        = "Service"
      identifiers = ["lambda.amazonaws.com", "ecs-tasks.amazonaws.com"]
    }

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::111122223333:role/a", "arn:aws:iam::111122223333:role/b"]
    }

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::777788889999:root"]
    }

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::123456789012:role/x", "arn:aws:iam::123456789012:role/y", "arn:aws:iam::123456789012:role/z"]
    }

    principals {
      type        = "Service"
      identifiers = ["sns.amazonaws.com"]
    }

    principals {
      type        = "Federated"
      identifiers = []
    }
  }
}

data "aws_iam_policy_document" "one_identifier_twice" {
  statement {
    actions = ["s3:GetObject"]

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::111122223333:root"]
    }

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::444455556666:root"]
    }

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::111122223333:root"]
    }
  }
}

data "aws_iam_policy_document" "conditions" {
  statement {
    actions   = ["s3:ListBucket"]
    resources = ["arn:aws:s3:::orders", "arn:aws:s3:::&{aws:username}"]

    condition {
      test     = "StringLike"
      variable = "s3:prefix"
      values   = ["home/", "", "home/&{aws:username}/*"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:PrincipalOrgID"
      values   = ["o-one"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:PrincipalOrgID"
      values   = ["o-two"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:PrincipalOrgID"
      values   = ["o-three", "o-four"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:RequestedRegion"
      values   = ["eu-west-1"]
    }

    condition {
      test     = "Null"
      variable = "aws:TokenIssueTime"
      values   = []
    }
  }
}

data "aws_iam_policy_document" "from_a_loop" {
  dynamic "statement" {
    for_each = { for index, action in ["Get", "Put"] : action => index }

    content {
      sid       = "Allow${statement.key}"
      actions   = ["s3:${statement.key}Object"]
      resources = ["arn:aws:s3:::orders-${statement.value}/*"]

      dynamic "principals" {
        for_each = var.readers

        content {
          type        = "AWS"
          identifiers = [principals.value]
        }
      }
    }
  }
}

# Statements with the same Sid are replaced where they stand; the newest version and the last Id win.
data "aws_iam_policy_document" "merged" {
  source_policy_documents = [
    data.aws_iam_policy_document.sorted.json,
    jsonencode({
      Version = "2012-10-17"
      Id      = "Second"
      Statement = [
        { Sid = "FromJson", Effect = "Allow", Action = "s3:GetObject", Resource = ["b", "a"] },
        { Effect = "Deny", NotAction = ["iam:*"], Resource = "*", Principal = "*" },
      ]
    }),
  ]

  statement {
    sid       = "FromJson"
    actions   = ["s3:PutObject"]
    resources = ["replaced-by-own"]
  }

  statement {
    sid       = "Own"
    actions   = ["s3:PutObject"]
    resources = ["own"]
  }

  override_policy_documents = [
    <<-JSON
      {
        "statement": [
          { "sid": "Own", "EFFECT": "Deny", "action": ["z", "a", "m"], "resource": "overridden" },
          { "Sid": "Extra", "Effect": "Allow", "Action": "x", "Resource": "y", "Unknown": 1 }
        ]
      }
    JSON
    ,
    "",
  ]
}

# What the provider makes of principals and conditions that come as JSON.
data "aws_iam_policy_document" "from_json" {
  source_policy_documents = [jsonencode({
    Statement = [
      { Principal = { AWS = ["b", "a", "c"], Service = ["only"], Federated = "one" }, Action = ["b", "a"] },
      { Principal = "anything", Action = { z = 1, a = [{ y = 2, b = null }] } },
      { Principal = { "*" = ["*"] }, NotPrincipal = { "*" = "*" } },
      { Condition = { StringEquals = { b = ["x"], a = ["y", "x"], c = "z" }, Bool = { t = true }, NumericEquals = { n = 1 } } },
      { Condition = { NumericEquals = { n = 1 } }, Sid = "", Effect = "" },
      { Action = [], Resource = null, Condition = {}, Principal = {} },
    ]
  })]
}

output "documents" {
  value = {
    empty                = data.aws_iam_policy_document.empty
    one_action           = data.aws_iam_policy_document.one_action
    sorted               = data.aws_iam_policy_document.sorted
    odd_values           = data.aws_iam_policy_document.odd_values
    anyone               = data.aws_iam_policy_document.anyone
    principals           = data.aws_iam_policy_document.principals
    one_identifier_twice = data.aws_iam_policy_document.one_identifier_twice
    conditions           = data.aws_iam_policy_document.conditions
    from_a_loop          = data.aws_iam_policy_document.from_a_loop
    merged               = data.aws_iam_policy_document.merged
    from_json            = data.aws_iam_policy_document.from_json
  }
}
