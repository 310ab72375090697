import type { Answer, BlockView, ResourceView } from '../../kit/index.ts';
import { anyOf, defineCheck, edit, hcl } from '../../kit/index.ts';
import { askCompanions, companionsOf } from './bucket-companions.ts';

const COMPANION = 'aws_s3_bucket_versioning';
const COST = 'old versions are stored and paid for until a lifecycle rule removes them';

export default defineCheck({
  id: 'aws-s3-enable-versioning',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: ['aws_s3_bucket', COMPANION],

  title: 'S3 buckets should keep old versions of objects',
  why: 'With versioning, S3 keeps what an upload replaces and what a delete removes. That is the way back from mistakes, faulty programs and ransomware. A bucket with object lock is versioned by itself.',
  harm: 'Data that is overwritten or deleted is gone for good.',
  remedy: 'Add an `aws_s3_bucket_versioning` for the bucket with `status = "Enabled"`.',
  links: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket_versioning',
  ],
  alsoKnownAs: {
    tfsec: ['AWS077'],
    trivy: ['AVD-AWS-0090', 'AWS-0090'],
    checkov: ['CKV_AWS_21'],
  },
  providerFacts: [
    {
      version: 'aws 3',
      fact: 'Versioning is written as a `versioning` block of the bucket, whose `enabled` is `false` by default; deprecated since 4.0 and still read.',
    },
  ],

  messages: {
    missing: '`{address}` keeps no old versions of its objects',
    disabled: '`{address}` leaves versioning off',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_s3_bucket" "invoices" {
          bucket = "invoices"
        }
      `,
      expect: 'missing',
      fixed: hcl`
        resource "aws_s3_bucket" "invoices" {
          bucket = "invoices"
        }

        resource "aws_s3_bucket_versioning" "invoices" {
          bucket = aws_s3_bucket.invoices.id

          versioning_configuration {
            status = "Enabled"
          }
        }
      `,
    },
    {
      bad: hcl`
        resource "aws_s3_bucket_versioning" "invoices" {
          bucket = "invoices"

          versioning_configuration {
            status = "Suspended"
          }
        }
      `,
      expect: 'disabled',
      fixed: hcl`
        resource "aws_s3_bucket_versioning" "invoices" {
          bucket = "invoices"

          versioning_configuration {
            status = "Enabled"
          }
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "aws_s3_bucket" "invoices" {
        bucket = "invoices"
      }

      resource "aws_s3_bucket_versioning" "invoices" {
        bucket = aws_s3_bucket.invoices.id

        versioning_configuration {
          status = "Enabled"
        }
      }
    `,
  ],

  evaluate(resource, report) {
    if (resource.type === COMPANION) {
      const status = resource.attribute('versioning_configuration.status');
      const verdict = status.equals('Enabled', true);
      if (verdict === 'unknown') report.undetermined({ at: status });
      if (verdict === 'false' || verdict === 'absent') {
        const fix = edit.setAttribute(resource, 'versioning_configuration.status', '"Enabled"');
        report.fail({ message: 'disabled', at: status, fix: edit.withCaution(fix, COST) });
      }
      return;
    }

    // A companion wins over the inline block and is judged where it stands.
    const companions = companionsOf(resource, COMPANION);
    if (companions.answer === 'true') return;
    const inline = resource.block('versioning');
    const isOn = inline === undefined ? 'false' : anyOf([inline.attribute('enabled').truth()]);
    const isLocked = hasObjectLock(resource);
    if (isOn === 'true' || isLocked === 'true') return;
    const mayBeOn = anyOf([isOn, isLocked, companions.answer, mayHaveInline(resource, inline)]);
    if (mayBeOn === 'unknown') {
      report.undetermined({ at: inline?.attribute('enabled') ?? resource });
    } else if (inline === undefined) {
      report.fail({ message: 'missing', at: resource, fix: edit.withCaution(addCompanion(resource), COST) });
    } else {
      const fix = edit.withCaution(edit.setAttribute(inline, 'enabled', 'true'), COST);
      report.fail({ message: 'disabled', at: inline.attribute('enabled'), fix });
    }
  },
});

/** Object lock needs versioning, so S3 switches both on. */
function hasObjectLock(bucket: ResourceView): Answer {
  return anyOf([
    bucket.attribute('object_lock_enabled').truth(),
    bucket.attribute('object_lock_configuration.object_lock_enabled').equals('Enabled'),
    askCompanions(bucket, 'aws_s3_bucket_object_lock_configuration', isLock),
  ]);
}

/** Missing means `Enabled`, the only value there is. */
function isLock(configuration: ResourceView): Answer {
  const answer = configuration.attribute('object_lock_enabled').equals('Enabled');
  return answer === 'absent' ? 'true' : answer;
}

function mayHaveInline(bucket: ResourceView, inline: BlockView | undefined): Answer {
  return inline === undefined ? bucket.mayHaveBlock('versioning') : 'false';
}

function addCompanion(bucket: ResourceView): ReturnType<typeof edit.appendResource> {
  return edit.appendResource(
    bucket,
    COMPANION,
    `
    bucket = aws_s3_bucket.${bucket.name}.id

    versioning_configuration {
      status = "Enabled"
    }
    `,
  );
}
