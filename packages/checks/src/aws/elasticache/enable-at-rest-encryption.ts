import { defineCheck, edit, hcl } from '../../kit/index.ts';

export default defineCheck({
  id: 'aws-elasticache-enable-at-rest-encryption',
  since: '1.0.0',
  severity: 'HIGH',
  resource: 'aws_elasticache_replication_group',

  title: 'Replication groups of ElastiCache should be encrypted at rest',
  why: 'ElastiCache writes data to disk when it synchronises, swaps and takes snapshots. Those copies are encrypted only when that is asked for at creation; Valkey does it by itself. Secondaries of a global datastore have the setting of their primary.',
  harm: 'Whoever gets at a disk or a snapshot of the cache reads the data.',
  remedy: 'Set `at_rest_encryption_enabled` to `true`. It replaces an existing group.',
  links: [
    'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/at-rest-encryption.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/elasticache_replication_group#at_rest_encryption_enabled',
  ],
  alsoKnownAs: {
    tfsec: ['AWS035', 'aws-elastic-search-encrypt-replication-group'],
    trivy: ['AVD-AWS-0045', 'AWS-0045'],
    checkov: ['CKV_AWS_29'],
  },
  providerFacts: [
    { version: 'aws >= 5.82', fact: 'With `engine = "valkey"` a missing argument means `true`, otherwise `false`.' },
  ],

  messages: {
    missing: '`{address}` does not set `at_rest_encryption_enabled`, so its data is not encrypted',
    disabled: '`{address}` switches encryption at rest off',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_elasticache_replication_group" "sessions" {
          replication_group_id = "sessions"
          description          = "Sessions of the shop"
          node_type            = "cache.t4g.small"
        }
      `,
      expect: 'missing',
      fixed: hcl`
        resource "aws_elasticache_replication_group" "sessions" {
          replication_group_id       = "sessions"
          description                = "Sessions of the shop"
          node_type                  = "cache.t4g.small"
          at_rest_encryption_enabled = true
        }
      `,
    },
    {
      bad: hcl`
        resource "aws_elasticache_replication_group" "sessions" {
          replication_group_id       = "sessions"
          description                = "Sessions of the shop"
          node_type                  = "cache.t4g.small"
          at_rest_encryption_enabled = false
        }
      `,
      expect: 'disabled',
      fixed: hcl`
        resource "aws_elasticache_replication_group" "sessions" {
          replication_group_id       = "sessions"
          description                = "Sessions of the shop"
          node_type                  = "cache.t4g.small"
          at_rest_encryption_enabled = true
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "aws_elasticache_replication_group" "sessions" {
        replication_group_id       = "sessions"
        description                = "Sessions of the shop"
        node_type                  = "cache.t4g.small"
        at_rest_encryption_enabled = true
      }
    `,
    hcl`
      resource "aws_elasticache_replication_group" "sessions" {
        replication_group_id = "sessions"
        description          = "Sessions of the shop"
        engine               = "valkey"
        node_type            = "cache.t4g.small"
      }
    `,
  ],

  evaluate(group, report) {
    const encrypted = group.attribute('at_rest_encryption_enabled');
    const isEncrypted = encrypted.truth();
    const globalGroup = group.attribute('global_replication_group_id');
    const isSecondary = globalGroup.isSet();
    if (isEncrypted === 'true' || isSecondary === 'true') return;
    if (isSecondary === 'unknown') {
      report.undetermined({ at: globalGroup });
      return;
    }
    if (isEncrypted === 'unknown') {
      report.undetermined({ at: encrypted });
      return;
    }
    const fix = edit.withCaution(
      edit.setAttribute(group, 'at_rest_encryption_enabled', 'true'),
      'the group is replaced',
    );
    if (isEncrypted === 'false') {
      report.fail({ message: 'disabled', at: encrypted, fix });
      return;
    }
    const engine = group.attribute('engine');
    const isValkey = engine.equals('valkey', true);
    if (isValkey === 'unknown') report.undetermined({ at: engine });
    else if (isValkey !== 'true') report.fail({ message: 'missing', at: encrypted, fix });
  },
});
