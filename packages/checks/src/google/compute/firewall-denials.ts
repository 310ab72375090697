import type { AddressRange, Answer, Estate, ResourceView } from '../../kit/index.ts';
import { allOf, answerOf, anyOf } from '../../kit/index.ts';
import type { Direction, FirewallRule, PortRange, Ports } from './firewall-rules.ts';
import { ALL_PORTS, portsOf, protocolOf, rangesOf, rulesOf } from './firewall-rules.ts';

const DEFAULT_PRIORITY = 1000;

/** Rules that deny which are looked at for one that allows; with more of them nothing is said for certain. */
const MAX_DENIALS = 500;

/** Traffic of which the question is whether another firewall refuses it. */
export interface Traffic {
  readonly direction: Direction;
  readonly range: AddressRange;
  /** Undefined when it is not known. */
  readonly protocol: string | undefined;
  readonly ports: readonly PortRange[];
  /** There may be more ports than these. */
  readonly hasUnknownPorts: boolean;
}

/** A rule that denies, read once: it is asked for every rule that allows. */
interface Denial {
  readonly rule: FirewallRule;
  /** Undefined when it is not known. */
  readonly priority: number | undefined;
  readonly protocol: string | undefined;
  readonly ports: Ports;
  /** By their first address. */
  readonly ranges: readonly AddressRange[];
  readonly hasUnknownRanges: boolean;
}

/** By estate: most have no rule that denies, and then nothing is compared. */
const denialsOfEstate = new WeakMap<Estate, Readonly<Record<Direction, readonly Denial[]>>>();

/**
 * Whether a rule that denies comes before one that allows, and covers the traffic: same network, a priority that is not lower, the same
 * targets or all, and sources, protocol and ports that hold all of it. Of two rules with one priority, the one that denies wins.
 */
export function isDenied(allowing: ResourceView, traffic: Traffic): Answer {
  let result: Answer = 'false';
  const denials = denialsOf(allowing.estate)[traffic.direction];
  const priority = priorityOf(allowing);
  for (const denial of denials.slice(0, MAX_DENIALS)) {
    const comesFirst = precedes(denial.priority, priority);
    if (comesFirst === 'false') continue;
    const answer = allOf([comesFirst, denies(denial, allowing, traffic)]);
    if (answer === 'true') return 'true';
    if (answer === 'unknown') result = 'unknown';
  }
  return denials.length > MAX_DENIALS ? 'unknown' : result;
}

/** Asks what is cheap first; most rules are for another network or come too late. */
function denies(denial: Denial, allowing: ResourceView, traffic: Traffic): Answer {
  const { firewall, isInForce } = denial.rule;
  const questions = [
    () => coversProtocol(denial, traffic),
    () => coversPorts(denial, traffic),
    () => coversRange(denial, traffic),
    () => isSameNetwork(firewall, allowing),
    () => coversTargets(firewall, allowing),
  ];
  let result: Answer = isInForce;
  for (const ask of questions) {
    const answer = ask();
    if (answer === 'false') return 'false';
    if (answer === 'unknown') result = 'unknown';
  }
  return result;
}

/** All the traffic that an `allow` block lets through from or to a range. */
export function trafficOf({ block }: FirewallRule, direction: Direction, range: AddressRange): Traffic {
  const { isAll, ranges, hasUnknown } = portsOf(block);
  return {
    direction,
    range,
    protocol: protocolOf(block),
    ports: isAll ? [ALL_PORTS] : ranges,
    hasUnknownPorts: hasUnknown,
  };
}

function denialsOf(estate: Estate): Readonly<Record<Direction, readonly Denial[]>> {
  let denials = denialsOfEstate.get(estate);
  if (denials === undefined) {
    const firewalls = estate.resources('google_compute_firewall');
    const ofDirection = (direction: Direction): readonly Denial[] =>
      firewalls.flatMap((firewall) => rulesOf(firewall, 'deny', direction).map((rule) => denialOf(rule, direction)));
    denials = { INGRESS: ofDirection('INGRESS'), EGRESS: ofDirection('EGRESS') };
    denialsOfEstate.set(estate, denials);
  }
  return denials;
}

