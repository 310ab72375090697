import { defineCheck, hcl, parseRange } from '../../kit/index.ts';
import { rulesOf } from './firewall-rules.ts';

/** What the subnetworks of an automatic network are cut from. */
const DEFAULT_RANGE = parseRange('10.128.0.0/9');

export default defineCheck({
  id: 'google-compute-disable-default-firewall-rules',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'google_compute_firewall',

  title: 'The rules of the default network should be replaced',
  why: 'The network that Google makes for a new project has rules for SSH, remote desktops, ping and all traffic between its subnetworks (`10.128.0.0/9`). Code that repeats them takes over what nobody chose.',
  harm: 'Traffic that nobody asked for reaches every machine of the network.',
  remedy: 'Remove the rules, and write ones for the traffic that each service needs.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_firewall',
    'https://cloud.google.com/vpc/docs/firewalls#more_rules_default_vpc',
  ],
  alsoKnownAs: {
    trivy: ['AVD-GCP-0073', 'GCP-0073'],
  },

  messages: {
    range: '`{address}` lets in the whole range of the default network (`{value}`)',
    name: '`{address}` is one of the rules of the default network (`{value}`)',
  },

  examples: () => [
    {
      bad: hcl`
        resource "google_compute_firewall" "internal" {
          name          = "internal"
          network       = "shop"
          source_ranges = ["10.128.0.0/9"]

          allow {
            protocol = "tcp"
            ports    = ["443"]
          }
        }
      `,
      expect: 'range',
    },
    {
      bad: hcl`
        resource "google_compute_firewall" "ssh" {
          name          = "default-allow-ssh"
          network       = "default"
          source_ranges = ["10.0.0.0/8"]

          allow {
            protocol = "tcp"
            ports    = ["22"]
          }
        }
      `,
      expect: 'name',
    },
  ],
  good: () => [
    hcl`
      resource "google_compute_firewall" "internal" {
        name          = "internal"
        network       = "shop"
        source_ranges = ["10.128.4.0/22"]

        allow {
          protocol = "tcp"
          ports    = ["443"]
        }
      }
    `,
  ],

  evaluate(firewall, report) {
    const [rule] = rulesOf(firewall, 'allow', 'INGRESS');
    if (rule === undefined) return;
    const name = firewall.attribute('name');
    const isDefault = name.matches((text) => text.startsWith('default-allow-'));
    if (isDefault === 'true') {
      if (rule.isInForce === 'true') report.fail({ message: 'name', at: name });
      else report.undetermined({ at: name });
      return;
    }
    for (const range of firewall.attribute('source_ranges').items()) {
      const isRange = range.matches(isDefaultRange);
      if (isRange === 'true' && rule.isInForce === 'true') report.fail({ message: 'range', at: range });
      else if (isRange === 'true' || isRange === 'unknown') report.undetermined({ at: range });
    }
    if (firewall.attribute('source_ranges').state === 'unknown') {
      report.undetermined({ at: firewall.attribute('source_ranges') });
    }
  },
});

function isDefaultRange(text: string): boolean {
  const range = parseRange(text);
  return range !== undefined && range.first === DEFAULT_RANGE?.first && range.last === DEFAULT_RANGE.last;
}
