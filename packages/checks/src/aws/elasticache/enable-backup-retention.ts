import type { Answer, ResourceView } from '../../kit/index.ts';
import { anyOf, defineCheck, hcl, not, requireAtLeast } from '../../kit/index.ts';

export default defineCheck({
  id: 'aws-elasticache-enable-backup-retention',
  since: '1.0.0',
  severity: 'MEDIUM',
  // Earlier scanners looked at single clusters of Redis only; groups and Valkey have the same setting and the same default.
  resource: ['aws_elasticache_cluster', 'aws_elasticache_replication_group'],

  title: 'Redis and Valkey caches should keep daily snapshots',
  why: 'ElastiCache takes no snapshots until it is told how many days to keep them. Without one, the data of a lost or damaged node is gone. Memcached has no snapshots; members of a replication group and secondaries of a global datastore have those of the whole.',
  harm: 'Data in the cache cannot be brought back after a deletion or a fault.',
  remedy: 'Set `snapshot_retention_limit` to the number of days that you need.',
  links: [
    'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/backups-automatic.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/elasticache_cluster#snapshot_retention_limit',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/elasticache_replication_group#snapshot_retention_limit',
  ],
  alsoKnownAs: {
    tfsec: ['AWS088'],
    trivy: ['AVD-AWS-0050', 'AWS-0050'],
    checkov: ['CKV_AWS_134'],
  },

  messages: {
    missing: '`{address}` does not set `snapshot_retention_limit`, so it keeps no snapshots',
    value: '`{address}` keeps no snapshots',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_elasticache_cluster" "sessions" {
          cluster_id      = "sessions"
          engine          = "redis"
          node_type       = "cache.t4g.small"
          num_cache_nodes = 1
        }
      `,
      expect: 'missing',
      fixed: hcl`
        resource "aws_elasticache_cluster" "sessions" {
          cluster_id               = "sessions"
          engine                   = "redis"
          node_type                = "cache.t4g.small"
          num_cache_nodes          = 1
          snapshot_retention_limit = 5
        }
      `,
    },
    {
      bad: hcl`
        resource "aws_elasticache_replication_group" "sessions" {
          replication_group_id     = "sessions"
          description              = "Sessions of the shop"
          node_type                = "cache.t4g.small"
          snapshot_retention_limit = 0
        }
      `,
      expect: 'value',
      fixed: hcl`
        resource "aws_elasticache_replication_group" "sessions" {
          replication_group_id     = "sessions"
          description              = "Sessions of the shop"
          node_type                = "cache.t4g.small"
          snapshot_retention_limit = 5
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "aws_elasticache_cluster" "sessions" {
        cluster_id               = "sessions"
        engine                   = "redis"
        node_type                = "cache.t4g.small"
        num_cache_nodes          = 1
        snapshot_retention_limit = 5
      }
    `,
    hcl`
      resource "aws_elasticache_cluster" "pages" {
        cluster_id      = "pages"
        engine          = "memcached"
        node_type       = "cache.t4g.small"
        num_cache_nodes = 2
      }
    `,
  ],

  evaluate(cache, report) {
    const whole = cache.attribute(WHOLE[cache.type] ?? 'replication_group_id');
    const isExempt = anyOf([whole.isSet(), cannotHaveSnapshots(cache)]);
    if (isExempt === 'false') requireSnapshots(cache, report);
    const limit = cache.attribute('snapshot_retention_limit');
    if (isExempt !== 'unknown' || limit.compares((days) => days > 0) === 'true') return;
    report.undetermined({ at: whole.state === 'unknown' ? whole : cache.attribute('engine') });
  },
});

/** The argument that makes a cache a part of a whole, which has the snapshots. */
const WHOLE: Readonly<Record<string, string>> = {
  aws_elasticache_cluster: 'replication_group_id',
  aws_elasticache_replication_group: 'global_replication_group_id',
};

const requireSnapshots = requireAtLeast('snapshot_retention_limit', 1, {
  absent: 'fails',
  fixTo: '5',
  caution: 'choose how many days you need; storage of snapshots is paid for',
});

/** Memcached keeps none, nor does the smallest node of old; one that is not known is taken for another. */
function cannotHaveSnapshots(cache: ResourceView): Answer {
  if (cache.attribute('node_type').equals('cache.t1.micro') === 'true') return 'true';
  // Groups are always of Redis or Valkey. A single cluster has to say what it is.
  return cache.type === 'aws_elasticache_cluster'
    ? not(cache.attribute('engine').isOneOf(['redis', 'valkey'], true))
    : 'false';
}
