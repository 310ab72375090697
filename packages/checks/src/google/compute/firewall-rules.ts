import type { AddressRange, Answer, AttributeView, BlockView, ResourceView } from '../../kit/index.ts';
import { allOf, answerOf, anyOf, not, parseRange } from '../../kit/index.ts';

export type Direction = 'INGRESS' | 'EGRESS';

/** An `allow` or `deny` block of a firewall, with what holds for all its blocks. */
export interface FirewallRule {
  readonly firewall: ResourceView;
  readonly block: BlockView;
  /** `unknown` when the direction, `disabled` or the existence of the block is not known. */
  readonly isInForce: Exclude<Answer, 'false'>;
}

/** A range of addresses that a firewall names, or the default where it names none. */
export interface FirewallRange {
  readonly at: AttributeView;
  /** Undefined when it is not known, or no address range. */
  readonly range: AddressRange | undefined;
  readonly text: string | undefined;
  /** Nothing is written, so it is every address. */
  readonly isDefault: boolean;
}

/** First and last port; both are part of the range. */
export interface PortRange {
  readonly first: number;
  readonly last: number;
}

/** What an `allow` or `deny` block says of ports: all of them, or the known ones and whether there may be more. */
export interface Ports {
  readonly isAll: boolean;
  readonly ranges: readonly PortRange[];
  readonly hasUnknown: boolean;
}

export const ALL_PORTS: PortRange = { first: 0, last: 65_535 };

const EVERY_ADDRESS = '0.0.0.0/0';

/** Numbers that the API takes for names of protocols (IANA). */
const PROTOCOL_NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '-1': 'all',
    '1': 'icmp',
    '6': 'tcp',
    '17': 'udp',
    '50': 'esp',
    '51': 'ah',
    '94': 'ipip',
    '132': 'sctp',
  }),
);

/** The rules of a firewall that are for a direction and not certainly switched off. */
export function rulesOf(
  firewall: ResourceView,
  action: 'allow' | 'deny',
  direction: Direction,
): readonly FirewallRule[] {
  const isOfDirection = directionOf(firewall, direction);
  const isDisabled = firewall.attribute('disabled').truth();
  if (isOfDirection === 'false' || isDisabled === 'true') return [];
  return firewall.blocks(action).map((block) => {
    const isInForce = allOf([isOfDirection, not(isDisabled), block.exists]);
    return { firewall, block, isInForce: isInForce === 'true' ? 'true' : 'unknown' };
  });
}

/** Ingress unless the direction says otherwise. */
function directionOf(firewall: ResourceView, direction: Direction): Answer {
  const answer = firewall.attribute('direction').equals(direction, true);
  return answer === 'absent' ? answerOf(direction === 'INGRESS') : answer;
}

/**
 * The sources or destinations of a firewall, each by itself. Tags and service accounts of sources are further sources: they do not
 * narrow the ranges, but a firewall that has only these has no range.
 */
export function rangesOf(firewall: ResourceView, direction: Direction): readonly FirewallRange[] {
  const list = firewall.attribute(direction === 'INGRESS' ? 'source_ranges' : 'destination_ranges');
  const isWritten = list.isSet();
  if (isWritten !== 'false') {
    const items = list.items().map(rangeOf);
    return list.state === 'unknown' ? [rangeOf(list), ...items] : items;
  }
  const others = direction === 'INGRESS' ? ['source_tags', 'source_service_accounts'] : [];
  const hasOthers = anyOf(others.map((name) => firewall.attribute(name).isSet()));
  if (hasOthers === 'true') return [];
  const range = hasOthers === 'unknown' ? undefined : parseRange(EVERY_ADDRESS);
  return [{ at: list, range, text: range && EVERY_ADDRESS, isDefault: true }];
}

function rangeOf(at: AttributeView): FirewallRange {
  const text = at.text();
  return { at, range: text === undefined ? undefined : parseRange(text), text, isDefault: false };
}

/** The name of the protocol of a block in lower case; undefined when it is not known. */
export function protocolOf(block: BlockView): string | undefined {
  const text = block.attribute('protocol').text()?.toLowerCase();
  return text === undefined ? undefined : (PROTOCOL_NAMES.get(text) ?? text);
}

export function portsOf(block: BlockView): Ports {
  const list = block.attribute('ports');
  if (list.isSet() === 'false') return { isAll: true, ranges: [], hasUnknown: false };
  const ranges = list.items().flatMap((item) => parsePorts(item) ?? []);
  return { isAll: false, ranges, hasUnknown: list.hasUnknownItems };
}

/** @returns undefined when the text is not known, or no port or range */
export function parsePorts(item: AttributeView): PortRange | undefined {
  const match = /^([0-9]{1,5})(?:-([0-9]{1,5}))?$/.exec(item.text()?.trim() ?? '');
  if (match === null) return undefined;
  const first = Number(match[1]);
  return { first, last: Number(match[2] ?? first) };
}
