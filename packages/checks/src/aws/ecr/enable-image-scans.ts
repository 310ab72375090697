import type { Answer, AttributeView, ResourceView } from '../../kit/index.ts';
import { allOf, anyOf, anySetting, defineCheck, edit, hcl } from '../../kit/index.ts';
import { matchesEverything, matchesPattern } from './repository-pattern.ts';

const SETTING = 'image_scanning_configuration.scan_on_push';

export default defineCheck({
  id: 'aws-ecr-enable-image-scans',
  since: '1.0.0',
  severity: 'HIGH',
  resource: 'aws_ecr_repository',

  title: 'ECR repositories should scan images when they arrive',
  why: 'A scan finds packages with known weaknesses in an image before anybody runs it. Without one, weak images are used until somebody looks. It is off for a new repository, unless the registry has a rule for it.',
  harm: 'Images with known weaknesses go into use unnoticed.',
  remedy:
    'Set `scan_on_push = true` in an `image_scanning_configuration` block, or scan all repositories with a rule of `aws_ecr_registry_scanning_configuration`.',
  links: [
    'https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecr_repository#image_scanning_configuration',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecr_registry_scanning_configuration',
  ],
  alsoKnownAs: {
    tfsec: ['AWS023'],
    trivy: ['AVD-AWS-0030', 'AWS-0030'],
    checkov: ['CKV_AWS_163'],
  },

  messages: {
    missing: '`{address}` does not scan images: it does not set `scan_on_push`',
    disabled: '`{address}` does not scan images',
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
          name = "shop"

          image_scanning_configuration {
            scan_on_push = true
          }
        }
      `,
    },
    {
      bad: hcl`
        resource "aws_ecr_repository" "shop" {
          name = "shop"

          image_scanning_configuration {
            scan_on_push = false
          }
        }
      `,
      expect: 'disabled',
      fixed: hcl`
        resource "aws_ecr_repository" "shop" {
          name = "shop"

          image_scanning_configuration {
            scan_on_push = true
          }
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "aws_ecr_repository" "shop" {
        name = "shop"

        image_scanning_configuration {
          scan_on_push = true
        }
      }
    `,
    hcl`
      resource "aws_ecr_repository" "shop" {
        name = "shop"
      }

      resource "aws_ecr_registry_scanning_configuration" "this" {
        scan_type = "ENHANCED"

        rule {
          scan_frequency = "CONTINUOUS_SCAN"

          repository_filter {
            filter      = "*"
            filter_type = "WILDCARD"
          }
        }
      }
    `,
  ],

  evaluate(repository, report) {
    const setting = repository.attribute(SETTING);
    const isScanning = setting.truth();
    const byRegistry = isScannedByRegistry(repository);
    if (isScanning === 'true' || byRegistry === 'true') return;
    if (isScanning === 'unknown' || byRegistry === 'unknown') {
      report.undetermined({ at: setting });
    } else {
      const message = isScanning === 'absent' ? 'missing' : 'disabled';
      report.fail({ message, at: setting, fix: edit.setAttribute(repository, SETTING, 'true') });
    }
  },
});

/** Whether a rule of the registry scans the repository, whatever the repository says. */
function isScannedByRegistry(repository: ResourceView): Answer {
  const name = repository.attribute('name');
  return anySetting(repository.estate, 'aws_ecr_registry_scanning_configuration', (registry) =>
    anyOf([
      ...registry
        .blocks('rule')
        .map((rule) =>
          allOf([
            rule.exists,
            registry.isCertain ? 'true' : 'unknown',
            rule.attribute('scan_frequency').isOneOf(['SCAN_ON_PUSH', 'CONTINUOUS_SCAN']),
            anyOf(rule.blocks('repository_filter').map((filter) => isFor(filter.attribute('filter'), name))),
          ]),
        ),
      registry.mayHaveBlock('rule') === 'unknown' ? 'unknown' : 'false',
    ]),
  );
}

function isFor(filter: AttributeView, name: AttributeView): Answer {
  const pattern = filter.text();
  if (pattern === undefined) return filter.state === 'unknown' ? 'unknown' : 'false';
  if (matchesEverything(pattern)) return 'true';
  const answer = name.matches((text) => matchesPattern(pattern, text));
  return answer === 'absent' ? 'false' : answer;
}
