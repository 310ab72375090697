import type { EncryptionSources } from '../inherited-encryption.ts';

/** Where an `aws_neptune_cluster` that says nothing has its encryption from. */
export const ENCRYPTION_SOURCES: EncryptionSources = {
  replicas: ['replication_source_identifier'],
  snapshots: ['snapshot_identifier'],
  restores: [],
  globalCluster: 'aws_neptune_global_cluster',
};
