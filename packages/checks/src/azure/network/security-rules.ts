import type { Answer, AttributeView, BlockView, ResourceView, Truth } from '../../kit/index.ts';
import { allOf, answerOf, anyOf, holdsPort, not, reachOf } from '../../kit/index.ts';
import type { Direction } from './rules-of-group.ts';
import { rulesOf, valuesOf } from './rules-of-group.ts';
import { isShadowed } from './shadowed-rules.ts';

/** A rule that lets the internet through, or may do so. */
export interface Opening {
  /** The address range when the rule is open, else the value that is not known. */
  readonly at: AttributeView;
  readonly isCertain: boolean;
  /** Those of the wanted ports that it opens; empty when no ports were asked for. */
  readonly ports: readonly number[];
}

/** Protocols without ports. */
const WITHOUT_PORTS: readonly string[] = ['Icmp', 'Esp', 'Ah'];

/** Where each direction writes the addresses of the other side. */
const ADDRESSES = {
  Inbound: ['source_address_prefix', 'source_address_prefixes'],
  Outbound: ['destination_address_prefix', 'destination_address_prefixes'],
} as const;

/**
 * The rules of a network security group, or the one of a rule resource, that allow traffic from or to public ranges of more than one
 * address: `*`, `0.0.0.0/0`, halves of it, the service tag `Internet`, and public networks. Other service tags and single addresses are
 * not open. An allow rule behind a deny rule of the group that covers it, with a lower priority number, lets nothing through.
 * @param ports only rules that open one of these; any port and protocol when undefined
 */
export function openings(resource: ResourceView, direction: Direction, ports?: readonly number[]): readonly Opening[] {
  return rulesOf(resource).flatMap((rule) => openingsOf(rule, direction, ports));
}

interface Claim {
  readonly at: AttributeView;
  readonly answer: Answer;
}

function openingsOf(rule: BlockView, direction: Direction, ports: readonly number[] | undefined): readonly Opening[] {
  const claims = [
    claim(rule.attribute('access'), 'Allow'),
    claim(rule.attribute('direction'), direction),
    ...(ports === undefined ? [] : [hasPorts(rule.attribute('protocol'))]),
  ];
  if (claims.some(({ answer }) => answer === 'false')) return [];
  return valuesOf(rule, ADDRESSES[direction]).flatMap((address) => {
    const isOpen: Claim = { at: address, answer: isOpenRange(address) };
    if (isOpen.answer === 'false') return [];
    return opening(rule, direction, address, [...claims, isOpen], ports) ?? [];
  });
}

function opening(
  rule: BlockView,
  direction: Direction,
  address: AttributeView,
  claims: readonly Claim[],
  ports: readonly number[] | undefined,
): Opening | undefined {
  const wanted = ports === undefined ? [undefined] : ports;
  const opened: (number | undefined)[] = [];
  let doubt: AttributeView | undefined;
  for (const port of wanted) {
    const portClaim = port === undefined ? undefined : opensPort(rule, port);
    if (portClaim?.answer === 'false') continue;
    const reachable = not(isShadowed(rule, direction, address, port));
    const all = [...claims, ...(portClaim === undefined ? [] : [portClaim])];
    const answer = allOf([...all.map((each) => each.answer), reachable]);
    if (answer === 'true') opened.push(port);
    if (answer === 'unknown') doubt ??= all.find((each) => each.answer === 'unknown')?.at ?? address;
  }
  const known = opened.flatMap((port) => port ?? []);
  if (opened.length > 0) return { at: address, isCertain: true, ports: known };
  return doubt && { at: doubt, isCertain: false, ports: [] };
}

/** A missing `access` counts as `Allow` and a missing `direction` as `Inbound`: both are required, and this errs on the safe side. */
function claim(attribute: AttributeView, wanted: 'Allow' | Direction): Claim {
  const answer = attribute.equals(wanted, true);
  return { at: attribute, answer: answer === 'absent' ? answerOf(wanted !== 'Outbound') : answer };
}

function hasPorts(protocol: AttributeView): Claim {
  return { at: protocol, answer: not(protocol.isOneOf(WITHOUT_PORTS, true)) };
}

function isOpenRange(address: AttributeView): Answer {
  return certain(
    address.matches((text) => {
      const reach = reachOf(text);
      return reach === 'world' || reach === 'public';
    }),
  );
}

function opensPort(rule: BlockView, port: number): Claim | undefined {
  const ranges = valuesOf(rule, ['destination_port_range', 'destination_port_ranges']);
  const answers = ranges.map((range) => certain(range.matches((text) => holdsPort(text, port) === true)));
  const at = ranges.find((_, i) => answers[i] === 'unknown') ?? rule.attribute('destination_port_range');
  return { at, answer: anyOf(answers) };
}

/** An element of a list is never absent. */
function certain(truth: Truth): Answer {
  return truth === 'absent' ? 'false' : truth;
}
