locals {
  name = var.fifo ? "${var.name}.fifo" : var.name
  dead = var.fifo ? "${var.name}-dead.fifo" : "${var.name}-dead"
}

resource "aws_sqs_queue" "dead" {
  name       = local.dead
  fifo_queue = var.fifo ? true : null

  # Long enough to notice on a Monday what broke on a Friday.
  message_retention_seconds = 14 * 24 * 3600
  kms_master_key_id         = var.kms_key_id
}

resource "aws_sqs_queue" "this" {
  name                        = local.name
  fifo_queue                  = var.fifo ? true : null
  content_based_deduplication = var.fifo ? true : null
  visibility_timeout_seconds  = var.visibility_timeout_seconds

  kms_master_key_id = var.kms_key_id

  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.dead.arn
    maxReceiveCount     = var.max_receives
  })
}

resource "aws_sqs_queue_policy" "publishers" {
  count = length(var.publisher_topic_arns) > 0 ? 1 : 0

  queue_url = aws_sqs_queue.this.url

  policy = <<-POLICY
    {
      "Version": "2012-10-17",
      "Statement": [
        {
          "Sid": "TopicsMaySend",
          "Effect": "Allow",
          "Principal": { "Service": "sns.amazonaws.com" },
          "Action": "sqs:SendMessage",
          "Resource": "${aws_sqs_queue.this.arn}",
          "Condition": {
            "ArnEquals": { "aws:SourceArn": ${jsonencode(var.publisher_topic_arns)} }
          }
        }
      ]
    }
  POLICY
}