function denialOf(rule: FirewallRule, direction: Direction): Denial {
  const held = rangesOf(rule.firewall, direction);
  const ranges = held.flatMap(({ range }) => range ?? []);
  return {
    rule,
    priority: priorityOf(rule.firewall),
    protocol: protocolOf(rule.block),
    ports: portsOf(rule.block),
    ranges: ranges.toSorted((a, b) => (a.first < b.first ? -1 : Number(a.first > b.first))),
    hasUnknownRanges: held.some(({ at }) => at.state === 'unknown'),
  };
}

function precedes(denying: number | undefined, allowing: number | undefined): Answer {
  return denying === undefined || allowing === undefined ? 'unknown' : answerOf(denying <= allowing);
}

function priorityOf(firewall: ResourceView): number | undefined {
  const priority = firewall.attribute('priority');
  return priority.state === 'absent' ? DEFAULT_PRIORITY : priority.number();
}

function isSameNetwork(one: ResourceView, other: ResourceView): Answer {
  const [a, b] = [one.attribute('network'), other.attribute('network')];
  const [text, otherText] = [a.text(), b.text()];
  if (text !== undefined && otherText !== undefined && text === otherText) return 'true';
  const [network] = a.refersTo('google_compute_network').found;
  const [otherNetwork] = b.refersTo('google_compute_network').found;
  if (network !== undefined || otherNetwork !== undefined) {
    if (network === otherNetwork) return 'true';
    if (network !== undefined && otherNetwork !== undefined) return 'false';
  }
  const [origin] = a.waitsFor;
  const [otherOrigin] = b.waitsFor;
  if (origin !== undefined && origin.subject === otherOrigin?.subject && origin.path === otherOrigin.path)
    return 'true';
  return a.state === 'unknown' || b.state === 'unknown' ? 'unknown' : 'false';
}

/** A rule without targets is for every machine of the network. */
function coversTargets(denying: ResourceView, allowing: ResourceView): Answer {
  const kinds = ['target_tags', 'target_service_accounts'];
  const isNarrow = anyOf(kinds.map((kind) => denying.attribute(kind).isSet()));
  if (isNarrow !== 'true') return isNarrow === 'false' ? 'true' : 'unknown';
  return anyOf(
    kinds.map((kind) => {
      const wanted = allowing.attribute(kind);
      if (wanted.isSet() === 'false') return 'false';
      const held = denying.attribute(kind);
      const texts = new Set(held.items().map((item) => item.text()));
      const answers = wanted.items().map((item) => item.state === 'known' && texts.has(item.text()));
      if (answers.length > 0 && !answers.includes(false)) return 'true';
      return held.hasUnknownItems || wanted.hasUnknownItems ? 'unknown' : 'false';
    }),
  );
}

function coversProtocol({ protocol: denied }: Denial, { protocol }: Traffic): Answer {
  if (denied === 'all') return 'true';
  return denied === undefined || protocol === undefined ? 'unknown' : answerOf(denied === protocol);
}

function coversPorts({ ports: { isAll, ranges, hasUnknown } }: Denial, { ports, hasUnknownPorts }: Traffic): Answer {
  if (isAll) return 'true';
  const isCovered = ports.every((port) => ranges.some(({ first, last }) => first <= port.first && port.last <= last));
  if (isCovered) return hasUnknownPorts ? 'unknown' : 'true';
  return hasUnknown ? 'unknown' : 'false';
}

/** The ranges of a firewall may cover together what none of them covers alone: two halves of the internet. */
function coversRange({ ranges, hasUnknownRanges }: Denial, { range }: Traffic): Answer {
  let next = range.first;
  for (const { family, first, last } of ranges) {
    if (family !== range.family) continue;
    if (first > next) break;
    if (last >= next) next = last + 1n;
  }
  if (next > range.last) return 'true';
  return hasUnknownRanges ? 'unknown' : 'false';
}
