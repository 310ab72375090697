import { defineCheck, edit, hcl } from '../../kit/index.ts';
import { eachNodeGroup } from './node-groups.ts';

/** Empty is the default; `COS` is the older image with Docker. There is no such system for Windows nodes. */
const FINE: ReadonlySet<string> = new Set(['', 'COS', 'COS_CONTAINERD']);

export default defineCheck({
  id: 'google-gke-node-pool-uses-cos',
  since: '1.0.0',
  severity: 'LOW',
  resource: ['google_container_cluster', 'google_container_node_pool'],

  title: 'Nodes should use Container-Optimized OS',
  why: 'Container-Optimized OS is small, read-only where it can be, and kept current by Google. It is what nodes use unless told otherwise.',
  harm: 'Nodes have more software that can be attacked.',
  remedy: 'Set `image_type` to `COS_CONTAINERD`, or leave it out.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_node_pool#image_type',
    'https://cloud.google.com/container-optimized-os/docs/concepts/features-and-benefits',
  ],
  alsoKnownAs: {
    trivy: ['AVD-GCP-0054', 'GCP-0054'],
  },

  messages: {
    value: '`{address}` does not use Container-Optimized OS (`{value}`)',
  },

  examples: () => [
    {
      bad: hcl`
        resource "google_container_node_pool" "web" {
          name    = "web"
          cluster = "shop"

          node_config {
            image_type = "UBUNTU_CONTAINERD"
          }
        }
      `,
      expect: 'value',
      fixed: hcl`
        resource "google_container_node_pool" "web" {
          name    = "web"
          cluster = "shop"

          node_config {
            image_type = "COS_CONTAINERD"
          }
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "google_container_node_pool" "web" {
        name    = "web"
        cluster = "shop"

        node_config {
          image_type = "COS_CONTAINERD"
        }
      }
    `,
    hcl`
      resource "google_container_node_pool" "web" {
        name    = "web"
        cluster = "shop"

        node_config {
          image_type = "WINDOWS_LTSC_CONTAINERD"
        }
      }
    `,
    hcl`
      resource "google_container_node_pool" "web" {
        name    = "web"
        cluster = "shop"

        node_config {
          machine_type = "e2-standard-4"
        }
      }
    `,
  ],

  evaluate: eachNodeGroup((group, report) => {
    for (const config of group.blocks('node_config')) {
      const image = config.attribute('image_type');
      const isFine = image.matches((text) => FINE.has(text.toUpperCase()) || text.toUpperCase().startsWith('WINDOWS'));
      if (isFine === 'unknown') report.undetermined({ at: image });
      if (isFine !== 'false') continue;
      const fix = edit.withCaution(
        edit.setAttribute(config, 'image_type', '"COS_CONTAINERD"'),
        'the nodes are made anew',
      );
      report.fail({ message: 'value', at: image, fix });
    }
  }),
});
