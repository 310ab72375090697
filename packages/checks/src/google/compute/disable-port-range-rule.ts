import { defineCheck, hcl } from '../../kit/index.ts';
import { parsePorts, rulesOf } from './firewall-rules.ts';

/** Last port less first port, at most. */
const LARGEST_SPAN = 30;

export default defineCheck({
  id: 'google-compute-disable-port-range-rule',
  since: '1.0.0',
  severity: 'LOW',
  resource: 'google_compute_firewall',

  title: 'Firewalls should not allow large ranges of ports',
  why: 'A range of many ports opens more than one service uses, and whatever comes to listen there later. Up to 31 ports in a row are accepted.',
  harm: 'More services can be reached than are needed.',
  remedy: 'Name single ports, or small ranges.',
  links: ['https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_firewall#ports-1'],
  alsoKnownAs: {
    trivy: ['AVD-GCP-0074', 'GCP-0074', 'compute-network-using-firewall-rule-that-allows-large-port-range'],
  },

  messages: {
    large: '`{address}` allows a large range of ports (`{value}`)',
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
            ports    = ["8000-9000"]
          }
        }
      `,
      expect: 'large',
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
          ports    = ["443", "8000-8030"]
        }
      }
    `,
  ],

  evaluate(firewall, report) {
    for (const { block, isInForce } of rulesOf(firewall, 'allow', 'INGRESS')) {
      const ports = block.attribute('ports');
      if (ports.state === 'unknown') report.undetermined({ at: ports });
      for (const item of ports.items()) {
        const range = parsePorts(item);
        const isLarge = range !== undefined && range.last - range.first > LARGEST_SPAN;
        if (item.state === 'unknown' || (isLarge && isInForce === 'unknown')) report.undetermined({ at: item });
        else if (isLarge) report.fail({ message: 'large', at: item });
      }
    }
  },
});
