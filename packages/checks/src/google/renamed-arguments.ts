import type { AttributeView, BlockView } from '../kit/index.ts';

/** An argument that a major of the google provider (4 to 7) renamed or took away. */
export interface RenamedArgument {
  readonly resources: readonly [string, ...string[]];
  /** Blocks around the argument, in the resource; more than one where the same block is in several places. */
  readonly within: readonly [string, ...string[]];
  /** What it is called in the newest provider; undefined when nothing replaced it. */
  readonly name: string | undefined;
  readonly formerly: string;
  /** The last major that has the old name. */
  readonly until: number;
  /** What the old argument says, and whether its values are those of the new one. */
  readonly note: string;
}

/** Old and new names of what the checks read. Source: the provider's schemas of 3.90 to 6.50 and its upgrade guides to 7. */
export const RENAMED_ARGUMENTS: readonly RenamedArgument[] = [
  {
    resources: ['google_storage_bucket'],
    within: [''],
    name: 'uniform_bucket_level_access',
    formerly: 'bucket_policy_only',
    until: 3,
    note: 'the same values',
  },
  {
    resources: ['google_sql_database_instance'],
    within: ['settings.ip_configuration'],
    name: 'ssl_mode',
    formerly: 'require_ssl',
    until: 5,
    note: 'a bool: true is `TRUSTED_CLIENT_CERTIFICATE_REQUIRED`',
  },
  {
    resources: ['google_compute_subnetwork'],
    within: [''],
    name: 'log_config',
    formerly: 'enable_flow_logs',
    until: 6,
    note: 'a bool: true logs with the settings that a `log_config` block has by default',
  },
  {
    resources: ['google_container_cluster', 'google_container_node_pool'],
    within: ['node_config.workload_metadata_config', 'node_pool.node_config.workload_metadata_config'],
    name: 'mode',
    formerly: 'node_metadata',
    until: 3,
    note: '`SECURE` and `GKE_METADATA_SERVER` are `GKE_METADATA`, `EXPOSE` is `GCE_METADATA`',
  },
  {
    resources: ['google_container_cluster'],
    within: ['master_auth'],
    name: undefined,
    formerly: 'username',
    until: 3,
    note: 'basic authentication is gone',
  },
  {
    resources: ['google_container_cluster'],
    within: ['master_auth'],
    name: undefined,
    formerly: 'password',
    until: 3,
    note: 'basic authentication is gone',
  },
  {
    resources: ['google_container_cluster'],
    within: [''],
    name: undefined,
    formerly: 'pod_security_policy_config',
    until: 3,
    note: 'pod security policies are gone',
  },
];

/**
 * An argument under the name it had before.
 * @param name what it is called now, in this block
 * @returns undefined when it never had another name
 */
export function formerAttribute(block: BlockView, name: string): AttributeView | undefined {
  const entry = RENAMED_ARGUMENTS.find(
    (candidate) =>
      candidate.name === name &&
      candidate.resources.includes(block.resource.type) &&
      candidate.within.includes(block.path),
  );
  return entry && block.attribute(entry.formerly);
}
