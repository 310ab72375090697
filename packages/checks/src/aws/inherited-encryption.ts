import type { Answer, ResourceView, ShapeReport, Truth } from '../kit/index.ts';
import { anyOf, edit } from '../kit/index.ts';

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

/**
 * A cluster should be encrypted, by `storage_encrypted` or through another. Messages: `missing`, `disabled`.
 * @param inherits whether it is when it says nothing
 */
export function requireStorageEncryption(
  inherits: (cluster: ResourceView) => Answer,
): (cluster: ResourceView, report: ShapeReport<'missing' | 'disabled'>) => void {
  return (cluster, report) => {
    const encrypted = cluster.attribute('storage_encrypted');
    const fix = edit.withCaution(edit.setAttribute(cluster, 'storage_encrypted', 'true'), 'the cluster is replaced');
    const truth = encrypted.truth();
    if (truth === 'true') return;
    if (truth === 'unknown') {
      report.undetermined({ at: encrypted });
    } else if (truth === 'false') {
      report.fail({ message: 'disabled', at: encrypted, fix });
    } else {
      const elsewhere = inherits(cluster);
      if (elsewhere === 'unknown') report.undetermined({ at: encrypted });
      if (elsewhere === 'false') report.fail({ message: 'missing', at: encrypted, fix });
    }
  };
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
