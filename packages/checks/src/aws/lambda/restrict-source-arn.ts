import { anyOf, defineCheck, hcl } from '../../kit/index.ts';

/** Endings of the principals that are services of AWS; the second is the partition of China. */
const SERVICE_ENDINGS: readonly string[] = ['.amazonaws.com', '.amazonaws.com.cn'];

/** Copies the functions of Lambda@Edge to the edge. It reads them and calls none, and takes no source. */
const REPLICATOR = 'replicator.lambda.amazonaws.com';

/** Arguments that keep other accounts out as well. tfsec 1.28 does not look at them. */
const OTHER_LIMITS: readonly string[] = ['source_account', 'principal_org_id'];

export default defineCheck({
  id: 'aws-lambda-restrict-source-arn',
  since: '1.0.0',
  severity: 'CRITICAL',
  resource: 'aws_lambda_permission',

  title: 'Permissions for services to call a Lambda function should name the source',
  why: 'A permission for a service without a source is for every resource of that service, in other accounts too. Somebody who knows the name of the function can have the service call it. This is the confused deputy.',
  harm: 'Strangers can run the function with input of their choice.',
  remedy: 'Set `source_arn` to the resource that may call the function, or at least `source_account` to its account.',
  links: [
    'https://docs.aws.amazon.com/lambda/latest/dg/permissions-function-services.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lambda_permission#source_arn',
  ],
  alsoKnownAs: {
    tfsec: ['AWS058'],
    trivy: ['AVD-AWS-0067', 'AWS-0067'],
    checkov: ['CKV_AWS_364'],
  },

  messages: {
    missing: '`{address}` lets every resource of the service call the function, of any account',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_lambda_permission" "orders" {
          action        = "lambda:InvokeFunction"
          function_name = "invoices"
          principal     = "sns.amazonaws.com"
        }
      `,
      expect: 'missing',
    },
  ],
  good: () => [
    hcl`
      resource "aws_lambda_permission" "orders" {
        action        = "lambda:InvokeFunction"
        function_name = "invoices"
        principal     = "sns.amazonaws.com"
        source_arn    = "arn:aws:sns:eu-west-1:111122223333:orders"
      }
    `,
  ],

  // No fix: which resource may call is not in the code.
  evaluate(permission, report) {
    const principal = permission.attribute('principal');
    const isService = principal.matches((text) => SERVICE_ENDINGS.some((ending) => text.endsWith(ending)));
    if (isService === 'false' || isService === 'absent' || principal.equals(REPLICATOR) === 'true') return;
    const source = permission.attribute('source_arn');
    const isLimited = anyOf([source.isSet(), ...OTHER_LIMITS.map((name) => permission.attribute(name).isSet())]);
    if (isLimited === 'true') return;
    if (isService === 'unknown') report.undetermined({ at: principal });
    else if (isLimited === 'unknown') report.undetermined({ at: source });
    else report.fail({ message: 'missing', at: source });
  },
});
