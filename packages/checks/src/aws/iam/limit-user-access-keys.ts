import type { Estate, ResourceView } from '../../kit/index.ts';
import { defineCheck, hcl } from '../../kit/index.ts';

const KEY = 'aws_iam_access_key';

export default defineCheck({
  id: 'aws-iam-limit-user-access-keys',
  since: '1.0.0',
  severity: 'LOW',
  status: 'preview',
  reason: 'Two keys are ordinary while one replaces the other. It belongs to the CIS benchmark.',
  resource: KEY,

  title: 'IAM users should have one active access key at most',
  why: 'A second key is needed only for the short time in which it replaces the first. One that stays is another credential without an end, and the older it gets the fewer know where it lies.',
  harm: 'More long-lived credentials can leak, and nobody misses the forgotten one.',
  remedy: 'Keep one active key for a user and delete the other, or use roles instead of keys.',
  links: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_access_key',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AWS-0167', 'AWS-0167'],
  },

  messages: {
    second: '`{address}` is one more active key of a user that has one',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_iam_user" "deploy" {
          name = "deploy"
        }

        resource "aws_iam_access_key" "first" {
          user = aws_iam_user.deploy.name
        }

        resource "aws_iam_access_key" "second" {
          user = aws_iam_user.deploy.name
        }
      `,
      expect: 'second',
    },
  ],
  good: () => [
    hcl`
      resource "aws_iam_user" "deploy" {
        name = "deploy"
      }

      resource "aws_iam_access_key" "old" {
        user   = aws_iam_user.deploy.name
        status = "Inactive"
      }

      resource "aws_iam_access_key" "new" {
        user = aws_iam_user.deploy.name
      }
    `,
  ],

  evaluate(key, report) {
    const isActive = activeness(key);
    // How many keys an unknown count makes is not known; what is written is one.
    if (isActive === 'false' || !key.isCertain) return;
    const hasOther = hasEarlier(key);
    if (hasOther === 'false') return;
    if (hasOther === 'true' && isActive === 'true') report.fail({ message: 'second', at: key });
    else report.undetermined({ at: key.attribute('status') });
  },
});

/** Missing means active. */
function activeness(key: ResourceView): 'true' | 'false' | 'unknown' {
  const status = key.attribute('status').equals('Active');
  return status === 'absent' ? 'true' : status;
}

/** Whether a key of the same user that comes before this one is active. */
function hasEarlier(key: ResourceView): 'true' | 'false' | 'unknown' {
  const order = orderOfKeys(key.estate);
  const own = order.get(key) ?? 0;
  let result: 'false' | 'unknown' = 'false';
  for (const other of keysOfSameUser(key)) {
    if (!other.isCertain || (order.get(other) ?? own) >= own) continue;
    const isActive = activeness(other);
    if (isActive === 'true') return 'true';
    if (isActive === 'unknown') result = 'unknown';
  }
  return result;
}

function keysOfSameUser(key: ResourceView): readonly ResourceView[] {
  const user = key.attribute('user').refersTo('aws_iam_user').found[0];
  return user?.relatedTo(KEY, 'user').found ?? key.relatedTo(KEY, 'user', { name: 'user' }).found;
}

const orders = new WeakMap<Estate, ReadonlyMap<ResourceView, number>>();

/** The place of each key among all keys, counted once for an estate, so that many keys take no quadratic time. */
function orderOfKeys(estate: Estate): ReadonlyMap<ResourceView, number> {
  let order = orders.get(estate);
  if (order === undefined) {
    order = new Map(estate.resources(KEY).map((key, i) => [key, i]));
    orders.set(estate, order);
  }
  return order;
}
