import { defineCheck, edit, hcl } from '../../kit/index.ts';

export default defineCheck({
  id: 'aws-elasticache-enable-in-transit-encryption',
  since: '1.0.0',
  severity: 'HIGH',
  resource: 'aws_elasticache_replication_group',

  title: 'Replication groups of ElastiCache should accept encrypted traffic only',
  why: 'Without encryption in transit, everything that clients store and read passes the network in the clear, and passwords for the cache cannot be used. The mode `preferred` is for the time of a migration: it lets plain connections in beside encrypted ones. Secondaries of a global datastore have the setting of their primary.',
  harm: 'Sessions, cached data and passwords can be read and changed on their way.',
  remedy:
    'Set `transit_encryption_enabled` to `true` and let clients use TLS; end a migration with `transit_encryption_mode = "required"`.',
  links: [
    'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/in-transit-encryption.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/elasticache_replication_group#transit_encryption_enabled',
  ],
  alsoKnownAs: {
    tfsec: ['AWS036'],
    trivy: ['AVD-AWS-0051', 'AWS-0051'],
    checkov: ['CKV_AWS_30'],
  },

  messages: {
    missing: '`{address}` does not set `transit_encryption_enabled`, so its traffic is not encrypted',
    disabled: '`{address}` switches encryption in transit off',
    preferred: '`{address}` accepts plain connections beside encrypted ones',
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
          transit_encryption_enabled = true
        }
      `,
    },
    {
      bad: hcl`
        resource "aws_elasticache_replication_group" "sessions" {
          replication_group_id       = "sessions"
          description                = "Sessions of the shop"
          node_type                  = "cache.t4g.small"
          transit_encryption_enabled = false
        }
      `,
      expect: 'disabled',
      fixed: hcl`
        resource "aws_elasticache_replication_group" "sessions" {
          replication_group_id       = "sessions"
          description                = "Sessions of the shop"
          node_type                  = "cache.t4g.small"
          transit_encryption_enabled = true
        }
      `,
    },
    {
      bad: hcl`
        resource "aws_elasticache_replication_group" "sessions" {
          replication_group_id       = "sessions"
          description                = "Sessions of the shop"
          node_type                  = "cache.t4g.small"
          transit_encryption_enabled = true
          transit_encryption_mode    = "preferred"
        }
      `,
      expect: 'preferred',
    },
  ],
  good: () => [
    hcl`
      resource "aws_elasticache_replication_group" "sessions" {
        replication_group_id       = "sessions"
        description                = "Sessions of the shop"
        node_type                  = "cache.t4g.small"
        transit_encryption_enabled = true
      }
    `,
  ],

  evaluate(group, report) {
    const encrypted = group.attribute('transit_encryption_enabled');
    const isEncrypted = encrypted.truth();
    const globalGroup = group.attribute('global_replication_group_id');
    const isSecondary = globalGroup.isSet();
    if (isEncrypted === 'true') {
      // No fix: whether every client uses TLS by now stands elsewhere.
      const mode = group.attribute('transit_encryption_mode');
      const isPreferred = mode.equals('preferred');
      if (isPreferred === 'true') report.fail({ message: 'preferred', at: mode });
      if (isPreferred === 'unknown') report.undetermined({ at: mode });
    } else if (isSecondary === 'unknown') {
      report.undetermined({ at: globalGroup });
    } else if (isSecondary === 'false') {
      const fix = edit.setAttribute(group, 'transit_encryption_enabled', 'true');
      const caution = 'clients have to use TLS, and engines before 7.0.5 are replaced';
      if (isEncrypted === 'unknown') report.undetermined({ at: encrypted });
      else {
        const message = isEncrypted === 'false' ? 'disabled' : 'missing';
        report.fail({ message, at: encrypted, fix: edit.withCaution(fix, caution) });
      }
    }
  },
});
