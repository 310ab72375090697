import type { Answer, AttributeView, BlockView, Truth } from '../../kit/index.ts';
import { allOf, answerOf, anyOf, holdsPort, parseRange } from '../../kit/index.ts';
import type { Direction } from './rules-of-group.ts';
import { denialsBeside, valuesOf } from './rules-of-group.ts';

/** A deny rule that covers the traffic of another rule, apart from its ports. */
interface Cover {
  readonly denial: BlockView;
  readonly answer: Answer;
}

/** Words for every address; a deny rule with one of them covers each range of the internet. */
const EVERYBODY: ReadonlySet<string> = new Set(['*', 'any', 'internet']);

const PORTS = ['destination_port_range', 'destination_port_ranges'] as const;

/**
 * Whether one of the deny rules of its group comes before a rule and covers what it allows. Azure asks the rules in the order of their
 * priority numbers, and the first that fits decides.
 * @param address the open range, an element of the rule's list
 * @param port all ports of the rule when undefined
 */
export function isShadowed(rule: BlockView, direction: Direction, address: AttributeView, port?: number): Answer {
  return anyOf(
    coversOf(rule, direction, address).map(({ denial, answer }) => allOf([answer, coversPorts(denial, rule, port)])),
  );
}

/** Kept because five checks ask, one of them for nineteen ports, and a group may have a thousand rules. */
const COVERS = new WeakMap<AttributeView, readonly Cover[]>();

function coversOf(rule: BlockView, direction: Direction, address: AttributeView): readonly Cover[] {
  const cached = COVERS.get(address);
  if (cached !== undefined) return cached;
  const covers: Cover[] = [];
  for (const denial of denialsBeside(rule.resource)) {
    const answer = denial === rule ? 'false' : coversApartFromPorts(denial, rule, direction, address);
    if (answer !== 'false') covers.push({ denial, answer });
  }
  COVERS.set(address, covers);
  return covers;
}

function coversApartFromPorts(
  denial: BlockView,
  rule: BlockView,
  direction: Direction,
  address: AttributeView,
): Answer {
  let result: Answer = 'true';
  for (const question of QUESTIONS) {
    const answer = question(denial, rule, direction, address);
    if (answer === 'false' || answer === 'absent') return 'false';
    if (answer === 'unknown') result = 'unknown';
  }
  return result;
}

type Question = (denial: BlockView, rule: BlockView, direction: Direction, address: AttributeView) => Truth;

/** The cheap ones first; the first no ends it. */
const QUESTIONS: readonly Question[] = [
  (denial, rule) => comesBefore(denial, rule),
  (denial, _rule, direction) => denial.attribute('direction').equals(direction, true),
  (denial) => denial.attribute('access').equals('Deny', true),
  (denial) => denial.exists,
  (denial, rule) => coversText(denial.attribute('protocol'), rule.attribute('protocol')),
  (denial, _rule, direction, address) =>
    coversAddress(denial, direction === 'Inbound' ? 'source' : 'destination', address),
  (denial) => anyOf(valuesOf(denial, ['source_port_range', 'source_port_ranges']).map((range) => range.equals('*'))),
  (denial, rule, direction) => coversWhole(denial, rule, direction === 'Inbound' ? 'destination' : 'source'),
];

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
  if (EVERYBODY.has(denied.toLowerCase())) return true;
  // Networks with IPv6 beside it are rare enough.
  if (EVERYBODY.has(wanted.toLowerCase())) return denied === '0.0.0.0/0';
  const [outer, inner] = [parseRange(denied), parseRange(wanted)];
  if (outer === undefined || inner === undefined) return false;
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
