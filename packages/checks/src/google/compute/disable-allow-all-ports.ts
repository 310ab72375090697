import type { Answer, AttributeView, BlockView, Place, ShapeReport } from '../../kit/index.ts';
import { anyOf, defineCheck, hcl } from '../../kit/index.ts';
import type { FirewallRule } from './firewall-rules.ts';
import { parsePorts, protocolOf, rulesOf } from './firewall-rules.ts';

/** The others cannot be narrowed to ports. */
const PROTOCOLS_WITH_PORTS: readonly string[] = ['tcp', 'udp', 'sctp'];

export default defineCheck({
  id: 'google-compute-disable-allow-all-ports',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'google_compute_firewall',

  title: 'Firewalls should allow the ports that are needed only',
  why: 'A rule without ports, or with all of them, opens whatever runs on the machines now and later. A rule should name the ports of one service.',
  harm: 'Services that were never meant to be reached are exposed.',
  remedy: 'Name the ports of the service in each `allow` block.',
  links: ['https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_firewall#ports-1'],
  alsoKnownAs: {
    trivy: ['AVD-GCP-0072', 'GCP-0072', 'network-using-firewall-rule-that-allows-all-ports'],
  },

  messages: {
    all: '`{address}` allows every port',
    protocol: '`{address}` allows every protocol and port',
  },

  examples: () => [
    {
      bad: hcl`
        resource "google_compute_firewall" "shop" {
          name          = "shop"
          network       = "shop"
          source_ranges = ["10.0.0.0/8"]

          allow {
            protocol = "tcp"
          }
        }
      `,
      expect: 'all',
    },
    {
      bad: hcl`
        resource "google_compute_firewall" "shop" {
          name          = "shop"
          network       = "shop"
          source_ranges = ["10.0.0.0/8"]

          allow {
            protocol = "tcp"
            ports    = ["0-65535"]
          }
        }
      `,
      expect: 'all',
    },
    {
      bad: hcl`
        resource "google_compute_firewall" "shop" {
          name          = "shop"
          network       = "shop"
          source_ranges = ["10.0.0.0/8"]

          allow {
            protocol = "all"
          }
        }
      `,
      expect: 'protocol',
    },
  ],
  good: () => [
    hcl`
      resource "google_compute_firewall" "shop" {
        name          = "shop"
        network       = "shop"
        source_ranges = ["10.0.0.0/8"]

        allow {
          protocol = "tcp"
          ports    = ["443"]
        }
      }
    `,
    hcl`
      resource "google_compute_firewall" "ping" {
        name          = "ping"
        network       = "shop"
        source_ranges = ["10.0.0.0/8"]

        allow {
          protocol = "icmp"
        }
      }
    `,
  ],

  evaluate(firewall, report) {
    for (const rule of [...rulesOf(firewall, 'allow', 'INGRESS'), ...rulesOf(firewall, 'allow', 'EGRESS')]) {
      const protocol = protocolOf(rule.block);
      const { at, isEvery } = everyPortOf(rule.block);
      if (protocol === 'all') {
        say(rule, 'protocol', rule.block.attribute('protocol'), report);
      } else if (protocol === undefined) {
        if (isEvery !== 'false') report.undetermined({ at: rule.block.attribute('protocol') });
      } else if (PROTOCOLS_WITH_PORTS.includes(protocol)) {
        if (isEvery === 'true') say(rule, 'all', at, report);
        if (isEvery === 'unknown') report.undetermined({ at });
      }
    }
  },
});

function everyPortOf(block: BlockView): { readonly at: AttributeView; readonly isEvery: Answer } {
  const ports = block.attribute('ports');
  if (ports.isSet() === 'false') return { at: ports, isEvery: 'true' };
  const items = ports.items().map((item) => ({ item, isEvery: isEveryPort(item) }));
  const first = items.find(({ isEvery }) => isEvery === 'true');
  if (first !== undefined) return { at: first.item, isEvery: 'true' };
  const answer = anyOf(items.map(({ isEvery }) => isEvery));
  return { at: ports, isEvery: answer === 'false' && ports.state === 'unknown' ? 'unknown' : answer };
}

function isEveryPort(item: AttributeView): Answer {
  if (item.state !== 'known') return 'unknown';
  const range = parsePorts(item);
  // Port 0 is reserved, so a range that begins at 1 is all of them too.
  return range !== undefined && range.first <= 1 && range.last >= 65_535 ? 'true' : 'false';
}

function say(
  rule: FirewallRule,
  message: 'all' | 'protocol',
  at: Place,
  report: ShapeReport<'all' | 'protocol'>,
): void {
  if (rule.isInForce === 'true') report.fail({ message, at });
  else report.undetermined({ at });
}
