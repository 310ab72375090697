import { describe, expect, it } from 'vitest';
import { viewOf } from '../../../testing/view-of.ts';
import { isDenied, trafficOf } from './firewall-denials.ts';
import { rulesOf } from './firewall-rules.ts';

const EVERYWHERE = { family: 4, first: 0n, last: 2n ** 32n - 1n } as const;
const SSH = {
  direction: 'INGRESS',
  range: EVERYWHERE,
  protocol: 'tcp',
  ports: [{ first: 22, last: 22 }],
  hasUnknownPorts: false,
} as const;

/** Asks for the firewall `admin` beside one that denies. */
function answerFor(admin: string, closed: string): string {
  const files = `
    variable "unknown" {}
    resource "google_compute_firewall" "admin" {
      network = "shop"
      ${admin}
      allow { protocol = "tcp" }
    }
    resource "google_compute_firewall" "closed" {
      ${closed}
    }
  `;
  return isDenied(viewOf('google_compute_firewall.admin', files), SSH);
}

const ALL = 'deny { protocol = "all" }';

describe('a rule that denies', () => {
  it.each([
    ['comes first with the same priority', '', `network = "shop"\n${ALL}`, 'true'],
    ['comes too late', '', `network = "shop"\npriority = 1001\n${ALL}`, 'false'],
    ['has a priority that is not known', '', `network = "shop"\npriority = var.unknown\n${ALL}`, 'unknown'],
    ['is for another network', '', `network = "till"\n${ALL}`, 'false'],
    ['is for a network that is not known', '', `network = var.unknown\n${ALL}`, 'unknown'],
    ['is switched off', '', `network = "shop"\ndisabled = true\n${ALL}`, 'false'],
    ['is for the other direction', '', `network = "shop"\ndirection = "EGRESS"\n${ALL}`, 'false'],
    ['is for another protocol', '', 'network = "shop"\ndeny { protocol = "udp" }', 'false'],
    ['names the protocol by its number', '', 'network = "shop"\ndeny { protocol = "6" }', 'true'],
    [
      'holds the port in a range',
      '',
      'network = "shop"\ndeny {\nprotocol = "tcp"\nports = ["1-21", "22-30"]\n}',
      'true',
    ],
    ['is for other ports', '', 'network = "shop"\ndeny {\nprotocol = "tcp"\nports = ["80"]\n}', 'false'],
    [
      'is for ports that are not known',
      '',
      'network = "shop"\ndeny {\nprotocol = "tcp"\nports = var.unknown\n}',
      'unknown',
    ],
    ['is for half of the addresses', '', `network = "shop"\nsource_ranges = ["0.0.0.0/1"]\n${ALL}`, 'false'],
    ['is for both halves', '', `network = "shop"\nsource_ranges = ["128.0.0.0/1", "0.0.0.0/1"]\n${ALL}`, 'true'],
    ['is for tagged sources only', '', `network = "shop"\nsource_tags = ["office"]\n${ALL}`, 'false'],
    ['is for some machines', '', `network = "shop"\ntarget_tags = ["till"]\n${ALL}`, 'false'],
    ['is for the same machines', 'target_tags = ["a"]', `network = "shop"\ntarget_tags = ["a", "b"]\n${ALL}`, 'true'],
    ['is for fewer machines', 'target_tags = ["a", "b"]', `network = "shop"\ntarget_tags = ["a"]\n${ALL}`, 'false'],
  ])('%s', (_title, admin, closed, expected) => {
    expect(answerFor(admin, closed)).toBe(expected);
  });
});

it('says nothing for certain when there are very many rules that deny', () => {
  const many = `
    resource "google_compute_firewall" "admin" {
      network = "shop"
      allow { protocol = "tcp" }
    }
    resource "google_compute_firewall" "closed" {
      count   = 501
      network = "till"
      ${ALL}
    }
  `;
  expect(isDenied(viewOf('google_compute_firewall.admin', many), SSH)).toBe('unknown');
});

it('leaves it open whether ports that are not known are denied', () => {
  const admin = viewOf(
    'google_compute_firewall.admin',
    `
      variable "unknown" {}
      resource "google_compute_firewall" "admin" {
        network = "shop"
        allow {
          protocol = "tcp"
          ports    = ["22", var.unknown]
        }
      }
      resource "google_compute_firewall" "closed" {
        network = "shop"
        deny {
          protocol = "tcp"
          ports    = ["22"]
        }
      }
    `,
  );
  const [rule] = rulesOf(admin, 'allow', 'INGRESS');
  expect(rule && isDenied(admin, trafficOf(rule, 'INGRESS', EVERYWHERE))).toBe('unknown');
});
