import { defineCheck, eachBlock, forbidOneOf, hcl } from '../../kit/index.ts';

export default defineCheck({
  id: 'google-dns-no-rsa-sha1',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'google_dns_managed_zone',

  title: 'DNS zones should not be signed with RSASHA1',
  why: 'SHA-1 is broken: two texts with the same hash can be made. Resolvers increasingly treat zones that are signed with it as unsigned.',
  harm: 'Signed answers can be forged, or are no longer verified at all.',
  remedy: 'Sign with `rsasha256`, `ecdsap256sha256` or another algorithm without SHA-1.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/dns_managed_zone#algorithm',
    'https://cloud.google.com/dns/docs/dnssec-advanced',
  ],
  alsoKnownAs: {
    trivy: ['AVD-GCP-0012', 'GCP-0012'],
    checkov: ['CKV_GCP_17'],
  },

  messages: {
    value: '`{address}` is signed with `{value}`',
  },

  examples: () => [
    {
      bad: hcl`
        resource "google_dns_managed_zone" "shop" {
          name     = "shop"
          dns_name = "shop.example.com."

          dnssec_config {
            state = "on"

            default_key_specs {
              algorithm  = "rsasha1"
              key_length = 2048
              key_type   = "keySigning"
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
              algorithm  = "rsasha256"
              key_length = 2048
              key_type   = "keySigning"
            }
          }
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "google_dns_managed_zone" "shop" {
        name     = "shop"
        dns_name = "shop.example.com."

        dnssec_config {
          state = "on"
        }
      }
    `,
  ],

  evaluate: eachBlock(
    'dnssec_config.default_key_specs',
    forbidOneOf('algorithm', ['rsasha1'], {
      fixTo: '"rsasha256"',
      ignoreCase: true,
      caution: 'keys can be changed only while DNSSEC of the zone is off',
    }),
  ),
});
