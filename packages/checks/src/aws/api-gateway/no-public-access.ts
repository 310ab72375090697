import type { Answer, Policy, ResourceView } from '../../kit/index.ts';
import { anyOf, defineCheck, hcl, policyOf } from '../../kit/index.ts';
import { publicAccessOf } from '../public-principals.ts';

export default defineCheck({
  id: 'aws-api-gateway-no-public-access',
  since: '1.0.0',
  severity: 'LOW',
  resource: 'aws_api_gateway_method',

  title: 'Methods of a REST API should ask for authorisation or an API key',
  why: 'A method with `authorization = "NONE"` and without an API key answers everyone who knows its address. Preflight requests (`OPTIONS`) have to stay open; private APIs, and those whose policy limits the callers, are protected in another way.',
  harm: 'Anybody on the internet can call the backend through this method.',
  remedy:
    'Name an authoriser or `AWS_IAM` as `authorization`. An API key is the least: it tells callers apart but does not prove who they are.',
  links: [
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_method#authorization',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AWS-0004', 'AWS-0004', 'aws-apigateway-no-public-access'],
    checkov: ['CKV_AWS_59'],
  },

  messages: {
    open: '`{address}` answers everyone, without authorisation or an API key',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_api_gateway_rest_api" "orders" {
          name = "orders"
        }

        resource "aws_api_gateway_resource" "orders" {
          rest_api_id = aws_api_gateway_rest_api.orders.id
          parent_id   = aws_api_gateway_rest_api.orders.root_resource_id
          path_part   = "orders"
        }

        resource "aws_api_gateway_method" "list" {
          rest_api_id   = aws_api_gateway_rest_api.orders.id
          resource_id   = aws_api_gateway_resource.orders.id
          http_method   = "GET"
          authorization = "NONE"
        }
      `,
      expect: 'open',
    },
  ],
  good: () => [
    hcl`
      resource "aws_api_gateway_rest_api" "orders" {
        name = "orders"
      }

      resource "aws_api_gateway_method" "list" {
        rest_api_id   = aws_api_gateway_rest_api.orders.id
        resource_id   = aws_api_gateway_rest_api.orders.root_resource_id
        http_method   = "GET"
        authorization = "AWS_IAM"
      }

      resource "aws_api_gateway_method" "preflight" {
        rest_api_id   = aws_api_gateway_rest_api.orders.id
        resource_id   = aws_api_gateway_rest_api.orders.root_resource_id
        http_method   = "OPTIONS"
        authorization = "NONE"
      }
    `,
  ],

  // Older scanners except the verb `OPTION`, which does not exist, and skip methods of the root resource.
  evaluate(method, report) {
    const authorization = method.attribute('authorization');
    const excuses = [
      method.attribute('http_method').equals('OPTIONS'),
      method.attribute('api_key_required').truth(),
      isProtectedApi(method),
    ];
    const isOpen = authorization.equals('NONE');
    const isExcused = anyOf(excuses);
    if (isOpen === 'false' || isOpen === 'absent' || isExcused === 'true') return;
    if (isOpen === 'unknown' || isExcused === 'unknown') report.undetermined({ at: authorization });
    else report.fail({ message: 'open', at: authorization });
  },
});

/** Whether the API of a method cannot be called by everyone; not known when the API is not in the configuration. */
function isProtectedApi(method: ResourceView): Answer {
  const apis = method.attribute('rest_api_id').refersTo('aws_api_gateway_rest_api').found;
  return apis.length === 0 ? 'unknown' : anyOf(apis.flatMap((api) => [isPrivate(api), limitsCallers(api)]));
}

function isPrivate(api: ResourceView): Answer {
  const types = api.attribute('endpoint_configuration.types');
  return anyOf([
    ...types.items().map((type) => type.equals('PRIVATE')),
    types.state === 'unknown' ? 'unknown' : 'false',
  ]);
}

/** Whether a policy of the API, inline or of its own, turns callers away. */
function limitsCallers(api: ResourceView): Answer {
  const companions = api.relatedTo('aws_api_gateway_rest_api_policy', 'rest_api_id');
  return anyOf([
    limits(policyOf(api.attribute('policy'))),
    ...companions.found.map((companion) => limits(policyOf(companion.attribute('policy')))),
    companions.answer === 'unknown' ? 'unknown' : 'false',
  ]);
}

/** A policy denies what it does not allow, so it limits unless it lets everyone in and denies nothing. */
function limits({ state, statements }: Policy): Answer {
  if (statements.some((statement) => statement.effect === 'Deny')) return 'true';
  const isOpen = anyOf(statements.map((statement) => publicAccessOf(statement).answer));
  if (isOpen !== 'false') return isOpen === 'true' && state === 'known' ? 'false' : 'unknown';
  if (state === 'absent' || state === 'invalid') return 'false';
  return state === 'known' && statements.length > 0 ? 'true' : 'unknown';
}
