import { defineCheck, hcl, requireOneOf } from '../../kit/index.ts';

export default defineCheck({
  id: 'google-dns-enable-dnssec',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'google_dns_managed_zone',

  title: 'Public zones should be signed with DNSSEC',
  why: 'DNSSEC signs the answers of a zone, so that resolvers can tell forged ones. It takes effect once the registrar has the DS record. Private zones are not signed.',
  harm: 'Users are sent to machines of an attacker by forged answers.',
  remedy: 'Set `state = "on"` in a `dnssec_config` block, and give the DS record to the registrar.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/dns_managed_zone#dnssec_config',
    'https://cloud.google.com/dns/docs/dnssec-config',
  ],
  alsoKnownAs: {
    trivy: ['AVD-GCP-0013', 'GCP-0013'],
    checkov: ['CKV_GCP_16'],
  },

  messages: {
    missing: '`{address}` is not signed with DNSSEC',
    value: '`{address}` is not signed with DNSSEC (`state` is `{value}`)',
  },

  examples: [
    {
      bad: hcl`
        resource "google_dns_managed_zone" "shop" {
          name     = "shop"
          dns_name = "shop.example.com."
        }
      `,
      expect: 'missing',
      fixed: hcl`
        resource "google_dns_managed_zone" "shop" {
          name     = "shop"
          dns_name = "shop.example.com."

          dnssec_config {
            state = "on"
          }
        }
      `,
    },
    {
      bad: hcl`
        resource "google_dns_managed_zone" "shop" {
          name     = "shop"
          dns_name = "shop.example.com."

          dnssec_config {
            state = "off"
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
        }
      }
    `,
    hcl`
      resource "google_dns_managed_zone" "shop" {
        name       = "shop"
        dns_name   = "shop.example.com."
        visibility = "private"
      }
    `,
  ],

  evaluate(zone, report) {
    const isPrivate = zone.attribute('visibility').equals('private', true);
    if (isPrivate === 'true') return;
    const state = zone.attribute('dnssec_config.state');
    if (isPrivate === 'unknown' && state.equals('on', true) !== 'true') {
      report.undetermined({ at: state });
      return;
    }
    requireOneOf('dnssec_config.state', ['on'], { absent: 'fails', fixTo: '"on"', ignoreCase: true })(zone, report);
  },
});
