import type { AttributeView } from '../../kit/index.ts';
import { anyOf, defineCheck, hcl } from '../../kit/index.ts';

export default defineCheck({
  id: 'aws-iam-no-root-access-keys',
  since: '1.0.0',
  severity: 'CRITICAL',
  resource: 'aws_iam_access_key',

  title: 'The root user should have no access keys',
  why: 'The root user may do everything in the account, and no policy can limit it. A key for it is a password for everything that never expires. A user that is called `root` is meant to be as strong, so the check goes by the name.',
  harm: 'Whoever finds the key owns the account.',
  remedy: 'Delete the key and use roles, or users with the rights that they need.',
  links: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#lock-away-credentials',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_access_key',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AWS-0141', 'AWS-0141'],
    checkov: ['CKV_AWS_348'],
  },

  messages: {
    root: '`{address}` is an access key for the root user',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_iam_access_key" "root" {
          user = "root"
        }
      `,
      expect: 'root',
    },
  ],
  good: () => [
    hcl`
      resource "aws_iam_user" "deploy" {
        name = "deploy"
      }

      resource "aws_iam_access_key" "deploy" {
        user = aws_iam_user.deploy.name
      }
    `,
  ],

  evaluate(key, report) {
    const user = key.attribute('user');
    const status = key.attribute('status');
    const isRoot = isRootUser(user);
    // Missing means active.
    const isInactive = status.equals('Inactive');
    if (isRoot === 'false' || isInactive === 'true') return;
    if (isRoot === 'unknown') report.undetermined({ at: user });
    else if (isInactive === 'unknown') report.undetermined({ at: status });
    else report.fail({ message: 'root', at: user });
  },
});

function isRootUser(user: AttributeView): 'true' | 'false' | 'unknown' {
  const [referred] = user.refersTo('aws_iam_user').found;
  return anyOf([(referred?.attribute('name') ?? user).equals('root')]);
}
