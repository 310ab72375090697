import { defineCheck, hcl } from '../../kit/index.ts';

export default defineCheck({
  id: 'aws-api-gateway-enable-access-logging',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: ['aws_api_gateway_stage', 'aws_apigatewayv2_stage'],

  title: 'Stages of API Gateway should write access logs',
  why: 'Access logs say who called an API, from where, and with what result. A stage of a REST, HTTP or WebSocket API writes them only when it is told where to.',
  harm: 'Misuse of the API and failed attacks on it leave no trace.',
  remedy:
    'Add an `access_log_settings` block with the ARN of a log group or of a Firehose stream as `destination_arn`, and a `format`.',
  links: [
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_stage#access_log_settings',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/apigatewayv2_stage#access_log_settings',
  ],
  alsoKnownAs: {
    tfsec: ['AWS061'],
    trivy: ['AVD-AWS-0001', 'AWS-0001', 'aws-apigateway-enable-access-logging'],
    checkov: ['CKV_AWS_76'],
  },

  messages: {
    missing: '`{address}` has no `access_log_settings` block, so calls are not logged',
    empty: '`{address}` names no destination for its access logs',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_apigatewayv2_api" "orders" {
          name          = "orders"
          protocol_type = "HTTP"
        }

        resource "aws_apigatewayv2_stage" "live" {
          api_id = aws_apigatewayv2_api.orders.id
          name   = "live"
        }
      `,
      expect: 'missing',
    },
    {
      bad: hcl`
        resource "aws_api_gateway_stage" "live" {
          rest_api_id   = "a1b2c3d4e5"
          deployment_id = "f6g7h8"
          stage_name    = "live"

          access_log_settings {
            destination_arn = ""
            format          = "$context.requestId"
          }
        }
      `,
      expect: 'empty',
    },
  ],
  good: () => [
    hcl`
      resource "aws_cloudwatch_log_group" "orders" {
        name = "/api/orders"
      }

      resource "aws_api_gateway_stage" "live" {
        rest_api_id   = "a1b2c3d4e5"
        deployment_id = "f6g7h8"
        stage_name    = "live"

        access_log_settings {
          destination_arn = aws_cloudwatch_log_group.orders.arn
          format          = "$context.requestId $context.identity.sourceIp $context.status"
        }
      }
    `,
  ],

  // No fix: the destination is the user's choice. The role that REST APIs need for it is set once for the account.
  evaluate(stage, report) {
    const destination = stage.attribute('access_log_settings.destination_arn');
    const isSet = destination.isSet();
    if (isSet === 'unknown') report.undetermined({ at: destination });
    if (isSet !== 'false') return;
    const hasBlock = stage.block('access_log_settings') !== undefined;
    report.fail({ message: hasBlock ? 'empty' : 'missing', at: destination });
  },
});
