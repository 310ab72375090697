import { defineCheck, hcl, requireOneOf } from '../../kit/index.ts';

export default defineCheck({
  id: 'google-compute-use-secure-tls-policy',
  since: '1.0.0',
  severity: 'CRITICAL',
  resource: 'google_compute_ssl_policy',

  title: 'SSL policies should require TLS 1.2 or newer',
  why: 'TLS 1.0 and 1.1 have known weaknesses, and current clients do not need them. A policy that names no version accepts TLS 1.0.',
  harm: 'Traffic can be downgraded, read and changed.',
  remedy: 'Set `min_tls_version` to `TLS_1_2`.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_ssl_policy#min_tls_version',
    'https://cloud.google.com/load-balancing/docs/ssl-policies-concepts',
  ],
  alsoKnownAs: {
    trivy: ['AVD-GCP-0039', 'GCP-0039'],
  },

  messages: {
    missing: '`{address}` accepts TLS 1.0, as it names no version',
    value: '`{address}` accepts old versions of TLS (`{value}`)',
  },

  examples: () => [
    {
      bad: hcl`
        resource "google_compute_ssl_policy" "shop" {
          name = "shop"
        }
      `,
      expect: 'missing',
      fixed: hcl`
        resource "google_compute_ssl_policy" "shop" {
          name            = "shop"
          min_tls_version = "TLS_1_2"
        }
      `,
    },
    {
      bad: hcl`
        resource "google_compute_ssl_policy" "shop" {
          name            = "shop"
          min_tls_version = "TLS_1_1"
        }
      `,
      expect: 'value',
      fixed: hcl`
        resource "google_compute_ssl_policy" "shop" {
          name            = "shop"
          min_tls_version = "TLS_1_2"
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "google_compute_ssl_policy" "shop" {
        name            = "shop"
        min_tls_version = "TLS_1_2"
      }
    `,
    hcl`
      resource "google_compute_ssl_policy" "shop" {
        name            = "shop"
        min_tls_version = "TLS_1_3"
      }
    `,
  ],

  evaluate: requireOneOf('min_tls_version', ['TLS_1_2', 'TLS_1_3'], { absent: 'fails', fixTo: '"TLS_1_2"' }),
});
