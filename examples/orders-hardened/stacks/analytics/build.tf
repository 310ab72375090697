# Builds the images of the batch jobs.

resource "aws_ecr_repository" "image" {
  for_each = toset(["jobs", "notebooks"])

  name                 = "${local.prefix}/${each.key}"
  image_tag_mutability = "IMMUTABLE"

  image_scanning_configuration {
    scan_on_push = true
  }

  encryption_configuration {
    encryption_type = "KMS"
    kms_key         = module.key.arn
  }
}

data "aws_iam_policy_document" "job_images" {
  statement {
    sid = "PartnersPull"

    actions = [
      "ecr:BatchCheckLayerAvailability",
      "ecr:BatchGetImage",
      "ecr:GetDownloadUrlForLayer",
    ]

    principals {
      type        = "AWS"
      identifiers = var.image_reader_arns
    }
  }
}

resource "aws_ecr_repository_policy" "jobs" {
  repository = aws_ecr_repository.image["jobs"].name
  policy     = data.aws_iam_policy_document.job_images.json
}

resource "aws_iam_role" "build" {
  name = "${local.prefix}-job-build"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "codebuild.amazonaws.com" }
    }]
  })
}

data "aws_iam_policy_document" "build" {
  statement {
    sid       = "WriteLog"
    actions   = ["logs:CreateLogStream", "logs:PutLogEvents"]
    resources = ["arn:aws:logs:${data.aws_region.current.region}:${data.aws_caller_identity.current.account_id}:log-group:/codebuild/${local.prefix}-jobs:*"]
  }

  statement {
    sid       = "Login"
    actions   = ["ecr:GetAuthorizationToken"]
    resources = ["*"]
  }

  statement {
    sid = "Push"

    actions = [
      "ecr:BatchCheckLayerAvailability",
      "ecr:CompleteLayerUpload",
      "ecr:InitiateLayerUpload",
      "ecr:PutImage",
      "ecr:UploadLayerPart",
    ]

    resources = values(aws_ecr_repository.image)[*].arn
  }
}

resource "aws_iam_role_policy" "build" {
  name   = "build"
  role   = aws_iam_role.build.id
  policy = data.aws_iam_policy_document.build.json
}

resource "aws_codebuild_project" "jobs" {
  name           = "${local.prefix}-jobs"
  service_role   = aws_iam_role.build.arn
  encryption_key = module.key.arn

  source {
    type     = "GITHUB"
    location = "https://github.com/harrow-lane/jobs.git"
  }

  environment {
    type            = "ARM_CONTAINER"
    image           = "aws/codebuild/amazonlinux2-aarch64-standard:3.0"
    compute_type    = "BUILD_GENERAL1_SMALL"
    privileged_mode = true
  }

  artifacts {
    type     = "S3"
    location = var.artifact_bucket
  }

  logs_config {
    cloudwatch_logs {
      group_name = "/codebuild/${local.prefix}-jobs"
    }
  }
}
