# Where customers come in.

# The shop is for everybody, so the two rules stay.
#tfsec:ignore:aws-ec2-no-public-ingress-sgr
module "load_balancer_access" {
  source = "../../modules/security-group"

  name        = "${local.prefix}-public"
  description = "Public entry of the order system"
  vpc_id      = var.network.vpc_id

  ingress = {
    https = { description = "HTTPS from everywhere", port = 443, cidr = "0.0.0.0/0" }
    http  = { description = "Redirected to HTTPS", port = 80, cidr = "0.0.0.0/0" }
  }
}

#tfsec:ignore:aws-elb-alb-not-public:exp:2030-01-01 the shop has to be reachable
resource "aws_lb" "public" {
  name                       = "${local.prefix}-public"
  load_balancer_type         = "application"
  internal                   = false
  subnets                    = var.network.public_subnet_ids
  security_groups            = [module.load_balancer_access.id]
  drop_invalid_header_fields = var.strict_headers
  enable_deletion_protection = var.environment == "production"

  access_logs {
    enabled = true
    bucket  = var.data.access_log_bucket
    prefix  = "lb"
  }
}

resource "aws_lb_listener" "redirect" {
  load_balancer_arn = aws_lb.public.arn
  port              = 80
  protocol          = "HTTP"

  default_action {
    type = "redirect"

    redirect {
      protocol    = "HTTPS"
      port        = "443"
      status_code = "HTTP_301"
    }
  }
}

resource "aws_lb_listener" "https" {
  load_balancer_arn = aws_lb.public.arn
  port              = 443
  protocol          = "HTTPS"
  ssl_policy        = var.tls_policy
  certificate_arn   = var.certificate_arn

  default_action {
    type = "fixed-response"

    fixed_response {
      content_type = "text/plain"
      message_body = "Nothing here."
      status_code  = "404"
    }
  }
}

# The scales at the packing tables speak plain HTTP and always will.
resource "aws_lb_listener" "scales" {
  count = var.scales_port == null ? 0 : 1

  load_balancer_arn = aws_lb.public.arn
  port              = var.scales_port
  protocol          = "HTTP"

  default_action {
    type = "fixed-response"

    fixed_response {
      content_type = "application/json"
      message_body = jsonencode({ accepted = true })
      status_code  = "202"
    }
  }
}

resource "aws_wafv2_web_acl" "public" {
  name  = "${local.prefix}-public"
  scope = "REGIONAL"

  default_action {
    allow {}
  }

  dynamic "rule" {
    for_each = var.waf_rule_groups

    content {
      name     = rule.value
      priority = rule.key

      override_action {
        none {}
      }

      statement {
        managed_rule_group_statement {
          vendor_name = "AWS"
          name        = rule.value
        }
      }

      visibility_config {
        cloudwatch_metrics_enabled = true
        metric_name                = rule.value
        sampled_requests_enabled   = true
      }
    }
  }

  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "${local.prefix}-public"
    sampled_requests_enabled   = true
  }
}

resource "aws_wafv2_web_acl_association" "public" {
  resource_arn = aws_lb.public.arn
  web_acl_arn  = aws_wafv2_web_acl.public.arn
}

resource "aws_cloudfront_origin_access_control" "pictures" {
  name                              = "${local.prefix}-pictures"
  origin_access_control_origin_type = "s3"
  signing_behavior                  = "always"
  signing_protocol                  = "sigv4"
}

resource "aws_cloudfront_distribution" "pictures" {
  enabled         = true
  is_ipv6_enabled = true
  comment         = "Product pictures, ${var.environment}"
  price_class     = "PriceClass_100"

  origin {
    origin_id                = "pictures"
    domain_name              = var.data.buckets["pictures"].domain
    origin_access_control_id = aws_cloudfront_origin_access_control.pictures.id
  }

  default_cache_behavior {
    target_origin_id       = "pictures"
    allowed_methods        = ["GET", "HEAD"]
    cached_methods         = ["GET", "HEAD"]
    viewer_protocol_policy = var.pictures.https_only ? "redirect-to-https" : "allow-all"
    cache_policy_id        = "658327ea-f89d-4fab-a63d-7e88639e58f6" # Managed-CachingOptimized
  }

  dynamic "logging_config" {
    for_each = var.pictures.logged ? [1] : []

    content {
      bucket = "${var.data.access_log_bucket}.s3.amazonaws.com"
      prefix = "pictures/"
    }
  }

  restrictions {
    geo_restriction {
      restriction_type = "none"
    }
  }

  viewer_certificate {
    cloudfront_default_certificate = true
  }
}
