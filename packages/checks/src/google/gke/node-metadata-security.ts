import { defineCheck, edit, hcl } from '../../kit/index.ts';
import { formerAttribute } from '../renamed-arguments.ts';
import { eachNodeGroup } from './node-groups.ts';

/** Values of `mode`, and of `node_metadata` before google 4, with which pods see the metadata of the machine. */
const EXPOSING: readonly string[] = ['UNSPECIFIED', 'MODE_UNSPECIFIED', 'GCE_METADATA', 'EXPOSE'];

export default defineCheck({
  id: 'google-gke-node-metadata-security',
  since: '1.0.0',
  severity: 'HIGH',
  resource: ['google_container_cluster', 'google_container_node_pool'],

  title: 'Nodes should hide their metadata from pods',
  why: 'The GKE metadata server answers pods in place of that of the machine, and gives them their own identity. Without it pods read the identity token and the settings of the node.',
  harm: 'Pods act with the rights of the node.',
  remedy: 'Set `mode = "GKE_METADATA"` in `workload_metadata_config`, and use Workload Identity on the cluster.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster#mode',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_node_pool',
    'https://cloud.google.com/kubernetes-engine/docs/how-to/protecting-cluster-metadata#create-concealed',
  ],
  alsoKnownAs: {
    tfsec: ['GCP006'],
    trivy: ['AVD-GCP-0057', 'GCP-0057'],
    checkov: ['CKV_GCP_69'],
  },
  providerFacts: [
    {
      version: 'google < 4',
      fact: 'The argument was `node_metadata`, with other values; it counts where `mode` is not written.',
    },
  ],

  messages: {
    missing: '`{address}` does not hide the metadata of its nodes from pods',
    value: '`{address}` shows the metadata of its nodes to pods (`{value}`)',
  },

  examples: () => [
    {
      bad: hcl`
        resource "google_container_node_pool" "web" {
          name    = "web"
          cluster = "shop"

          node_config {
            machine_type = "e2-standard-4"
          }
        }
      `,
      expect: 'missing',
      fixed: hcl`
        resource "google_container_node_pool" "web" {
          name    = "web"
          cluster = "shop"

          node_config {
            machine_type = "e2-standard-4"

            workload_metadata_config {
              mode = "GKE_METADATA"
            }
          }
        }
      `,
    },
    {
      bad: hcl`
        resource "google_container_node_pool" "web" {
          name    = "web"
          cluster = "shop"

          node_config {
            workload_metadata_config {
              mode = "GCE_METADATA"
            }
          }
        }
      `,
      expect: 'value',
      fixed: hcl`
        resource "google_container_node_pool" "web" {
          name    = "web"
          cluster = "shop"

          node_config {
            workload_metadata_config {
              mode = "GKE_METADATA"
            }
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
          workload_metadata_config {
            mode = "GKE_METADATA"
          }
        }
      }
    `,
    hcl`
      resource "google_container_node_pool" "web" {
        name    = "web"
        cluster = "shop"
      }
    `,
  ],

  evaluate: eachNodeGroup((group, report) => {
    for (const config of group.blocks('node_config')) {
      const block = config.block('workload_metadata_config');
      const former = block && formerAttribute(block, 'mode');
      const mode = config.attribute('workload_metadata_config.mode');
      const isExposed = mode.isOneOf(EXPOSING);
      if (isExposed === 'absent' && former !== undefined && former.state !== 'absent') {
        const isFormer = former.isOneOf(EXPOSING);
        if (isFormer === 'unknown') report.undetermined({ at: former });
        if (isFormer === 'true') report.fail({ message: 'value', at: former });
        continue;
      }
      const fix = edit.withCaution(
        edit.setAttribute(config, 'workload_metadata_config.mode', '"GKE_METADATA"'),
        'the cluster needs Workload Identity',
      );
      if (isExposed === 'unknown') report.undetermined({ at: mode });
      if (isExposed === 'absent') report.fail({ message: 'missing', at: mode, fix });
      if (isExposed === 'true') report.fail({ message: 'value', at: mode, fix });
    }
  }),
});
