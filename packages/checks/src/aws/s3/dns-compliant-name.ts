import type { AttributeView } from '../../kit/index.ts';
import { anyOf, defineCheck, hcl, includesText, textOfAttribute } from '../../kit/index.ts';
import { companionsOf } from './bucket-companions.ts';

export default defineCheck({
  id: 'aws-s3-dns-compliant-name',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'aws_s3_bucket',

  title: 'S3 bucket names should have no dots',
  why: 'The certificate of S3 covers one label in front of its domain. A bucket with a dot in its name has two, so HTTPS in the usual style of address fails, and transfer acceleration does not work. A bucket that serves a website under its own domain needs the dots and is left alone.',
  harm: 'Clients fall back to plain HTTP or stop checking certificates.',
  remedy: 'Separate words in the name with hyphens. Renaming replaces the bucket, so move its objects first.',
  links: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket#bucket',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AWS-0320', 'AWS-0320'],
  },

  messages: {
    dots: '`{address}` has a name with dots, for which HTTPS fails',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_s3_bucket" "invoices" {
          bucket = "invoices.example.com"
        }
      `,
      expect: 'dots',
    },
  ],
  good: () => [
    hcl`
      resource "aws_s3_bucket" "invoices" {
        bucket = "invoices-example-com"
      }
    `,
  ],

  evaluate(bucket, report) {
    for (const name of [bucket.attribute('bucket'), bucket.attribute('bucket_prefix')]) {
      const hasDots = includesDots(name);
      if (hasDots === 'false') continue;
      const servesWebsite = anyOf([
        bucket.mayHaveBlock('website'),
        companionsOf(bucket, 'aws_s3_bucket_website_configuration').answer,
      ]);
      if (servesWebsite === 'true') return;
      if (hasDots === 'unknown' || servesWebsite === 'unknown') report.undetermined({ at: name });
      else report.fail({ message: 'dots', at: name });
    }
  },
});

function includesDots(name: AttributeView): 'true' | 'false' | 'unknown' {
  const text = textOfAttribute(name);
  return text === undefined ? 'false' : includesText(text, '.');
}
