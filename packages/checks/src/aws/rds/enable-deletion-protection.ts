import { defineCheck, hcl, requireTrue } from '../../kit/index.ts';

export default defineCheck({
  id: 'aws-rds-enable-deletion-protection',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'aws_db_instance',

  title: 'Database instances should be protected from deletion',
  why: 'With deletion protection, AWS refuses to delete an instance until the protection is taken off first. That stops a mistaken `destroy` as well as somebody with a stolen role. Read replicas are left alone: their data is that of the source.',
  harm: 'One wrong command deletes the database with everything in it.',
  remedy: 'Set `deletion_protection` to `true`.',
  links: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance#deletion_protection',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AWS-0177', 'AWS-0177'],
    checkov: ['CKV_AWS_293'],
  },

  messages: {
    missing: '`{address}` does not set `deletion_protection`, so it can be deleted at once',
    disabled: '`{address}` switches deletion protection off',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_db_instance" "orders" {
          identifier        = "orders"
          engine            = "postgres"
          instance_class    = "db.t4g.medium"
          allocated_storage = 50
        }
      `,
      expect: 'missing',
      fixed: hcl`
        resource "aws_db_instance" "orders" {
          identifier          = "orders"
          engine              = "postgres"
          instance_class      = "db.t4g.medium"
          allocated_storage   = 50
          deletion_protection = true
        }
      `,
    },
    {
      bad: hcl`
        resource "aws_db_instance" "orders" {
          identifier          = "orders"
          engine              = "postgres"
          instance_class      = "db.t4g.medium"
          allocated_storage   = 50
          deletion_protection = false
        }
      `,
      expect: 'disabled',
      fixed: hcl`
        resource "aws_db_instance" "orders" {
          identifier          = "orders"
          engine              = "postgres"
          instance_class      = "db.t4g.medium"
          allocated_storage   = 50
          deletion_protection = true
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "aws_db_instance" "orders" {
        identifier          = "orders"
        engine              = "postgres"
        instance_class      = "db.t4g.medium"
        allocated_storage   = 50
        deletion_protection = true
      }
    `,
  ],

  evaluate(instance, report) {
    const source = instance.attribute('replicate_source_db');
    const isReplica = source.isSet();
    if (isReplica === 'true') return;
    if (isReplica === 'false') requireTrue('deletion_protection')(instance, report);
    else if (instance.attribute('deletion_protection').truth() !== 'true') report.undetermined({ at: source });
  },
});
