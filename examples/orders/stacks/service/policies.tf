data "aws_iam_policy_document" "orders" {
  statement {
    sid = "OwnTables"

    actions = [
      "dynamodb:BatchGetItem",
      "dynamodb:DeleteItem",
      "dynamodb:GetItem",
      "dynamodb:PutItem",
      "dynamodb:Query",
      "dynamodb:UpdateItem",
    ]

    resources = flatten([
      for name in ["orders", "carts"] : [
        var.data.tables[name].arn,
        "${var.data.tables[name].arn}/index/*",
      ]
    ])
  }

  statement {
    sid       = "Documents"
    actions   = ["s3:GetObject", "s3:PutObject"]
    resources = ["${var.data.buckets["documents"].arn}/invoices/*"]
  }

  statement {
    sid       = "HandOver"
    actions   = ["sqs:SendMessage"]
    resources = [for queue in module.queue : queue.arn]
  }
}

locals {
  task_policies = {
    orders = data.aws_iam_policy_document.orders.json

    # Written in a hurry during the move from the old data centre. Nobody has dared to narrow it since.
    fulfilment = jsonencode({
      Version = "2012-10-17"
      Statement = [
        {
          Effect   = "Allow"
          Action   = ["dynamodb:*", "s3:*"]
          Resource = "*"
        },
        {
          Effect   = "Allow"
          Action   = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"]
          Resource = [for queue in module.queue : queue.arn]
        },
      ]
    })

    storefront = <<-POLICY
      {
        "Version": "2012-10-17",
        "Statement": [
          {
            "Sid": "ReadOrders",
            "Effect": "Allow",
            "Action": ["dynamodb:GetItem", "dynamodb:Query"],
            "Resource": "${var.data.tables["orders"].arn}"
          }
        ]
      }
    POLICY
  }
}

# GitHub Actions deploys from the main branch of one repository.
resource "aws_iam_openid_connect_provider" "github" {
  count = var.deploys_from_github ? 1 : 0

  url            = "https://token.actions.githubusercontent.com"
  client_id_list = ["sts.amazonaws.com"]
}

data "aws_iam_policy_document" "deploy_trust" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]

    principals {
      type        = "Federated"
      identifiers = aws_iam_openid_connect_provider.github[*].arn
    }

    condition {
      test     = "StringEquals"
      variable = "token.actions.githubusercontent.com:aud"
      values   = ["sts.amazonaws.com"]
    }

    condition {
      test     = "StringLike"
      variable = "token.actions.githubusercontent.com:sub"
      values   = ["repo:harrow-lane/orders:ref:refs/heads/main"]
    }
  }
}

resource "aws_iam_role" "deploy" {
  count = var.deploys_from_github ? 1 : 0

  name               = "${local.prefix}-deploy"
  assume_role_policy = data.aws_iam_policy_document.deploy_trust.json
}

resource "aws_iam_policy" "deploy" {
  count = var.deploys_from_github ? 1 : 0

  name = "${local.prefix}-deploy"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "PushImages"
        Effect   = "Allow"
        Action   = ["ecr:BatchCheckLayerAvailability", "ecr:CompleteLayerUpload", "ecr:InitiateLayerUpload", "ecr:PutImage", "ecr:UploadLayerPart"]
        Resource = values(aws_ecr_repository.service)[*].arn
      },
      {
        Sid      = "Login"
        Effect   = "Allow"
        Action   = "ecr:GetAuthorizationToken"
        Resource = "*"
      },
      {
        Sid      = "Roll"
        Effect   = "Allow"
        Action   = ["ecs:*", "iam:PassRole"]
        Resource = "*"
      },
    ]
  })
}

resource "aws_iam_role_policy_attachment" "deploy" {
  count = var.deploys_from_github ? 1 : 0

  role       = aws_iam_role.deploy[0].name
  policy_arn = aws_iam_policy.deploy[0].arn
}

# The label printers in the warehouse cannot assume roles, so they get a user. Contract ends in spring.
resource "aws_iam_user" "label_printer" {
  name = "${local.prefix}-label-printer"
  path = "/machines/"
}

#trivy:ignore:aws-iam-no-user-attached-policies:exp:2027-04-01
resource "aws_iam_user_policy" "label_printer" {
  name = "fetch-labels"
  user = aws_iam_user.label_printer.name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["sqs:ReceiveMessage", "sqs:DeleteMessage"]
      Resource = module.queue["labels"].arn
    }]
  })
}
