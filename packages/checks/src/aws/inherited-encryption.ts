import type { Answer, ResourceView, Truth } from '../kit/index.ts';
import { anyOf } from '../kit/index.ts';

/** Where a cluster may have its encryption from when it says nothing itself. */
export interface EncryptionSources {
  /** Arguments that name a cluster of which this one is a copy; the copy is encrypted as the original is. */
  readonly replicas: readonly string[];
  /** Arguments that name a snapshot to restore. */
  readonly snapshots: readonly string[];
  /** Blocks that name a point in time to restore. */
  readonly restores: readonly string[];
  /** Type of the global cluster that `global_cluster_identifier` names. */
  readonly globalCluster: string;
}

/**
 * Whether a cluster that does not set `storage_encrypted` is encrypted through another: `true` for copies, which are judged with their
 * original, and members of an encrypted global cluster; `unknown` where it depends on a snapshot or cluster that is not in the code.
 */
export function inheritsEncryption(cluster: ResourceView, sources: EncryptionSources): Answer {
  return anyOf([
    ...sources.replicas.map((name) => cluster.attribute(name).isSet()),
    ...sources.snapshots.map((name) => mayBe(cluster.attribute(name).isSet())),
    ...sources.restores.map((type) => mayBe(cluster.mayHaveBlock(type))),
    fromGlobalCluster(cluster, sources.globalCluster),
  ]);
}

function fromGlobalCluster(cluster: ResourceView, type: string): Answer {
  const identifier = cluster.attribute('global_cluster_identifier');
  if (identifier.isSet() === 'false') return 'false';
  const { found } = identifier.refersTo(type, { name: 'global_cluster_identifier' });
  return found.length === 0 ? 'unknown' : anyOf(found.map(isEncrypted));
}

/** A global cluster that is made of an existing one is encrypted as that is. */
function isEncrypted(globalCluster: ResourceView): Truth {
  const encrypted = globalCluster.attribute('storage_encrypted').truth();
  return encrypted === 'absent' ? mayBe(globalCluster.attribute('source_db_cluster_identifier').isSet()) : encrypted;
}

function mayBe(answer: Answer): Answer {
  return answer === 'false' ? 'false' : 'unknown';
}
