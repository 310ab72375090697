import type { Answer, BlockView, ResourceView, ShapeReport } from '../../kit/index.ts';
import { allOf, not } from '../../kit/index.ts';

/** Nodes with settings in common: a pool, or the default pool that a cluster is made with. */
export interface NodeGroup {
  /** The node pool, a `node_pool` block, or the cluster for its default pool; `node_config` is in it. */
  readonly block: BlockView;
  /** Whether nodes come of it: a cluster may remove its default pool, and Autopilot chooses nodes itself. */
  readonly exists: Answer;
}

/** The groups of nodes that a `google_container_cluster` or a `google_container_node_pool` sets up. */
export function nodeGroupsOf(resource: ResourceView): readonly NodeGroup[] {
  if (resource.type === 'google_container_node_pool') return [{ block: resource, exists: 'true' }];
  const isStandard = not(resource.attribute('enable_autopilot').truth());
  const pools = resource.blocks('node_pool').map((block) => ({ block, exists: isStandard }));
  const hasPools = resource.mayHaveBlock('node_pool');
  const isRemoved = resource.attribute('remove_default_node_pool').truth();
  // With pools of its own the cluster has no default pool.
  const hasDefaultPool = allOf([isStandard, not(isRemoved), not(hasPools)]);
  return [{ block: resource, exists: hasDefaultPool }, ...pools].filter(({ exists }) => exists !== 'false');
}

/** Judges every group; what is wrong with one that may not exist is undetermined. */
export function eachNodeGroup<M extends string>(
  judge: (block: BlockView, report: ShapeReport<M>) => void,
): (resource: ResourceView, report: ShapeReport<M>) => void {
  return (resource, report) => {
    for (const { block, exists } of nodeGroupsOf(resource)) {
      if (exists === 'true') judge(block, report);
      else judge(block, { fail: ({ at }) => report.undetermined({ at }), undetermined: report.undetermined });
    }
  };
}
