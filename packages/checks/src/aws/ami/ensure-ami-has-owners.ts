import type { Answer, BlockView, ResourceView } from '../../kit/index.ts';
import { allOf, answerOf, anyOf, defineCheck, hcl } from '../../kit/index.ts';

/** Filters that only the owner, AWS or the id of an image can satisfy. Amazon keeps the list of owner aliases itself. */
const BINDING_FILTERS: readonly string[] = ['image-id', 'owner-alias', 'owner-id'];

export default defineCheck({
  id: 'aws-ami-ensure-ami-has-owners',
  since: '1.0.0',
  severity: 'LOW',
  resource: 'data.aws_ami',

  title: 'Look-ups of machine images should name the owners',
  why: 'A look-up without an owner searches the images of every account and may take the newest that matches. Anyone can publish an image with a fitting name and have it started in your account. This is known as the whoAMI attack.',
  harm: 'A malicious image of a stranger is started with the rights of your instances.',
  remedy: 'List the account ids or aliases you trust in `owners`: `self`, `amazon`, or the account of the vendor.',
  links: [
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/sharing-amis.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/ami',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AWS-0344', 'AWS-0344'],
  },
  providerFacts: [
    { version: 'aws 3', fact: '`owners` is required; from 4.0 on it is optional.' },
    {
      version: 'aws 6',
      fact: '`most_recent` without `owners` is an error unless a filter names `image-id` or `owner-id`; `allow_unsafe_filter` turns it into a warning. The check does not depend on either argument.',
    },
  ],

  messages: {
    missing: '`{address}` names no owners, so the image may come from any account',
  },

  examples: () => [
    {
      bad: hcl`
        data "aws_ami" "ubuntu" {
          most_recent = true

          filter {
            name   = "name"
            values = ["ubuntu/images/hvm-ssd/ubuntu-noble-24.04-amd64-server-*"]
          }
        }
      `,
      expect: 'missing',
    },
  ],
  good: () => [
    hcl`
      data "aws_ami" "ubuntu" {
        most_recent = true
        owners      = ["099720109477"] # Canonical

        filter {
          name   = "name"
          values = ["ubuntu/images/hvm-ssd/ubuntu-noble-24.04-amd64-server-*"]
        }
      }
    `,
  ],

  // No fix: whom to trust is for people to say.
  evaluate(image, report) {
    const owners = image.attribute('owners');
    const isOwned = owners.items().length > 0 ? 'true' : owners.isSet();
    if (isOwned === 'true') return;
    const isBound = isBoundByFilter(image);
    if (isBound === 'true') return;
    if (isBound === 'unknown') report.undetermined({ at: image });
    else if (isOwned === 'unknown') report.undetermined({ at: owners });
    else report.fail({ message: 'missing', at: owners });
  },
});

function isBoundByFilter(image: ResourceView): Answer {
  return anyOf(image.blocks('filter').map(isBinding));
}

function isBinding(filter: BlockView): Answer {
  return allOf([filter.exists, filter.attribute('name').isOneOf(BINDING_FILTERS), bindsValues(filter)]);
}

/** A wildcard is as good as no filter; a value that is not known is somebody's choice. */
function bindsValues(filter: BlockView): Answer {
  const values = filter.attribute('values');
  const items = values.items();
  if (items.length === 0) return values.isSet();
  return answerOf(items.every((value) => value.matches(isWildcard) !== 'true'));
}

function isWildcard(text: string): boolean {
  return /^[*?]*$/.test(text);
}
