import { describe, expect, it } from 'vitest';
import { viewOf } from '../../testing/view-of.ts';
import type { EncryptionSources } from './inherited-encryption.ts';
import { inheritsEncryption } from './inherited-encryption.ts';

const SOURCES: EncryptionSources = {
  replicas: ['replication_source_identifier'],
  snapshots: ['snapshot_identifier'],
  restores: ['restore_to_point_in_time'],
  globalCluster: 'aws_rds_global_cluster',
};

const GLOBAL_CLUSTERS = `
variable "open" {
  type = string
}

resource "aws_rds_global_cluster" "sealed" {
  global_cluster_identifier = "sealed"
  storage_encrypted         = true
}

resource "aws_rds_global_cluster" "plain" {
  global_cluster_identifier = "plain"
}

resource "aws_rds_global_cluster" "grown" {
  global_cluster_identifier    = "grown"
  source_db_cluster_identifier = "arn:aws:rds:eu-west-1:111122223333:cluster:orders"
}
`;

function answerFor(body: string): string {
  const text = `${GLOBAL_CLUSTERS}\nresource "aws_rds_cluster" "orders" {\n${body}\n}\n`;
  return inheritsEncryption(viewOf('aws_rds_cluster.orders', text), SOURCES);
}

describe('encryption through another cluster', () => {
  it.each([
    ['', 'false'],
    ['replication_source_identifier = "arn:aws:rds:eu-west-1:111122223333:cluster:orders"', 'true'],
    ['replication_source_identifier = ""', 'false'],
    ['replication_source_identifier = var.open', 'unknown'],
    ['snapshot_identifier = "orders-before-move"', 'unknown'],
    ['snapshot_identifier = var.open', 'unknown'],
    ['restore_to_point_in_time {}', 'unknown'],
    ['global_cluster_identifier = aws_rds_global_cluster.sealed.id', 'true'],
    ['global_cluster_identifier = "sealed"', 'true'],
    ['global_cluster_identifier = aws_rds_global_cluster.plain.id', 'false'],
    ['global_cluster_identifier = aws_rds_global_cluster.grown.id', 'unknown'],
    ['global_cluster_identifier = "elsewhere"', 'unknown'],
    ['global_cluster_identifier = var.open', 'unknown'],
  ])('%s: %s', (body, answer) => {
    expect(answerFor(body)).toBe(answer);
  });
});
