import type { Piece } from './place.ts';

/** Functions, containers and clusters. */
export const AWS_COMPUTE: readonly [Piece, ...Piece[]] = [
  {
    blocks: 3,
    text: ({
      label,
      shared,
      quotedName,
      slip,
      note,
      pick,
      between,
    }) => `resource "aws_cloudwatch_log_group" "${label}" {
  name              = "/aws/lambda/\${${shared.name}}-${label}"
  retention_in_days = ${pick([30, 90, 365])}
  ${slip(`kms_key_id        = ${shared.key}`, '# kms_key_id follows', 'aws-cloudwatch-log-group-customer-key')}
}

${note('Packaged by the pipeline; only the key of the object changes.', 'Slow on the first call: see the notes of the team.')}resource "aws_lambda_function" "${label}" {
  function_name = ${quotedName}
  role          = "arn:aws:iam::123456789012:role/\${${shared.name}}-${label}"
  runtime       = "${pick(['nodejs22.x', 'python3.13', 'provided.al2023'])}"
  handler       = "index.handler"
  timeout       = ${between(3, 60)}
  memory_size   = ${pick([128, 256, 512, 1024])}
  s3_bucket     = "acme-packages"
  s3_key        = "${label}/\${var.release}.zip"
  kms_key_arn   = ${shared.key}

  environment {
    variables = {
      STAGE     = ${shared.environment}
      LOG_LEVEL = ${shared.environment} == "production" ? "warn" : "debug"
    }
  }

  tracing_config {
    mode = ${slip('"Active"', '"PassThrough"', 'aws-lambda-enable-tracing')}
  }

  depends_on = [aws_cloudwatch_log_group.${label}]
}

resource "aws_lambda_permission" "${label}" {
  for_each = { events = "events.amazonaws.com", topic = "sns.amazonaws.com" }

  statement_id  = "Allow-\${each.key}"
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.${label}.function_name
  principal     = each.value
  ${slip('source_arn    = "arn:aws:events:eu-central-1:123456789012:rule/*"', '# source_arn follows', 'aws-lambda-restrict-source-arn')}
}
`,
  },
  {
    blocks: 2,
    text: ({
      label,
      shared,
      quotedName,
      note,
      pick,
      between,
    }) => `${note('Scaled by the number of messages in the queue.')}resource "aws_ecs_task_definition" "${label}" {
  family                   = ${quotedName}
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = ${pick([256, 512, 1024])}
  memory                   = 2048
  execution_role_arn       = "arn:aws:iam::123456789012:role/ecs-execution"

  container_definitions = jsonencode([
    {
      name                   = "app"
      image                  = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/${label}:\${var.release}"
      essential              = true
      readonlyRootFilesystem = true
      portMappings           = [{ containerPort = ${between(8000, 8999)}, protocol = "tcp" }]
      environment            = [for name in ["STAGE", "REGION"] : { name = name, value = ${shared.environment} }]
    }
  ])
}

resource "aws_ecs_service" "${label}" {
  name            = ${quotedName}
  cluster         = "arn:aws:ecs:eu-central-1:123456789012:cluster/main"
  task_definition = aws_ecs_task_definition.${label}.arn
  desired_count   = ${shared.environment} == "production" ? ${between(3, 9)} : 1
  launch_type     = "FARGATE"

  network_configuration {
    subnets          = ${shared.subnets}
    security_groups  = ${shared.groups}
    assign_public_ip = false
  }

  lifecycle {
    ignore_changes = [desired_count]
  }
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
      between,
    }) => `${note('Upgraded by the platform team, one minor version at a time.')}resource "aws_eks_cluster" "${label}" {
  name     = ${quotedName}
  role_arn = "arn:aws:iam::123456789012:role/eks"
  version  = "1.33"

  enabled_cluster_log_types = ${slip('["api", "authenticator", "audit", "scheduler", "controllerManager"]', '["api"]', 'aws-eks-enable-control-plane-logging')}

  vpc_config {
    subnet_ids              = ${shared.subnets}
    endpoint_private_access = true
    ${slip('endpoint_public_access  = false', 'endpoint_public_access  = true', 'aws-eks-no-public-cluster-access')}
  }

  encryption_config {
    resources = ["secrets"]

    provider {
      key_arn = ${shared.key}
    }
  }
}

resource "aws_eks_node_group" "${label}" {
  cluster_name    = aws_eks_cluster.${label}.name
  node_group_name = "${label}"
  node_role_arn   = "arn:aws:iam::123456789012:role/eks-nodes"
  subnet_ids      = ${shared.subnets}
  instance_types  = ["m7g.large"]

  scaling_config {
    min_size     = 1
    max_size     = ${between(3, 20)}
    desired_size = 2
  }
}
`,
  },
];
