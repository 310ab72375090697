import type { Answer, Text } from '../../kit/index.ts';
import { anyOf, defineCheck, endsWithText, hcl } from '../../kit/index.ts';
import { IDENTITY_POLICIES, identityPoliciesOf } from './identity-policies.ts';
import { hasConditionOn, hasWildcard, scopeOfAction } from './statement-scope.ts';

/** Actions that turn ciphertext into something its reader can use. */
const DECRYPTING = ['kms:Decrypt', 'kms:ReEncryptFrom'];

/** Conditions that pick keys, so that the star stands for few. */
const PICKING_KEYS = ['kms:resourcealiases', 'aws:resourcetag/'];

export default defineCheck({
  id: 'aws-iam-block-kms-policy-wildcard',
  since: '1.0.0',
  severity: 'HIGH',
  resource: IDENTITY_POLICIES,

  title: 'IAM policies should not allow decryption with every key',
  why: 'A policy that allows `kms:Decrypt` on a wildcard allows it with every key whose own policy leaves the decision to IAM, in this account and in others. Encryption then no longer separates one service from the next.',
  harm: 'The identity can decrypt data that it was never meant to see.',
  remedy:
    'List the ARNs of the keys that are needed, or pick them with a condition on `kms:ResourceAliases` or on tags.',
  links: [
    'https://docs.aws.amazon.com/securityhub/latest/userguide/kms-controls.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_policy',
  ],
  alsoKnownAs: {
    tfsec: ['AWS097'],
  },

  messages: {
    wildcard: '`{address}` allows decryption with all keys of `{text}`',
  },

  examples: () => [
    {
      bad: hcl`
        data "aws_iam_policy_document" "orders" {
          statement {
            actions   = ["kms:Decrypt"]
            resources = ["*"]
          }
        }

        resource "aws_iam_policy" "orders" {
          name   = "orders"
          policy = data.aws_iam_policy_document.orders.json
        }
      `,
      expect: 'wildcard',
    },
  ],
  good: () => [
    hcl`
      resource "aws_kms_key" "orders" {
        enable_key_rotation = true
      }

      data "aws_iam_policy_document" "orders" {
        statement {
          actions   = ["kms:Decrypt"]
          resources = [aws_kms_key.orders.arn]
        }
      }

      resource "aws_iam_policy" "orders" {
        name   = "orders"
        policy = data.aws_iam_policy_document.orders.json
      }
    `,
  ],

  evaluate(resource, report) {
    for (const { attribute, policy, isPartly } of identityPoliciesOf(resource)) {
      if (isPartly) report.undetermined({ at: attribute });
      for (const statement of policy.statements) {
        if (statement.effect === 'Deny' || hasConditionOn(statement, PICKING_KEYS)) continue;
        const decrypts = anyOf(DECRYPTING.map((action) => scopeOfAction(statement, action).answer));
        if (decrypts === 'false') continue;
        const isCertain = decrypts === 'true' && statement.effect === 'Allow' && !statement.isPartlyUnknown;
        for (const text of statement.resources.items) {
          const isWide = standsForKeys(text);
          if (isWide === 'true' && isCertain)
            report.fail({ message: 'wildcard', at: text, values: { text: print(text) } });
          else if (isWide !== 'false') report.undetermined({ at: text });
        }
      }
    }
  },
});

/** A star at the end stands for many keys; one for the region or the account of a named key does not. */
function standsForKeys(text: Text): Answer {
  if (endsWithText(text, '*') === 'true') return 'true';
  return hasWildcard(text) === 'unknown' ? 'unknown' : 'false';
}

function print(text: Text): string {
  return text.pieces.map((piece) => piece ?? '...').join('');
}
