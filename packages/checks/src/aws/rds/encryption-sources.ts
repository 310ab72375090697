import type { Answer, ResourceView } from '../../kit/index.ts';
import { allOf, anyOf } from '../../kit/index.ts';
import { inheritsEncryption } from '../inherited-encryption.ts';

/**
 * Whether an `aws_rds_cluster` that says nothing is encrypted all the same. Aurora Serverless v1 always is, and so is a cluster that is
 * restored with a key (documentation of the provider, `storage_encrypted`).
 */
export function isClusterEncryptedElsewhere(cluster: ResourceView): Answer {
  return anyOf([
    cluster.attribute('engine_mode').equals('serverless'),
    allOf([cluster.attribute('snapshot_identifier').isSet(), cluster.attribute('kms_key_id').isSet()]),
    inheritsEncryption(cluster, {
      replicas: ['replication_source_identifier'],
      snapshots: ['snapshot_identifier'],
      restores: ['restore_to_point_in_time'],
      globalCluster: 'aws_rds_global_cluster',
    }),
  ]);
}

/** Whether an `aws_db_instance` that says nothing may have the encryption of what it is restored from. */
export function mayComeFromSnapshot(instance: ResourceView): boolean {
  return (
    instance.attribute('snapshot_identifier').isSet() !== 'false' ||
    instance.mayHaveBlock('restore_to_point_in_time') !== 'false'
  );
}
