import { defineCheck, forbidTrue, hcl } from '../../kit/index.ts';

export default defineCheck({
  id: 'google-gke-use-rbac-permissions',
  since: '1.0.0',
  severity: 'HIGH',
  resource: 'google_container_cluster',

  title: 'Clusters should use role-based access control only',
  why: 'Legacy authorisation (ABAC) gives service accounts broad rights that cannot be narrowed. Role-based access control gives each user and pod what it needs.',
  harm: 'Users and pods have more rights than they need.',
  remedy: 'Remove `enable_legacy_abac`, or set it to `false`.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster#enable_legacy_abac',
    'https://cloud.google.com/kubernetes-engine/docs/how-to/hardening-your-cluster#leave_abac_disabled_default_for_110',
  ],
  alsoKnownAs: {
    tfsec: ['GCP005'],
    trivy: ['AVD-GCP-0062', 'GCP-0062'],
    checkov: ['CKV_GCP_7'],
  },

  messages: {
    enabled: '`{address}` uses legacy authorisation',
  },

  examples: () => [
    {
      bad: hcl`
        resource "google_container_cluster" "shop" {
          name               = "shop"
          location           = "europe-west1"
          enable_legacy_abac = true
        }
      `,
      expect: 'enabled',
      fixed: hcl`
        resource "google_container_cluster" "shop" {
          name               = "shop"
          location           = "europe-west1"
          enable_legacy_abac = false
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
        name               = "shop"
        location           = "europe-west1"
        enable_legacy_abac = false
      }
    `,
  ],

  evaluate: forbidTrue('enable_legacy_abac'),
});
