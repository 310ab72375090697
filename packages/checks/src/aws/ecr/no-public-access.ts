import type { Answer, Statement, Text } from '../../kit/index.ts';
import {
  allOf,
  answerOf,
  anyOf,
  defineCheck,
  equalsText,
  hcl,
  not,
  policyOf,
  startsWithText,
} from '../../kit/index.ts';
import { publicAccessOf } from '../public-principals.ts';

export default defineCheck({
  id: 'aws-ecr-no-public-access',
  since: '1.0.0',
  severity: 'HIGH',
  resource: ['aws_ecr_repository_policy', 'aws_ecr_registry_policy', 'aws_ecr_repository_creation_template'],

  title: 'Policies of ECR repositories should not let everybody in',
  why: 'A wildcard as the principal lets every account of AWS use the actions of the statement. Images hold code and settings, and sometimes secrets; with the right to push, what runs in production can be replaced.',
  harm: 'Strangers can pull images, or push their own.',
  remedy: 'Name the accounts or roles as principals, or limit the statement with a condition on `aws:PrincipalOrgID`.',
  links: [
    'https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecr_repository_policy',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AWS-0032', 'AWS-0032'],
    checkov: ['CKV_AWS_32'],
  },

  messages: {
    public: '`{address}` lets every account use the repository',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_ecr_repository" "shop" {
          name = "shop"
        }

        resource "aws_ecr_repository_policy" "shop" {
          repository = aws_ecr_repository.shop.name
          policy = jsonencode({
            Version = "2012-10-17"
            Statement = [
              {
                Effect    = "Allow"
                Principal = "*"
                Action    = ["ecr:BatchGetImage", "ecr:PutImage"]
              },
            ]
          })
        }
      `,
      expect: 'public',
    },
    {
      bad: hcl`
        data "aws_iam_policy_document" "shop" {
          statement {
            actions = ["ecr:BatchGetImage"]

            principals {
              type        = "AWS"
              identifiers = ["*"]
            }
          }
        }

        resource "aws_ecr_repository_policy" "shop" {
          repository = "shop"
          policy     = data.aws_iam_policy_document.shop.json
        }
      `,
      expect: 'public',
    },
  ],
  good: () => [
    hcl`
      resource "aws_ecr_repository_policy" "shop" {
        repository = "shop"
        policy = jsonencode({
          Version = "2012-10-17"
          Statement = [
            {
              Effect    = "Allow"
              Principal = { AWS = "arn:aws:iam::444455556666:root" }
              Action    = ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
            },
          ]
        })
      }
    `,
    hcl`
      resource "aws_ecr_repository_policy" "shop" {
        repository = "shop"
        policy = jsonencode({
          Version = "2012-10-17"
          Statement = [
            {
              Effect    = "Allow"
              Principal = "*"
              Action    = "ecr:BatchGetImage"
              Condition = {
                StringEquals = { "aws:PrincipalOrgID" = "o-0123456789" }
              }
            },
          ]
        })
      }
    `,
  ],

  // tfsec 1.28 also reports statements that deny, and those that a condition limits to an organisation; both are mistakes. It overlooks
  // the action `*` and policies of repositories from elsewhere.
  evaluate(resource, report) {
    const isTemplate = resource.type === 'aws_ecr_repository_creation_template';
    const attribute = resource.attribute(isTemplate ? 'repository_policy' : 'policy');
    const policy = policyOf(attribute);
    if (policy.state === 'unknown' || policy.state === 'partly') report.undetermined({ at: attribute });
    for (const statement of policy.statements) {
      const { answer, at } = publicAccessOf(statement);
      const isPublic = allOf([answer, concernsEcr(statement)]);
      if (isPublic === 'true') report.fail({ message: 'public', at });
      if (isPublic === 'unknown') report.undetermined({ at });
    }
  },
});

/** Whether a statement is about actions of ECR. Every action but a few is, unless all of ECR is excepted. */
function concernsEcr({ actions, notActions, isPartlyUnknown }: Statement): Answer {
  if (notActions.isWritten) {
    return not(anyOf(notActions.items.map((action) => equalsText(action, 'ecr:*', true))));
  }
  return anyOf([...actions.items.map(isOfEcr), actions.hasMore || isPartlyUnknown ? 'unknown' : 'false']);
}

/** Names of services are read without case; a star may stand for the service too. */
function isOfEcr(action: Text): Answer {
  if (action.text === undefined) return startsWithText(action, 'ecr:');
  const [service = ''] = action.text.toLowerCase().split(':');
  return answerOf(service === 'ecr' || service.includes('*'));
}
