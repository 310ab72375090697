import { defineCheck, forbidFalse, hcl } from '../../kit/index.ts';

export default defineCheck({
  id: 'google-gke-node-shielding-enabled',
  since: '1.0.0',
  severity: 'HIGH',
  resource: 'google_container_cluster',

  title: 'Nodes should be shielded',
  why: 'Shielded nodes prove to the control plane who they are and what they booted. That is the default.',
  harm: 'An attacker can pass a machine off as a node and read what the cluster gives to nodes.',
  remedy: 'Remove `enable_shielded_nodes`, or set it to `true`.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster#enable_shielded_nodes',
    'https://cloud.google.com/kubernetes-engine/docs/how-to/hardening-your-cluster#shielded_nodes',
  ],
  alsoKnownAs: {
    tfsec: ['GCP010'],
    trivy: ['AVD-GCP-0055', 'GCP-0055'],
    checkov: ['CKV_GCP_71'],
  },
  providerFacts: [{ version: 'google < 4', fact: 'The default is false; the check goes by the newer default.' }],

  messages: {
    disabled: '`{address}` switches shielded nodes off',
  },

  examples: () => [
    {
      bad: hcl`
        resource "google_container_cluster" "shop" {
          name                  = "shop"
          location              = "europe-west1"
          enable_shielded_nodes = false
        }
      `,
      expect: 'disabled',
      fixed: hcl`
        resource "google_container_cluster" "shop" {
          name                  = "shop"
          location              = "europe-west1"
          enable_shielded_nodes = true
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "google_container_cluster" "shop" {
        name     = "shop"
        location = "europe-west1"
      }
    `,
    hcl`
      resource "google_container_cluster" "shop" {
        name                  = "shop"
        location              = "europe-west1"
        enable_shielded_nodes = true
      }
    `,
  ],

  evaluate: forbidFalse('enable_shielded_nodes'),
});
