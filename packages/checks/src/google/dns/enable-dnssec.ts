import { defineCheck, hcl, requireOneOf } from '../../kit/index.ts';

const SIGNED = requireOneOf('dnssec_config.state', ['on'], {
  absent: 'fails',
  fixTo: '"on"',
  ignoreCase: true,
  caution: 'resolvers verify the zone only once its DS record is at the registrar',
});

export default defineCheck({
  id: 'google-dns-enable-dnssec',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'google_dns_managed_zone',

  title: 'Public DNS zones should be signed with DNSSEC',
  why: 'DNSSEC signs the answers of a zone, so that resolvers can tell them from forged ones.',
  harm: 'Forged answers lead users, and their passwords and mail, to the machines of an attacker.',
  remedy: 'Set `state` of `dnssec_config` to `on`, and put the DS record of the zone at the registrar.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/dns_managed_zone#dnssec_config',
    'https://cloud.google.com/dns/docs/dnssec-config',
  ],
  alsoKnownAs: {
    trivy: ['AVD-GCP-0013', 'GCP-0013'],
    checkov: ['CKV_GCP_16'],
  },

  messages: {
    missing: '`{address}` has no DNSSEC, so its answers are not signed',
    value: '`{address}` does not have DNSSEC switched on (`{value}`)',
  },

  examples: () => [
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
    hcl`
      resource "google_dns_managed_zone" "internal" {
        name       = "internal"
        dns_name   = "internal.example.com."
        visibility = "private"
      }
    `,
  ],

  evaluate(zone, report) {
    const visibility = zone.attribute('visibility');
    const isPrivate = visibility.equals('private');
    if (isPrivate === 'true') return;
    if (isPrivate !== 'unknown') SIGNED(zone, report);
    // Signed either way.
    else if (zone.attribute('dnssec_config.state').equals('on', true) !== 'true')
      report.undetermined({ at: visibility });
  },
});
