import type { Answer, BlockView, ResourceView, ShapeReport } from '../../kit/index.ts';
import { anyOf, edit } from '../../kit/index.ts';

/** Where the nodes that autoscaling makes are managed. */
const PROVISIONED = 'cluster_autoscaling.auto_provisioning_defaults.management';

/** Release channels; in each of them nodes are upgraded and repaired by Google. */
const CHANNELS: readonly string[] = ['RAPID', 'REGULAR', 'STABLE', 'EXTENDED'];

/**
 * Node pools must leave `auto_repair` or `auto_upgrade` on. Inside a `management` block that is the default (from google 5); without the
 * block nothing is asked for, unless the cluster is in a release channel. Messages: `missing`, `disabled`.
 */
export function requireManagement(
  name: 'auto_repair' | 'auto_upgrade',
): (resource: ResourceView, report: ShapeReport<'missing' | 'disabled'>) => void {
  return (resource, report) => {
    if (resource.type === 'google_container_node_pool') {
      const [cluster] = resource.attribute('cluster').refersTo('google_container_cluster').found;
      judgePool(resource, name, cluster, report);
      return;
    }
    for (const pool of resource.blocks('node_pool')) judgePool(pool, name, resource, report);
    judgeSetting(resource, `${PROVISIONED}.${name}`, report);
  };
}

function judgePool(
  pool: BlockView,
  name: string,
  cluster: ResourceView | undefined,
  report: ShapeReport<'missing' | 'disabled'>,
): void {
  judgeSetting(pool, `management.${name}`, report);
  const hasBlock = pool.mayHaveBlock('management');
  if (hasBlock !== 'false') return;
  const isInChannel: Answer = anyOf([cluster?.attribute('release_channel.channel').isOneOf(CHANNELS) ?? 'false']);
  const at = pool.attribute(`management.${name}`);
  if (isInChannel === 'unknown') report.undetermined({ at });
  if (isInChannel !== 'false') return;
  report.fail({ message: 'missing', at, fix: edit.setAttribute(pool, `management.${name}`, 'true') });
}

function judgeSetting(block: BlockView, path: string, report: ShapeReport<'disabled'>): void {
  const setting = block.attribute(path);
  const truth = setting.truth();
  if (truth === 'unknown') report.undetermined({ at: setting });
  if (truth !== 'false') return;
  report.fail({ message: 'disabled', at: setting, fix: edit.setAttribute(block, path, 'true') });
}
