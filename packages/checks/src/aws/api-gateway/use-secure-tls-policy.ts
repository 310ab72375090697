import { defineCheck, edit, hcl } from '../../kit/index.ts';

/** Policies that refuse everything below TLS 1.2: the classic one, and all named ones of 2018 and later. */
const MODERN_POLICY = /^(?:TLS_1_[23]|SecurityPolicy_TLS1[23]_\w+)$/;

export default defineCheck({
  id: 'aws-api-gateway-use-secure-tls-policy',
  since: '1.0.0',
  severity: 'HIGH',
  resource: ['aws_api_gateway_domain_name', 'aws_apigatewayv2_domain_name'],

  title: 'Custom domains of API Gateway should refuse TLS below 1.2',
  why: 'The security policy of a custom domain sets the oldest version of TLS that clients may use. TLS 1.0 and 1.1 have known weaknesses, and current standards forbid them.',
  harm: 'Connections can be brought down to a protocol that attackers can break.',
  remedy:
    'Set `security_policy` to `TLS_1_2`, or to one of the newer policies whose names begin with `SecurityPolicy_TLS13`.',
  links: [
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-custom-domain-tls-version.html',
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-security-policies-list.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_domain_name#security_policy',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/apigatewayv2_domain_name#security_policy',
  ],
  alsoKnownAs: {
    tfsec: ['AWS025'],
    trivy: ['AVD-AWS-0005', 'AWS-0005', 'aws-apigateway-use-secure-tls-policy'],
    checkov: ['CKV_AWS_206'],
  },

  messages: {
    missing: '`{address}` names no `security_policy`, so clients may use TLS 1.0',
    value: '`{address}` has the security policy `{value}`, which accepts TLS below 1.2',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_api_gateway_domain_name" "orders" {
          domain_name     = "orders.example.com"
          certificate_arn = "arn:aws:acm:us-east-1:111122223333:certificate/0a1b2c3d"
        }
      `,
      expect: 'missing',
      fixed: hcl`
        resource "aws_api_gateway_domain_name" "orders" {
          domain_name     = "orders.example.com"
          certificate_arn = "arn:aws:acm:us-east-1:111122223333:certificate/0a1b2c3d"
          security_policy = "TLS_1_2"
        }
      `,
    },
    {
      bad: hcl`
        resource "aws_api_gateway_domain_name" "orders" {
          domain_name     = "orders.example.com"
          certificate_arn = "arn:aws:acm:us-east-1:111122223333:certificate/0a1b2c3d"
          security_policy = "TLS_1_0"
        }
      `,
      expect: 'value',
      fixed: hcl`
        resource "aws_api_gateway_domain_name" "orders" {
          domain_name     = "orders.example.com"
          certificate_arn = "arn:aws:acm:us-east-1:111122223333:certificate/0a1b2c3d"
          security_policy = "TLS_1_2"
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "aws_api_gateway_domain_name" "orders" {
        domain_name     = "orders.example.com"
        certificate_arn = "arn:aws:acm:us-east-1:111122223333:certificate/0a1b2c3d"
        security_policy = "TLS_1_2"
      }
    `,
    hcl`
      resource "aws_apigatewayv2_domain_name" "orders" {
        domain_name = "orders.example.com"

        domain_name_configuration {
          certificate_arn = "arn:aws:acm:eu-west-1:111122223333:certificate/0a1b2c3d"
          endpoint_type   = "REGIONAL"
          security_policy = "TLS_1_2"
        }
      }
    `,
  ],

  evaluate(domain, report) {
    const isClassic = domain.type === 'aws_api_gateway_domain_name';
    const path = isClassic ? 'security_policy' : 'domain_name_configuration.security_policy';
    const policy = domain.attribute(path);
    const caution = 'clients that know only older versions of TLS lose access';
    const fix = edit.withCaution(edit.setAttribute(domain, path, '"TLS_1_2"'), caution);
    switch (policy.matches((name) => MODERN_POLICY.test(name))) {
      case 'true':
        return;
      case 'unknown':
        report.undetermined({ at: policy });
        return;
      case 'absent':
        report.fail({ message: 'missing', at: policy, fix });
        return;
      case 'false':
        report.fail({ message: 'value', at: policy, fix });
        return;
    }
  },
});
