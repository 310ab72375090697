import { defineCheck, edit, hcl } from '../../kit/index.ts';
import { matchesEverything } from './repository-pattern.ts';

const SETTING = 'image_tag_mutability';
const CAUTION = 'pipelines that push the same tag again, such as `latest`, stop working';

export default defineCheck({
  id: 'aws-ecr-enforce-immutable-repository',
  since: '1.0.0',
  severity: 'HIGH',
  resource: 'aws_ecr_repository',

  title: 'Tags of ECR images should be immutable',
  why: 'Where tags can move, whoever may push can put another image behind a tag that is in use. With immutable tags a tag means the same image for ever, and what was tested is what runs.',
  harm: 'Hostile code can take the place of an image that services trust.',
  remedy:
    'Set `image_tag_mutability = "IMMUTABLE"`. Where single tags have to move, use `IMMUTABLE_WITH_EXCLUSION` and name them in a filter.',
  links: [
    'https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecr_repository#image_tag_mutability',
  ],
  alsoKnownAs: {
    tfsec: ['AWS078'],
    trivy: ['AVD-AWS-0031', 'AWS-0031'],
    checkov: ['CKV_AWS_51'],
  },
  providerFacts: [
    {
      version: 'aws 6',
      fact: '`IMMUTABLE_WITH_EXCLUSION` and `MUTABLE_WITH_EXCLUSION` are new, with filters for the tags that are excepted.',
    },
  ],

  messages: {
    missing: '`{address}` lets tags move: it does not set `image_tag_mutability`',
    value: '`{address}` lets tags move: `image_tag_mutability` is `{value}`',
    everything: '`{address}` excepts every tag from being immutable',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_ecr_repository" "shop" {
          name = "shop"
        }
      `,
      expect: 'missing',
      fixed: hcl`
        resource "aws_ecr_repository" "shop" {
          name                 = "shop"
          image_tag_mutability = "IMMUTABLE"
        }
      `,
    },
    {
      bad: hcl`
        resource "aws_ecr_repository" "shop" {
          name                 = "shop"
          image_tag_mutability = "MUTABLE"
        }
      `,
      expect: 'value',
      fixed: hcl`
        resource "aws_ecr_repository" "shop" {
          name                 = "shop"
          image_tag_mutability = "IMMUTABLE"
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "aws_ecr_repository" "shop" {
        name                 = "shop"
        image_tag_mutability = "IMMUTABLE"
      }
    `,
    hcl`
      resource "aws_ecr_repository" "shop" {
        name                 = "shop"
        image_tag_mutability = "IMMUTABLE_WITH_EXCLUSION"

        image_tag_mutability_exclusion_filter {
          filter      = "latest*"
          filter_type = "WILDCARD"
        }
      }
    `,
  ],

  evaluate(repository, report) {
    const setting = repository.attribute(SETTING);
    const isImmutable = setting.isOneOf(['IMMUTABLE', 'IMMUTABLE_WITH_EXCLUSION'], true);
    const fix = edit.withCaution(edit.setAttribute(repository, SETTING, '"IMMUTABLE"'), CAUTION);
    switch (isImmutable) {
      case 'absent':
        report.fail({ message: 'missing', at: setting, fix });
        return;
      case 'false':
        report.fail({ message: 'value', at: setting, fix });
        return;
      case 'unknown':
        report.undetermined({ at: setting });
        return;
      case 'true':
        break;
    }
    if (setting.equals('IMMUTABLE_WITH_EXCLUSION', true) !== 'true') return;
    for (const exclusion of repository.blocks('image_tag_mutability_exclusion_filter')) {
      const filter = exclusion.attribute('filter');
      if (filter.matches(matchesEverything) === 'true') report.fail({ message: 'everything', at: filter });
      else if (filter.state === 'unknown') report.undetermined({ at: filter });
    }
  },
});
