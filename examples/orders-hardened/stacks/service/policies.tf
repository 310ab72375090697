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

    fulfilment = jsonencode({
      Version = "2012-10-17"
      Statement = [
        {
          Effect   = "Allow"
          Action   = ["dynamodb:GetItem", "dynamodb:Query", "dynamodb:UpdateItem"]
          Resource = [for name in ["orders", "stock"] : var.data.tables[name].arn]
        },
        {
          Effect   = "Allow"
          Action   = ["s3:GetObject", "s3:PutObject"]
          Resource = "${var.data.buckets["documents"].arn}/delivery-notes/*"
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
        Sid      = "Register"
        Effect   = "Allow"
        Action   = ["ecs:DeregisterTaskDefinition", "ecs:RegisterTaskDefinition"]
        Resource = "*"
      },
      {
        Sid      = "Roll"
        Effect   = "Allow"
        Action   = ["ecs:DescribeServices", "ecs:UpdateService"]
        Resource = [for service in module.service : service.arn]
      },
      {
        Sid      = "HandOverRoles"
        Effect   = "Allow"
        Action   = "iam:PassRole"
        Resource = flatten([for service in module.service : service.role_arns])

        Condition = { StringEquals = { "iam:PassedToService" = "ecs-tasks.amazonaws.com" } }
      },
    ]
  })
}

resource "aws_iam_role_policy_attachment" "deploy" {
  count = var.deploys_from_github ? 1 : 0

  role       = aws_iam_role.deploy[0].name
  policy_arn = aws_iam_policy.deploy[0].arn
}

# The label printers in the warehouse show a certificate of the company and get a role for an hour.
resource "aws_rolesanywhere_trust_anchor" "warehouse" {
  name    = "${local.prefix}-warehouse"
  enabled = true

  source {
    source_type = "AWS_ACM_PCA"

    source_data {
      acm_pca_arn = var.warehouse_authority_arn
    }
  }
}

resource "aws_iam_role" "label_printer" {
  name = "${local.prefix}-label-printer"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = ["sts:AssumeRole", "sts:SetSourceIdentity", "sts:TagSession"]
      Principal = { Service = "rolesanywhere.amazonaws.com" }
      Condition = { ArnEquals = { "aws:SourceArn" = aws_rolesanywhere_trust_anchor.warehouse.arn } }
    }]
  })
}

resource "aws_rolesanywhere_profile" "label_printer" {
  name             = "${local.prefix}-label-printer"
  enabled          = true
  role_arns        = [aws_iam_role.label_printer.arn]
  duration_seconds = 3600
}

resource "aws_iam_role_policy" "label_printer" {
  name = "fetch-labels"
  role = aws_iam_role.label_printer.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["sqs:ReceiveMessage", "sqs:DeleteMessage"]
      Resource = module.queue["labels"].arn
    }]
  })
}
