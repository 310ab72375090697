# Where customers come in: CloudFront, and behind it a load balancer that only CloudFront can reach.

data "aws_ec2_managed_prefix_list" "cloudfront" {
  name = "com.amazonaws.global.cloudfront.origin-facing"
}

module "load_balancer_access" {
  source = "../../modules/security-group"

  name        = "${local.prefix}-entry"
  description = "Entry of the order system, for CloudFront"
  vpc_id      = var.network.vpc_id

  ingress = {
    https = { description = "HTTPS from CloudFront", port = 443, prefix_list_id = data.aws_ec2_managed_prefix_list.cloudfront.id }
  }

  egress = {
    tasks = { description = "Tasks", port = 8080, cidr = var.network.cidr }
  }
}

resource "aws_lb" "entry" {
  name                       = "${local.prefix}-entry"
  load_balancer_type         = "application"
  internal                   = true
  subnets                    = var.network.private_subnet_ids
  security_groups            = [module.load_balancer_access.id]
  drop_invalid_header_fields = true
  enable_deletion_protection = true

  access_logs {
    enabled = true
    bucket  = var.data.access_log_bucket
    prefix  = "lb"
  }
}

# For old links inside the company.
resource "aws_lb_listener" "redirect" {
  load_balancer_arn = aws_lb.entry.arn
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
  load_balancer_arn = aws_lb.entry.arn
  port              = 443
  protocol          = "HTTPS"
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-2021-06"
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

resource "aws_cloudfront_vpc_origin" "entry" {
  vpc_origin_endpoint_config {
    name                   = "${local.prefix}-entry"
    arn                    = aws_lb.entry.arn
    http_port              = 80
    https_port             = 443
    origin_protocol_policy = "https-only"

    origin_ssl_protocols {
      items    = ["TLSv1.2"]
      quantity = 1
    }
  }
}

resource "aws_wafv2_web_acl" "public" {
  name   = "${local.prefix}-public"
  scope  = "CLOUDFRONT"
  region = "us-east-1"

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

resource "aws_cloudfront_origin_access_control" "buckets" {
  name                              = "${local.prefix}-buckets"
  origin_access_control_origin_type = "s3"
  signing_behavior                  = "always"
  signing_protocol                  = "sigv4"
}

resource "aws_cloudfront_distribution" "public" {
  for_each = local.sites

  enabled         = true
  is_ipv6_enabled = true
  comment         = "${each.key}, ${var.environment}"
  price_class     = "PriceClass_100"
  aliases         = ["${each.key}.${var.mail_domain}"]
  web_acl_id      = aws_wafv2_web_acl.public.arn

  origin {
    origin_id                = each.key
    domain_name              = each.value.domain
    origin_access_control_id = each.value.access_control

    dynamic "vpc_origin_config" {
      for_each = each.value.vpc_origin[*]

      content {
        vpc_origin_id = vpc_origin_config.value
      }
    }
  }

  default_cache_behavior {
    target_origin_id       = each.key
    allowed_methods        = each.value.methods
    cached_methods         = ["GET", "HEAD"]
    viewer_protocol_policy = "redirect-to-https"
    cache_policy_id        = each.value.cache_policy
  }

  logging_config {
    bucket = "${var.data.access_log_bucket}.s3.amazonaws.com"
    prefix = "${each.key}/"
  }

  restrictions {
    geo_restriction {
      restriction_type = "none"
    }
  }

  viewer_certificate {
    acm_certificate_arn      = var.edge_certificate_arn
    ssl_support_method       = "sni-only"
    minimum_protocol_version = "TLSv1.2_2021"
  }
}

locals {
  sites = {
    shop = {
      domain         = aws_lb.entry.dns_name
      vpc_origin     = aws_cloudfront_vpc_origin.entry.id
      access_control = null
      methods        = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"]
      cache_policy   = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad" # Managed-CachingDisabled
    }

    pictures = {
      domain         = var.data.buckets["pictures"].domain
      vpc_origin     = null
      access_control = aws_cloudfront_origin_access_control.buckets.id
      methods        = ["GET", "HEAD"]
      cache_policy   = "658327ea-f89d-4fab-a63d-7e88639e58f6" # Managed-CachingOptimized
    }

    careers = {
      domain         = var.data.buckets["careers"].domain
      vpc_origin     = null
      access_control = aws_cloudfront_origin_access_control.buckets.id
      methods        = ["GET", "HEAD"]
      cache_policy   = "658327ea-f89d-4fab-a63d-7e88639e58f6"
    }
  }
}
