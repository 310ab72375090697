import type { AddressRange, Answer, Reach, ResourceView, ShapeReport } from '../../kit/index.ts';
import { allOf, anyOf, not, parseRange, reachOf } from '../../kit/index.ts';
import { isDenied, trafficOf } from './firewall-denials.ts';
import type { Direction, FirewallRange, FirewallRule } from './firewall-rules.ts';
import { portsOf, protocolOf, rangesOf, rulesOf } from './firewall-rules.ts';

/**
 * Public ranges that only Google's own infrastructure uses.
 * - sources: TCP forwarding of Identity-Aware Proxy, health checks and proxies of load balancers
 * - destinations: `restricted.googleapis.com` and `private.googleapis.com`, which the internet does not route
 *
 * @see https://cloud.google.com/load-balancing/docs/firewall-rules
 * @see https://cloud.google.com/vpc/docs/configure-private-google-access
 */
const RANGES_OF_GOOGLE: Readonly<Record<Direction, readonly AddressRange[]>> = {
  INGRESS: ranges(
    '35.235.240.0/20',
    '35.191.0.0/16',
    '130.211.0.0/22',
    '209.85.152.0/22',
    '209.85.204.0/22',
    '2600:2d00:1:1::/64',
    '2600:2d00:1:b029::/64',
    '2600:1901:8001::/48',
  ),
  EGRESS: ranges('199.36.153.4/30', '199.36.153.8/30'),
};

/**
 * No rule may allow traffic from or to a public range of more than one address, unless another rule denies it first. Messages: `world`,
 * `public`, `default` (no range is written, so it is everywhere).
 */
export function forbidPublicTraffic(
  direction: Direction,
): (firewall: ResourceView, report: ShapeReport<'world' | 'public' | 'default'>) => void {
  return (firewall, report) => {
    const rules = rulesOf(firewall, 'allow', direction);
    if (rules.length === 0) return;
    for (const range of rangesOf(firewall, direction)) {
      const reach = publicReachOf(range, direction);
      if (reach === 'unknown') report.undetermined({ at: range.at });
      if (reach !== 'world' && reach !== 'public') continue;
      const isOpen = anyOf(rules.map((rule) => isEffective(rule, direction, range)));
      if (isOpen === 'unknown') report.undetermined({ at: range.at });
      if (isOpen === 'true') report.fail({ message: range.isDefault ? 'default' : reach, at: range.at });
    }
  };
}

/** A port that nobody on the internet may reach, and the protocols that carry its service. */
export interface ClosedPort {
  readonly port: number;
  readonly protocols: readonly string[];
}

/** No rule may let everybody reach a port, unless another rule denies it first. Messages: `open`, `default`. */
export function forbidOpenPort(
  closed: ClosedPort,
): (firewall: ResourceView, report: ShapeReport<'open' | 'default'>) => void {
  return (firewall, report) => {
    const rules = rulesOf(firewall, 'allow', 'INGRESS').map((rule) => ({ rule, holds: holdsPort(rule, closed) }));
    if (rules.every(({ holds }) => holds === 'false')) return;
    for (const range of rangesOf(firewall, 'INGRESS')) {
      const reach = publicReachOf(range, 'INGRESS');
      if (reach === 'unknown') report.undetermined({ at: range.at });
      if (reach !== 'world') continue;
      const isOpen = anyOf(rules.map(({ rule, holds }) => allOf([holds, isReachable(rule, range, closed)])));
      if (isOpen === 'unknown') report.undetermined({ at: range.at });
      if (isOpen === 'true') report.fail({ message: range.isDefault ? 'default' : 'open', at: range.at });
    }
  };
}

function publicReachOf({ range, text }: FirewallRange, direction: Direction): Reach | 'unknown' | undefined {
  if (text === undefined) return 'unknown';
  const isOfGoogle =
    range !== undefined &&
    RANGES_OF_GOOGLE[direction].some(
      (known) => known.family === range.family && known.first <= range.first && range.last <= known.last,
    );
  return isOfGoogle ? undefined : reachOf(text);
}

function isEffective(rule: FirewallRule, direction: Direction, { range }: FirewallRange): Answer {
  if (range === undefined) return rule.isInForce;
  return allOf([rule.isInForce, not(isDenied(rule.firewall, trafficOf(rule, direction, range)))]);
}

function isReachable(rule: FirewallRule, { range }: FirewallRange, { port, protocols }: ClosedPort): Answer {
  if (range === undefined) return rule.isInForce;
  const own = protocolOf(rule.block);
  const carriers = own === 'all' || own === undefined ? protocols : [own];
  const denied = carriers.map((protocol) =>
    isDenied(rule.firewall, {
      direction: 'INGRESS',
      range,
      protocol,
      ports: [{ first: port, last: port }],
      hasUnknownPorts: false,
    }),
  );
  return allOf([rule.isInForce, not(allOf(denied))]);
}

function holdsPort({ block }: FirewallRule, { port, protocols }: ClosedPort): Answer {
  const protocol = protocolOf(block);
  if (protocol !== undefined && protocol !== 'all' && !protocols.includes(protocol)) return 'false';
  const { isAll, ranges: held, hasUnknown } = portsOf(block);
  const isHeld = isAll || protocol === 'all' || held.some(({ first, last }) => first <= port && port <= last);
  if (isHeld) return protocol === undefined ? 'unknown' : 'true';
  return hasUnknown ? 'unknown' : 'false';
}

function ranges(...texts: readonly string[]): readonly AddressRange[] {
  return texts.flatMap((text) => parseRange(text) ?? []);
}
