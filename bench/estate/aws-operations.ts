import type { Piece } from './place.ts';

/** Queues, topics, streams, logs, alarms and schedules. */
export const AWS_OPERATIONS: readonly [Piece, ...Piece[]] = [
  {
    blocks: 3,
    text: ({ label, shared, quotedName, slip, note, between }) => `resource "aws_sqs_queue" "${label}_dead" {
  name = "\${${shared.name}}-${label}-dead"

  # Long enough to notice on a Monday what broke on a Friday.
  message_retention_seconds = 14 * 24 * 3600
  ${slip(`kms_master_key_id         = ${shared.key}`, 'sqs_managed_sse_enabled   = false', 'aws-sqs-enable-queue-encryption')}
}

resource "aws_sqs_queue" "${label}" {
  name                       = ${quotedName}
  visibility_timeout_seconds = ${between(30, 900)}
  kms_master_key_id          = ${shared.key}

  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.${label}_dead.arn
    maxReceiveCount     = ${between(3, 10)}
  })
}

${note('Topics of the same account may send.')}resource "aws_sqs_queue_policy" "${label}" {
  queue_url = aws_sqs_queue.${label}.url

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "sns.amazonaws.com" }
      Action    = ${slip('"sqs:SendMessage"', '"sqs:*"', 'aws-sqs-no-wildcards-in-policy-documents')}
      Resource  = aws_sqs_queue.${label}.arn
      Condition = { ArnLike = { "aws:SourceArn" = "arn:aws:sns:eu-central-1:123456789012:*" } }
    }]
  })
}
`,
  },
  {
    blocks: 2,
    text: ({ label, shared, quotedName, slip }) => `resource "aws_sns_topic" "${label}" {
  name              = ${quotedName}
  ${slip(`kms_master_key_id = ${shared.key}`, '# kms_master_key_id follows', 'aws-sns-enable-topic-encryption')}
  tags              = ${shared.tags}
}

resource "aws_sns_topic_subscription" "${label}" {
  for_each = toset(["search", "mail"])

  topic_arn = aws_sns_topic.${label}.arn
  protocol  = "sqs"
  endpoint  = "arn:aws:sqs:eu-central-1:123456789012:\${${shared.name}}-${label}-\${each.key}"

  filter_policy = jsonencode({
    kind = each.key == "mail" ? ["created", "failed"] : ["created"]
  })
}
`,
  },
  {
    blocks: 1,
    text: ({ label, shared, slip, pick }) => `resource "aws_cloudwatch_log_group" "${label}" {
  for_each = toset(["app", "access", "audit"])

  name              = "/\${${shared.name}}/${label}/\${each.key}"
  retention_in_days = each.key == "audit" ? 3653 : ${pick([30, 90, 365])}
  ${slip(`kms_key_id        = ${shared.key}`, '# kms_key_id follows', 'aws-cloudwatch-log-group-customer-key')}
  tags              = ${shared.tags}
}
`,
  },
  {
    blocks: 1,
    text: ({
      label,
      shared,
      quotedName,
      note,
      between,
    }) => `${note('Wakes somebody: keep the thresholds honest.')}resource "aws_cloudwatch_metric_alarm" "${label}" {
  for_each = {
    errors  = { metric = "Errors", threshold = ${between(1, 20)}, statistic = "Sum" }
    latency = { metric = "Duration", threshold = ${between(200, 3000)}, statistic = "Maximum" }
  }

  alarm_name          = "\${${shared.name}}-${label}-\${each.key}"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 3
  metric_name         = each.value.metric
  namespace           = "AWS/Lambda"
  period              = 60
  statistic           = each.value.statistic
  threshold           = each.value.threshold
  treat_missing_data  = "notBreaching"
  dimensions          = { FunctionName = ${quotedName} }
  alarm_actions       = [${shared.alarms}]
}
`,
  },
  {
    blocks: 2,
    text: ({ label, shared, quotedName, between }) => `resource "aws_cloudwatch_event_rule" "${label}" {
  name                = ${quotedName}
  description         = "Runs ${label} every night"
  schedule_expression = "cron(${between(0, 59)} ${between(0, 5)} * * ? *)"
  state               = ${shared.environment} == "sandbox" ? "DISABLED" : "ENABLED"
}

resource "aws_cloudwatch_event_target" "${label}" {
  rule      = aws_cloudwatch_event_rule.${label}.name
  target_id = "${label}"
  arn       = "arn:aws:lambda:eu-central-1:123456789012:function:\${${shared.name}}-${label}"
  input     = jsonencode({ job = "${label}", stage = ${shared.environment} })
}
`,
  },
  {
    blocks: 1,
    text: ({ label, shared, quotedName, slip, between }) => `resource "aws_kinesis_stream" "${label}" {
  name             = ${quotedName}
  shard_count      = ${between(1, 8)}
  retention_period = 48
  ${slip('encryption_type  = "KMS"', 'encryption_type  = "NONE"', 'aws-kinesis-enable-in-transit-encryption')}
  kms_key_id       = ${shared.key}
}
`,
  },
  {
    blocks: 1,
    text: ({
      label,
      shared,
      quotedName,
      slip,
      note,
    }) => `${note('Copies to the archive account are made there.')}resource "aws_cloudtrail" "${label}" {
  name                          = ${quotedName}
  s3_bucket_name                = ${shared.logBucket}
  is_multi_region_trail         = true
  include_global_service_events = true
  ${slip('enable_log_file_validation    = true', 'enable_log_file_validation    = false', 'aws-cloudtrail-enable-log-validation')}
  kms_key_id                    = ${shared.key}
  cloud_watch_logs_group_arn    = "arn:aws:logs:eu-central-1:123456789012:log-group:/trail/${label}:*"
}
`,
  },
];
