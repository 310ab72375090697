import type { ResourceView } from '../../kit/index.ts';
import { defineCheck, hcl } from '../../kit/index.ts';

export default defineCheck({
  id: 'aws-iam-no-user-attached-policies',
  since: '1.0.0',
  severity: 'LOW',
  resource: [
    'aws_iam_user_policy',
    'aws_iam_user_policy_attachment',
    'aws_iam_policy_attachment',
    'aws_iam_user_policy_attachments_exclusive',
  ],

  title: 'IAM policies should hang on groups and roles, not on users',
  why: 'Rights of a group or a role follow from what somebody does and are seen in one place. Rights of a single user are given once and forgotten when the person moves on.',
  harm: 'Users keep rights that they should no longer have.',
  remedy: 'Attach the policy to a group or a role and make the user a member of the group.',
  links: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_user_policy_attachment',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_user_policy',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AWS-0143', 'AWS-0143'],
    checkov: ['CKV_AWS_40'],
  },

  messages: {
    inline: '`{address}` gives a policy to a single user',
    attached: '`{address}` attaches policies to single users',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_iam_user" "ada" {
          name = "ada"
        }

        resource "aws_iam_user_policy_attachment" "ada" {
          user       = aws_iam_user.ada.name
          policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
        }
      `,
      expect: 'attached',
    },
    {
      bad: hcl`
        resource "aws_iam_user_policy" "ada" {
          user = "ada"
          policy = jsonencode({
            Version = "2012-10-17"
            Statement = [{
              Effect   = "Allow"
              Action   = "s3:GetObject"
              Resource = "arn:aws:s3:::orders/*"
            }]
          })
        }
      `,
      expect: 'inline',
    },
  ],
  good: () => [
    hcl`
      resource "aws_iam_group" "support" {
        name = "support"
      }

      resource "aws_iam_group_policy_attachment" "support" {
        group      = aws_iam_group.support.name
        policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
      }
    `,
  ],

  evaluate(resource, report) {
    switch (resource.type) {
      case 'aws_iam_user_policy':
        report.fail({ message: 'inline', at: resource });
        return;
      case 'aws_iam_user_policy_attachment':
        report.fail({ message: 'attached', at: resource });
        return;
      default: {
        const list = resource.attribute(listOf(resource));
        // A list that is unknown as a whole may have elements that are there for certain.
        if (list.isSet() === 'true' || list.items().length > 0) report.fail({ message: 'attached', at: list });
        else if (list.isSet() === 'unknown') report.undetermined({ at: list });
      }
    }
  },
});

/** The list that is empty when nothing is attached to a user. */
function listOf(attachment: ResourceView): string {
  return attachment.type === 'aws_iam_policy_attachment' ? 'users' : 'policy_arns';
}
