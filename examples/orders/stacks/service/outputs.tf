output "load_balancer_dns_name" {
  value = aws_lb.public.dns_name
}

output "picture_domain" {
  value = aws_cloudfront_distribution.pictures.domain_name
}

output "partner_api" {
  value = aws_apigatewayv2_api.partner.api_endpoint
}

output "deploy_role_arn" {
  value = one(aws_iam_role.deploy[*].arn)
}
