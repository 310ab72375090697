import type { Answer, AttributeView, BlockView, Truth } from '../../kit/index.ts';
import { allOf, answerOf, anyOf, holdsPort, parseRange } from '../../kit/index.ts';
import type { Direction } from './rules-of-group.ts';
import { valuesOf } from './rules-of-group.ts';

/** The part of an allow rule that is asked about. */
export interface Traffic {
  readonly direction: Direction;
  /** The open address range, an element of the rule's list. */
  readonly address: AttributeView;
  /** All ports of the rule when undefined. */
  readonly port: number | undefined;
}

/** Words for every address; a deny rule with one of them covers each range of the internet. */
const EVERYBODY: ReadonlySet<string> = new Set(['*', 'any', 'internet', '0.0.0.0/0']);

const PORTS = ['destination_port_range', 'destination_port_ranges'] as const;

/**
 * Whether one of the deny rules of its group comes before a rule and covers the traffic. Azure asks the rules in the order of their priority
 * numbers, and the first that fits decides.
 */
export function isShadowed(rule: BlockView, denials: readonly BlockView[], traffic: Traffic): Answer {
  return anyOf(denials.map((denial) => (denial === rule ? 'false' : covers(denial, rule, traffic))));
}

function covers(denial: BlockView, rule: BlockView, traffic: Traffic): Answer {
  const { direction, address, port } = traffic;
  const isInbound = direction === 'Inbound';
  return allOf([
    denial.attribute('access').equals('Deny', true),
    denial.attribute('direction').equals(direction, true),
    denial.exists,
    comesBefore(denial, rule),
    coversText(denial.attribute('protocol'), rule.attribute('protocol')),
    coversAddress(denial, isInbound ? 'source' : 'destination', address),
    coversWhole(denial, rule, isInbound ? 'destination' : 'source'),
    coversPorts(denial, rule, port),
    anyOf(valuesOf(denial, ['source_port_range', 'source_port_ranges']).map((range) => range.equals('*'))),
  ]);
}

function comesBefore(denial: BlockView, rule: BlockView): Answer {
  const [first, second] = [denial.attribute('priority'), rule.attribute('priority')].map((each) => each.number());
  return first === undefined || second === undefined ? 'unknown' : answerOf(first < second);
}

/** `*` covers every protocol, another one itself. */
function coversText(denial: AttributeView, rule: AttributeView): Truth {
  const text = rule.text();
  if (denial.equals('*') === 'true') return 'true';
  return text === undefined ? 'unknown' : denial.equals(text, true);
}

function coversAddress(denial: BlockView, side: 'source' | 'destination', address: AttributeView): Answer {
  const wanted = address.text();
  return anyOf(
    valuesOf(denial, [`${side}_address_prefix`, `${side}_address_prefixes`]).map((denied) =>
      wanted === undefined ? 'unknown' : denied.matches((text) => coversRange(text, wanted)),
    ),
  );
}

function coversRange(denied: string, wanted: string): boolean {
  if (EVERYBODY.has(denied.toLowerCase()) && !wanted.includes(':')) return true;
  const [outer, inner] = [parseRange(denied), parseRange(wanted)];
  if (outer === undefined || inner === undefined)
    return denied === '*' || denied.toLowerCase() === wanted.toLowerCase();
  return outer.family === inner.family && outer.first <= inner.first && outer.last >= inner.last;
}

/** The other side: the machines of the group. A deny rule covers them all, or names the very same ones. */
function coversWhole(denial: BlockView, rule: BlockView, side: 'source' | 'destination'): Answer {
  const [denied, wanted] = [denial, rule].map((each) =>
    valuesOf(each, [`${side}_address_prefix`, `${side}_address_prefixes`]),
  );
  return anyOf(
    (denied ?? []).map((range) =>
      range.equals('*') === 'true'
        ? 'true'
        : allOf((wanted ?? []).map((own) => (own.text() === undefined ? 'unknown' : range.equals(own.text() ?? '')))),
    ),
  );
}

function coversPorts(denial: BlockView, rule: BlockView, port: number | undefined): Answer {
  const denied = valuesOf(denial, PORTS);
  if (port !== undefined) return anyOf(denied.map((range) => range.matches((text) => holdsPort(text, port) === true)));
  return allOf(
    valuesOf(rule, PORTS).map((own) => {
      const ends = own
        .text()
        ?.split('-')
        .map((end) => (end === '*' ? end : Number(end)));
      if (ends === undefined) return 'unknown';
      return anyOf(denied.map((range) => range.matches((text) => ends.every((end) => holdsEnd(text, end)))));
    }),
  );
}

function holdsEnd(range: string, end: number | '*'): boolean {
  return end === '*' ? range === '*' || range === '0-65535' : holdsPort(range, end) === true;
}
