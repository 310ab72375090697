import { defineCheck, hcl } from '../../kit/index.ts';
import { requireFlowLogs } from './flow-logs.ts';

export default defineCheck({
  id: 'google-compute-google-compute-subnetwork-logging',
  since: '1.0.0',
  status: 'retired',
  reason: 'It asks for the same as google-compute-enable-vpc-flow-logs, which runs by default; one finding is enough.',
  severity: 'MEDIUM',
  resource: 'google_compute_subnetwork',

  title: 'Subnetworks should log flows',
  why: 'Flow logs record samples of the traffic of the machines in a subnetwork.',
  harm: 'Intrusions and stolen data cannot be traced in the network.',
  remedy: 'Add a `log_config` block.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_subnetwork#log_config',
    'https://cloud.google.com/vpc/docs/using-flow-logs',
  ],
  alsoKnownAs: {
    tfsec: ['google-misc-google-compute-subnetwork-logging-disabled'],
    trivy: ['AVD-GCP-0076', 'GCP-0076'],
    checkov: ['CKV_GCP_26'],
  },
  sharedAliases: ['CKV_GCP_26'],
  providerFacts: [{ version: 'google 6', fact: '`enable_flow_logs = true` does the same; it counts.' }],

  messages: {
    missing: '`{address}` does not log flows',
  },

  examples: () => [
    {
      bad: hcl`
        resource "google_compute_subnetwork" "shop" {
          name          = "shop"
          network       = "shop"
          region        = "europe-west1"
          ip_cidr_range = "10.20.0.0/20"
        }
      `,
      expect: 'missing',
      fixed: hcl`
        resource "google_compute_subnetwork" "shop" {
          name          = "shop"
          network       = "shop"
          region        = "europe-west1"
          ip_cidr_range = "10.20.0.0/20"

          log_config {
            aggregation_interval = "INTERVAL_5_SEC"
            flow_sampling        = 0.5
            metadata             = "INCLUDE_ALL_METADATA"
          }
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "google_compute_subnetwork" "shop" {
        name          = "shop"
        network       = "shop"
        region        = "europe-west1"
        ip_cidr_range = "10.20.0.0/20"

        log_config {
          aggregation_interval = "INTERVAL_5_SEC"
          flow_sampling        = 0.5
          metadata             = "INCLUDE_ALL_METADATA"
        }
      }
    `,
  ],

  evaluate: requireFlowLogs,
});
