import type { EncryptionSources } from '../inherited-encryption.ts';

/** Where an `aws_docdb_cluster` that says nothing has its encryption from. */
export const ENCRYPTION_SOURCES: EncryptionSources = {
  replicas: [],
  snapshots: ['snapshot_identifier'],
  restores: ['restore_to_point_in_time'],
  globalCluster: 'aws_docdb_global_cluster',
};
