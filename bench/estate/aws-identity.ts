import type { Piece } from './place.ts';

/** Roles, policies in each of the three ways to write them, keys and secrets. */
export const AWS_IDENTITY: readonly [Piece, ...Piece[]] = [
  {
    blocks: 3,
    text: ({ label, shared, quotedName, slip, note, pick }) => `data "aws_iam_policy_document" "${label}_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["${pick(['ecs-tasks', 'lambda', 'ec2'])}.amazonaws.com"]
    }
  }
}

${note('What the nightly job needs and no more.')}data "aws_iam_policy_document" "${label}" {
  statement {
    sid       = "ReadObjects"
    actions   = ["s3:GetObject", "s3:ListBucket"]
    ${slip(`resources = ["arn:aws:s3:::\${${shared.name}}-${label}"]`, 'resources = ["*"]', 'aws-iam-no-policy-wildcards')}

    condition {
      test     = "StringEquals"
      variable = "aws:PrincipalOrgID"
      values   = ["o-a1b2c3d4e5"]
    }
  }

  statement {
    sid       = "UseKey"
    actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
    resources = [${shared.key}]
  }
}

resource "aws_iam_role" "${label}" {
  name               = ${quotedName}
  assume_role_policy = data.aws_iam_policy_document.${label}_trust.json
  tags               = ${shared.tags}
}

resource "aws_iam_policy" "${label}" {
  name   = ${quotedName}
  policy = data.aws_iam_policy_document.${label}.json
}

resource "aws_iam_role_policy_attachment" "${label}" {
  for_each = {
    own      = aws_iam_policy.${label}.arn
    insights = "arn:aws:iam::aws:policy/CloudWatchLambdaInsightsExecutionRolePolicy"
  }

  role       = aws_iam_role.${label}.name
  policy_arn = each.value
}
`,
  },
  {
    blocks: 2,
    text: ({ label, shared, quotedName, slip, note }) => `resource "aws_iam_role" "${label}" {
  name = ${quotedName}

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "states.amazonaws.com" }
    }]
  })
}

${note('The queue is in the same account.')}resource "aws_iam_role_policy" "${label}" {
  name = "${label}"
  role = aws_iam_role.${label}.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ${slip('["sqs:SendMessage", "sqs:GetQueueUrl"]', '["sqs:*"]')}
        Resource = "arn:aws:sqs:eu-central-1:123456789012:\${${shared.name}}-${label}"
      },
      {
        Effect   = "Allow"
        Action   = ["dynamodb:GetItem", "dynamodb:Query"]
        Resource = [for table in ["current", "past"] : "arn:aws:dynamodb:eu-central-1:123456789012:table/\${${shared.name}}-\${table}"]
      },
    ]
  })
}
`,
  },
  {
    blocks: 2,
    text: ({
      label,
      shared,
      quotedName,
      slip,
      note,
    }) => `${note('Assumed by the pipeline of the team.', 'Was created by hand in 2019 and imported.')}resource "aws_iam_role" "${label}" {
  name                 = ${quotedName}
  max_session_duration = 3600

  assume_role_policy = <<-POLICY
    {
      "Version": "2012-10-17",
      "Statement": [
        {
          "Effect": "Allow",
          "Action": "sts:AssumeRole",
          "Principal": { "AWS": "arn:aws:iam::210987654321:role/deploy-\${${shared.environment}}" }
        }
      ]
    }
  POLICY
}

resource "aws_iam_role_policy" "${label}" {
  name = ${quotedName}
  role = aws_iam_role.${label}.name

  policy = <<-POLICY
    {
      "Version": "2012-10-17",
      "Statement": [
        {
          "Effect": "Allow",
          "Action": ["ecs:UpdateService", "ecs:DescribeServices"],
          "Resource": ${slip(`"arn:aws:ecs:eu-central-1:123456789012:service/\${${shared.name}}/${label}"`, '"*"')}
        }
      ]
    }
  POLICY
}
`,
  },
  {
    blocks: 2,
    text: ({
      label,
      shared,
      slip,
      note,
    }) => `${note('Shared with the audit account, see the grant below.')}resource "aws_kms_key" "${label}" {
  description             = "Key of \${${shared.name}}, ${label}"
  ${slip('enable_key_rotation     = true', 'enable_key_rotation     = false', 'aws-kms-auto-rotate-keys')}
  deletion_window_in_days = 30
  tags                    = ${shared.tags}
}

resource "aws_kms_alias" "${label}" {
  name          = "alias/\${${shared.name}}/${label}"
  target_key_id = aws_kms_key.${label}.key_id
}
`,
  },
  {
    blocks: 1,
    text: ({ label, shared, quotedName, slip }) => `resource "aws_secretsmanager_secret" "${label}" {
  name                    = ${quotedName}
  description             = "Credentials of ${label}"
  ${slip(`kms_key_id              = ${shared.key}`, 'recovery_window_in_days = 7', 'aws-ssm-secret-use-customer-key')}
  tags                    = ${shared.tags}
}
`,
  },
  {
    blocks: 1,
    text: ({ label, shared, between }) => `resource "aws_ssm_parameter" "${label}" {
  for_each = {
    timeout  = "${between(1, 60)}"
    batch    = "${between(10, 500)}"
    endpoint = "https://${label.replaceAll('_', '-')}.\${${shared.environment}}.acme.example"
  }

  name  = "/\${${shared.name}}/${label}/\${each.key}"
  type  = "String"
  value = each.value
}
`,
  },
];
