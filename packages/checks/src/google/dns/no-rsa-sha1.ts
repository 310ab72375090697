import { defineCheck, eachBlock, forbidOneOf, hcl } from '../../kit/index.ts';

export default defineCheck({
  id: 'google-dns-no-rsa-sha1',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'google_dns_managed_zone',

  title: 'Zones should not be signed with SHA-1',
  why: 'SHA-1 is broken: two texts with the same signature can be made. Zones can be signed with RSASHA256, RSASHA512 or an ECDSA algorithm.',
  harm: 'Signed answers can be forged.',
  remedy: 'Set `algorithm` to `rsasha256` or `ecdsap256sha256` in each `default_key_specs` block.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/dns_managed_zone#algorithm',
    'https://cloud.google.com/dns/docs/dnssec-advanced',
  ],
  alsoKnownAs: {
    trivy: ['AVD-GCP-0012', 'GCP-0012'],
    checkov: ['CKV_GCP_17'],
  },

  messages: {
    value: '`{address}` signs with SHA-1 (`{value}`)',
  },

  examples: [
    {
      bad: hcl`
        resource "google_dns_managed_zone" "shop" {
          name     = "shop"
          dns_name = "shop.example.com."

          dnssec_config {
            state = "on"

            default_key_specs {
              algorithm = "rsasha1"
              key_type  = "keySigning"
            }
          }
        }
      `,
      expect: 'value',
      fixed: hcl`
        resource "google_dns_managed_zone" "shop" {
          name     = "shop"
          dns_name = "shop.example.com."

          dnssec_config {
            state = "on"

            default_key_specs {
              algorithm = "rsasha256"
              key_type  = "keySigning"
            }
          }
        }
      `,
    },
  ],
  good: [
    hcl`
      resource "google_dns_managed_zone" "shop" {
        name     = "shop"
        dns_name = "shop.example.com."

        dnssec_config {
          state = "on"

          default_key_specs {
            algorithm = "rsasha256"
            key_type  = "keySigning"
          }

          default_key_specs {
            algorithm = "rsasha256"
            key_type  = "zoneSigning"
          }
        }
      }
    `,
    hcl`
      resource "google_dns_managed_zone" "shop" {
        name     = "shop"
        dns_name = "shop.example.com."
      }
    `,
  ],

  evaluate: eachBlock(
    'dnssec_config.default_key_specs',
    forbidOneOf('algorithm', ['rsasha1'], {
      fixTo: '"rsasha256"',
      ignoreCase: true,
      caution: 'the zone is signed anew',
    }),
  ),
});
