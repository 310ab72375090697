import { defineCheck, hcl, requireOneOf } from '../../kit/index.ts';

export default defineCheck({
  id: 'aws-lambda-enable-tracing',
  since: '1.0.0',
  severity: 'LOW',
  resource: 'aws_lambda_function',

  title: 'Lambda functions should be traced',
  why: 'X-Ray traces show how requests pass through functions and what these call. They help to find failures, and patterns of calls that nobody expects. With `PassThrough` a function is traced only when its caller asks for it.',
  harm: 'Failures and misuse of the function are harder to find.',
  remedy:
    'Add a `tracing_config` block with `mode = "Active"`, and allow the role of the function `xray:PutTraceSegments` and `xray:PutTelemetryRecords`.',
  links: [
    'https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lambda_function#tracing_config',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AWS-0066', 'AWS-0066'],
    checkov: ['CKV_AWS_50'],
  },

  messages: {
    missing: '`{address}` has no tracing mode, so it is not traced',
    value: '`{address}` is not traced by itself: its tracing mode is `{value}`',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_lambda_function" "invoices" {
          function_name = "invoices"
          role          = "arn:aws:iam::111122223333:role/invoices"
          filename      = "invoices.zip"
          handler       = "index.handler"
          runtime       = "nodejs22.x"
        }
      `,
      expect: 'missing',
      fixed: hcl`
        resource "aws_lambda_function" "invoices" {
          function_name = "invoices"
          role          = "arn:aws:iam::111122223333:role/invoices"
          filename      = "invoices.zip"
          handler       = "index.handler"
          runtime       = "nodejs22.x"

          tracing_config {
            mode = "Active"
          }
        }
      `,
    },
    {
      bad: hcl`
        resource "aws_lambda_function" "invoices" {
          function_name = "invoices"
          role          = "arn:aws:iam::111122223333:role/invoices"
          filename      = "invoices.zip"
          handler       = "index.handler"
          runtime       = "nodejs22.x"

          tracing_config {
            mode = "PassThrough"
          }
        }
      `,
      expect: 'value',
      fixed: hcl`
        resource "aws_lambda_function" "invoices" {
          function_name = "invoices"
          role          = "arn:aws:iam::111122223333:role/invoices"
          filename      = "invoices.zip"
          handler       = "index.handler"
          runtime       = "nodejs22.x"

          tracing_config {
            mode = "Active"
          }
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "aws_lambda_function" "invoices" {
        function_name = "invoices"
        role          = "arn:aws:iam::111122223333:role/invoices"
        filename      = "invoices.zip"
        handler       = "index.handler"
        runtime       = "nodejs22.x"

        tracing_config {
          mode = "Active"
        }
      }
    `,
  ],

  evaluate: requireOneOf('tracing_config.mode', ['Active'], {
    absent: 'fails',
    fixTo: '"Active"',
    caution: 'the role of the function needs `xray:PutTraceSegments` and `xray:PutTelemetryRecords`',
  }),
});
