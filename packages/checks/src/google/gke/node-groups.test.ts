import { describe, expect, it } from 'vitest';
import { viewOf } from '../../../testing/view-of.ts';
import { nodeGroupsOf } from './node-groups.ts';

describe('the groups of nodes of a cluster', () => {
  it.each([
    ['', ['google_container_cluster true']],
    ['remove_default_node_pool = true', []],
    ['remove_default_node_pool = var.unknown', ['google_container_cluster unknown']],
    ['enable_autopilot = true', []],
    ['enable_autopilot = var.unknown', ['google_container_cluster unknown']],
    ['node_pool {\n}\nnode_pool {\n}', ['node_pool true', 'node_pool true']],
    ['enable_autopilot = true\nnode_pool {\n}', []],
  ])('with %j', (body, groups) => {
    const cluster = viewOf(
      'google_container_cluster.shop',
      `
        variable "unknown" {
          type = bool
        }

        resource "google_container_cluster" "shop" {
          ${body}
        }
      `,
    );
    expect(nodeGroupsOf(cluster).map(({ block, exists }) => `${block.type} ${exists}`)).toEqual(groups);
  });

  it('is the pool itself for a pool', () => {
    const pool = viewOf('google_container_node_pool.web', 'resource "google_container_node_pool" "web" {\n}');
    expect(nodeGroupsOf(pool)).toEqual([{ block: pool, exists: 'true' }]);
  });
});
