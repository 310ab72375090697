# The return form on the web site. Older than the partner API, hence REST.

resource "aws_api_gateway_rest_api" "returns" {
  name        = "${local.prefix}-returns"
  description = "Announces parcels that come back"

  endpoint_configuration {
    types = ["REGIONAL"]
  }
}

resource "aws_api_gateway_resource" "return" {
  for_each = toset(["announce", "status"])

  rest_api_id = aws_api_gateway_rest_api.returns.id
  parent_id   = aws_api_gateway_rest_api.returns.root_resource_id
  path_part   = each.key
}

resource "aws_api_gateway_method" "announce" {
  rest_api_id   = aws_api_gateway_rest_api.returns.id
  resource_id   = aws_api_gateway_resource.return["announce"].id
  http_method   = "POST"
  authorization = "AWS_IAM"
}

resource "aws_api_gateway_method" "status" {
  rest_api_id   = aws_api_gateway_rest_api.returns.id
  resource_id   = aws_api_gateway_resource.return["status"].id
  http_method   = "GET"
  authorization = "AWS_IAM"
}

resource "aws_api_gateway_method" "preflight" {
  rest_api_id   = aws_api_gateway_rest_api.returns.id
  resource_id   = aws_api_gateway_resource.return["status"].id
  http_method   = "OPTIONS"
  authorization = "NONE"
}

resource "aws_api_gateway_integration" "returns" {
  for_each = {
    announce  = aws_api_gateway_method.announce
    status    = aws_api_gateway_method.status
    preflight = aws_api_gateway_method.preflight
  }

  rest_api_id             = each.value.rest_api_id
  resource_id             = each.value.resource_id
  http_method             = each.value.http_method
  type                    = "AWS_PROXY"
  integration_http_method = "POST"
  uri                     = module.stock_sync.invoke_arn
}

resource "aws_api_gateway_deployment" "returns" {
  rest_api_id = aws_api_gateway_rest_api.returns.id

  lifecycle {
    create_before_destroy = true
  }

  depends_on = [aws_api_gateway_integration.returns]
}

module "returns_log_group" {
  source = "../../modules/log-group"

  name        = "/apigateway/${local.prefix}-returns"
  kms_key_arn = var.data.log_key_arn
}

resource "aws_api_gateway_stage" "returns" {
  rest_api_id           = aws_api_gateway_rest_api.returns.id
  deployment_id         = aws_api_gateway_deployment.returns.id
  stage_name            = "live"
  cache_cluster_enabled = true
  cache_cluster_size    = "0.5"
  xray_tracing_enabled  = true

  access_log_settings {
    destination_arn = module.returns_log_group.arn
    format          = "$context.requestId $context.identity.sourceIp $context.status"
  }
}

resource "aws_api_gateway_method_settings" "returns" {
  rest_api_id = aws_api_gateway_rest_api.returns.id
  stage_name  = aws_api_gateway_stage.returns.stage_name
  method_path = "*/*"

  settings {
    caching_enabled      = true
    cache_data_encrypted = true
    metrics_enabled      = true
    logging_level        = "ERROR"
  }
}

resource "aws_api_gateway_domain_name" "returns" {
  domain_name              = "returns.${var.environment}.${var.mail_domain}"
  regional_certificate_arn = var.certificate_arn
  security_policy          = "TLS_1_2"

  endpoint_configuration {
    types = ["REGIONAL"]
  }
}

resource "aws_api_gateway_base_path_mapping" "returns" {
  api_id      = aws_api_gateway_rest_api.returns.id
  stage_name  = aws_api_gateway_stage.returns.stage_name
  domain_name = aws_api_gateway_domain_name.returns.domain_name
}
