import { defineCheck, hcl, requireTrue } from '../../kit/index.ts';
import { isForProxies } from './subnetworks.ts';

export default defineCheck({
  id: 'google-compute-enable-subnetwork-private-google-access',
  since: '1.0.0',
  severity: 'LOW',
  resource: 'google_compute_subnetwork',

  title: 'Subnetworks should reach the APIs of Google privately',
  why: 'With private Google access, machines without a public address reach the APIs of Google over internal paths.',
  harm: 'Machines are given public addresses only to reach these APIs.',
  remedy: 'Set `private_ip_google_access` to `true`.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_subnetwork#private_ip_google_access',
    'https://cloud.google.com/vpc/docs/private-google-access',
  ],
  alsoKnownAs: {
    tfsec: ['google-misc-google-compute-subnetwork-with-private-google-access-disable'],
    trivy: ['AVD-GCP-0075', 'GCP-0075'],
    checkov: ['CKV_GCP_74'],
  },

  messages: {
    missing: '`{address}` does not give private access to the APIs of Google',
    disabled: '`{address}` switches private access to the APIs of Google off',
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
          name                     = "shop"
          network                  = "shop"
          region                   = "europe-west1"
          ip_cidr_range            = "10.20.0.0/20"
          private_ip_google_access = true
        }
      `,
    },
    {
      bad: hcl`
        resource "google_compute_subnetwork" "shop" {
          name                     = "shop"
          network                  = "shop"
          region                   = "europe-west1"
          ip_cidr_range            = "10.20.0.0/20"
          private_ip_google_access = false
        }
      `,
      expect: 'disabled',
      fixed: hcl`
        resource "google_compute_subnetwork" "shop" {
          name                     = "shop"
          network                  = "shop"
          region                   = "europe-west1"
          ip_cidr_range            = "10.20.0.0/20"
          private_ip_google_access = true
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "google_compute_subnetwork" "shop" {
        name                     = "shop"
        network                  = "shop"
        region                   = "europe-west1"
        ip_cidr_range            = "10.20.0.0/20"
        private_ip_google_access = true
      }
    `,
  ],

  evaluate(subnetwork, report) {
    const isExempt = isForProxies(subnetwork);
    const access = subnetwork.attribute('private_ip_google_access');
    if (isExempt === 'true') return;
    if (isExempt === 'unknown' && access.truth() !== 'true') report.undetermined({ at: access });
    else requireTrue('private_ip_google_access')(subnetwork, report);
  },
});
