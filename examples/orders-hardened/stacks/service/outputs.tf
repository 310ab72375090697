output "site_domains" {
  value = { for name, distribution in aws_cloudfront_distribution.public : name => distribution.domain_name }
}

output "partner_api" {
  value = aws_apigatewayv2_api.partner.api_endpoint
}

output "deploy_role_arn" {
  value = one(aws_iam_role.deploy[*].arn)
}
