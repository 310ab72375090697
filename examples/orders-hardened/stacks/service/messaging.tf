data "aws_caller_identity" "current" {}

resource "aws_sns_topic" "order_events" {
  name              = "${local.prefix}-order-events"
  kms_master_key_id = var.data.data_key_arn
}

resource "aws_sns_topic" "alarms" {
  name              = "${local.prefix}-alarms"
  kms_master_key_id = var.data.data_key_arn
}

resource "aws_sns_topic_subscription" "alarms" {
  for_each = var.alarm_addresses

  topic_arn = aws_sns_topic.alarms.arn
  protocol  = "email"
  endpoint  = each.value
}

module "queue" {
  source   = "../../modules/queue"
  for_each = var.queues

  name                       = "${local.prefix}-${each.key}"
  fifo                       = each.value.fifo
  visibility_timeout_seconds = each.value.visibility_timeout_seconds
  kms_key_id                 = var.data.data_key_arn
  publisher_topic_arns       = each.value.subscribes ? [aws_sns_topic.order_events.arn] : []
}

resource "aws_sns_topic_subscription" "queue" {
  for_each = { for name, queue in var.queues : name => queue if queue.subscribes }

  topic_arn            = aws_sns_topic.order_events.arn
  protocol             = "sqs"
  endpoint             = module.queue[each.key].arn
  raw_message_delivery = true
}

module "receipts" {
  source = "../../modules/function"

  name            = "${local.prefix}-receipts"
  description     = "Mails a receipt for every paid order"
  kms_key_arn     = var.data.data_key_arn
  log_kms_key_arn = var.data.log_key_arn

  package = {
    bucket = var.artifact_bucket
    key    = "receipts/${lookup(var.image_tags, "receipts", "latest")}.zip"
  }

  environment = {
    SENDER = "orders@${var.mail_domain}"
  }

  policies = {
    mail = jsonencode({
      Version = "2012-10-17"
      Statement = [{
        Effect   = "Allow"
        Action   = "ses:SendEmail"
        Resource = "arn:aws:ses:${data.aws_region.current.region}:${data.aws_caller_identity.current.account_id}:identity/${var.mail_domain}"
      }]
    })
  }

  callers = {
    topic = { service = "sns.amazonaws.com", source_arn = aws_sns_topic.order_events.arn }
  }
}

resource "aws_sns_topic_subscription" "receipts" {
  topic_arn = aws_sns_topic.order_events.arn
  protocol  = "lambda"
  endpoint  = module.receipts.arn
}

module "stock_sync" {
  source = "../../modules/function"

  name            = "${local.prefix}-stock-sync"
  description     = "Copies stock levels from the warehouse system"
  timeout_seconds = 120
  kms_key_arn     = var.data.data_key_arn
  log_kms_key_arn = var.data.log_key_arn

  package = {
    bucket = var.artifact_bucket
    key    = "stock-sync/${lookup(var.image_tags, "stock-sync", "latest")}.zip"
  }

  # The warehouse system calls through EventBridge Scheduler and by hand.
  callers = {
    schedule = { service = "events.amazonaws.com", source_arn = aws_cloudwatch_event_rule.stock_sync.arn }
    gateway  = { service = "apigateway.amazonaws.com", source_arn = "${aws_apigatewayv2_api.partner.execution_arn}/*/POST/stock" }
    returns  = { service = "apigateway.amazonaws.com", source_arn = "${aws_api_gateway_rest_api.returns.execution_arn}/*" }
  }
}

resource "aws_cloudwatch_event_rule" "stock_sync" {
  name                = "${local.prefix}-stock-sync"
  schedule_expression = "rate(15 minutes)"
}

resource "aws_cloudwatch_event_target" "stock_sync" {
  rule = aws_cloudwatch_event_rule.stock_sync.name
  arn  = module.stock_sync.arn
}

resource "aws_apigatewayv2_api" "partner" {
  name          = "${local.prefix}-partner"
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_integration" "stock_sync" {
  api_id                 = aws_apigatewayv2_api.partner.id
  integration_type       = "AWS_PROXY"
  integration_uri        = module.stock_sync.invoke_arn
  payload_format_version = "2.0"
}

resource "aws_apigatewayv2_route" "stock_sync" {
  api_id             = aws_apigatewayv2_api.partner.id
  route_key          = "POST /stock"
  authorization_type = "AWS_IAM"
  target             = "integrations/${aws_apigatewayv2_integration.stock_sync.id}"
}

module "partner_api_log_group" {
  source = "../../modules/log-group"

  name        = "/apigateway/${local.prefix}-partner"
  kms_key_arn = var.data.log_key_arn
}

resource "aws_apigatewayv2_stage" "partner" {
  api_id      = aws_apigatewayv2_api.partner.id
  name        = "$default"
  auto_deploy = true

  access_log_settings {
    destination_arn = module.partner_api_log_group.arn
    format          = "$context.requestId $context.identity.sourceIp $context.status"
  }
}

# The handheld scanners in the warehouse post here, through the gateway of the warehouse and with its role.
resource "aws_sqs_queue" "handhelds" {
  name              = "${local.prefix}-handhelds"
  kms_master_key_id = var.data.data_key_arn
}

resource "aws_sqs_queue_policy" "handhelds" {
  queue_url = aws_sqs_queue.handhelds.url

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = var.warehouse_gateway_role_arn }
      Action    = "sqs:SendMessage"
      Resource  = aws_sqs_queue.handhelds.arn
    }]
  })
}
