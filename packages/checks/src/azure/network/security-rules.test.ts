import { describe, expect, it } from 'vitest';
import { viewOf } from '../../../testing/view-of.ts';
import type { Direction } from './rules-of-group.ts';
import { openings } from './security-rules.ts';

/** Ports opened by the one allow rule of a group. */
function opened(rule: string, denials: readonly string[], direction: Direction, ports: readonly number[]): unknown {
  const rules = [rule, ...denials].map((text) => `  security_rule {\n    ${text}\n  }\n`).join('');
  const group = viewOf(
    'azurerm_network_security_group.orders',
    `resource "azurerm_network_security_group" "orders" {\n${rules}}\n`,
  );
  return openings(group, direction, ports).map((opening) => (opening.isCertain ? opening.ports : 'unknown'));
}

const REST = 'source_port_range = "*"\n    destination_address_prefix = "*"\n    direction = "Inbound"';
const ALLOW = `access = "Allow"\n    priority = 200\n    protocol = "Tcp"\n    source_address_prefix = "*"\n    ${REST}`;
const DENY = `access = "Deny"\n    priority = 100\n    protocol = "*"\n    ${REST}`;

describe('rules that open ports to the internet', () => {
  it('lists the wanted ports that a rule opens', () => {
    const rule = `${ALLOW}\n    destination_port_ranges = ["20-30", "443"]`;
    expect(opened(rule, [], 'Inbound', [22, 25, 3389])).toEqual([[22, 25]]);
    expect(opened(rule, [], 'Outbound', [22])).toEqual([]);
  });

  it('takes away the ports that an earlier rule denies', () => {
    const rule = `${ALLOW}\n    destination_port_range = "*"`;
    const denial = `${DENY}\n    source_address_prefix = "Internet"\n    destination_port_range = "22"`;
    expect(opened(rule, [denial], 'Inbound', [22, 25])).toEqual([[25]]);
  });

  it.each([
    ['a later rule', 'priority = 100', 'priority = 300'],
    ['a rule about another protocol', 'protocol = "*"', 'protocol = "Udp"'],
    ['a rule about the other direction', 'direction = "Inbound"', 'direction = "Outbound"'],
    ['a rule about one machine', 'destination_address_prefix = "*"', 'destination_address_prefix = "10.0.0.4"'],
    ['a rule about some source ports', 'source_port_range = "*"', 'source_port_range = "1024"'],
  ])('is not closed by %s', (_, from, to) => {
    const rule = `${ALLOW}\n    destination_port_range = "22"`;
    const denial = `${DENY}\n    source_address_prefix = "*"\n    destination_port_range = "*"`.replace(from, to);
    expect(opened(rule, [denial], 'Inbound', [22])).toEqual([[22]]);
  });

  it.each([
    ['Internet', '::/0', 'closes'],
    ['*', '203.0.113.0/24', 'closes'],
    ['0.0.0.0/0', 'Internet', 'closes'],
    ['203.1.0.0/16', '203.0.113.0/24', 'does not close'],
    ['203.0.112.0/20', '203.0.113.0/24', 'closes'],
    ['0.0.0.0/0', '::/0', 'does not close'],
    ['AzureCloud', 'Internet', 'does not close'],
  ])('a denial of %s, asked about %s, %s it', (denied, wanted, verb) => {
    const rule = `${ALLOW}\n    destination_port_range = "22"`.replace('prefix = "*"', `prefix = "${wanted}"`);
    const denial = `${DENY}\n    source_address_prefix = "${denied}"\n    destination_port_range = "*"`;
    expect(opened(rule, [denial], 'Inbound', [22])).toEqual(verb === 'closes' ? [] : [[22]]);
  });

  it('does not know what a denial of an unknown range closes', () => {
    const rule = `${ALLOW}\n    destination_port_range = "22"`;
    const denial = `${DENY}\n    source_address_prefix = azurerm_subnet.orders.address_prefixes[0]\n    destination_port_range = "*"`;
    expect(opened(rule, [denial], 'Inbound', [22])).toEqual(['unknown']);
  });
});
