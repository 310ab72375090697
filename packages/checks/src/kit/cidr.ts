/**
 * How far an address range reaches.
 * - `world`: everybody, or so much of the internet that it makes no difference (`0.0.0.0/0`, `0.0.0.0/1`, `*`, `Internet`)
 * - `public`: more than one address, at least one of them on the internet
 * - `host`: one public address
 * - `private`: nothing that is routed on the internet
 */
export type Reach = 'world' | 'public' | 'host' | 'private';

/** Words of the providers for every address. `Internet` and `Any` are Azure's. */
const WORDS_FOR_WORLD: ReadonlySet<string> = new Set(['*', 'any', 'internet']);

/**
 * The longest prefix that still counts as everybody, in bits. Splitting 0.0.0.0/0 into halves or quarters is a known way round
 * simpler checks; no company owns a /7 of IPv4 or a /15 of IPv6.
 */
const WORLD_PREFIX = { 4: 7, 6: 15 } as const;

/** Ranges that the internet does not route (RFC 1918, 6598, 3927, 1122, 4193, 4291). */
const NOT_ROUTED: readonly string[] = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
  '169.254.0.0/16',
  '127.0.0.0/8',
  'fc00::/7',
  'fe80::/10',
  '::1/128',
];

/**
 * @param text a CIDR block, an address, a range `first-last`, or a provider's word for every address
 * @returns undefined when the text is none of these, such as the name of a service tag
 */
export function reachOf(text: string): Reach | undefined {
  const trimmed = text.trim();
  if (WORDS_FOR_WORLD.has(trimmed.toLowerCase())) return 'world';
  const range = parseRange(trimmed);
  if (range === undefined) return undefined;
  const { family, first, last } = range;
  // First, because the unique local addresses of IPv6 are a /7.
  if (notRouted().some((other) => other.family === family && first >= other.first && last <= other.last)) {
    return 'private';
  }
  const bits = family === 4 ? 32 : 128;
  if (last - first >= 1n << BigInt(bits - WORLD_PREFIX[family])) return 'world';
  if (last - first === (1n << BigInt(bits - WORLD_PREFIX[family])) - 1n) return 'world';
  return first === last ? 'host' : 'public';
}

/** Whether a port range such as `22`, `20-30` or `*` holds a port. @returns undefined when the text is no port range */
export function holdsPort(range: string, port: number): boolean | undefined {
  const text = range.trim();
  if (text === '*') return true;
  const match = /^([0-9]{1,5})(?:-([0-9]{1,5}))?$/.exec(text);
  if (match === null) return undefined;
  const first = Number(match[1]);
  return port >= first && port <= Number(match[2] ?? match[1]);
}

/** Inclusive bounds of an address range. */
export interface AddressRange {
  readonly family: 4 | 6;
  readonly first: bigint;
  readonly last: bigint;
}

/** @param text `10.0.0.0/8`, `10.0.0.1`, `10.0.0.1-10.0.0.9`; bits behind the prefix are ignored as networks ignore them */
export function parseRange(text: string): AddressRange | undefined {
  const dash = text.indexOf('-');
  if (dash >= 0) {
    const first = parseAddress(text.slice(0, dash).trim());
    const last = parseAddress(text.slice(dash + 1).trim());
    if (first === undefined || last === undefined || first.family !== last.family) return undefined;
    return { family: first.family, first: first.bits, last: last.bits };
  }
  const slash = text.indexOf('/');
  const address = parseAddress(slash < 0 ? text : text.slice(0, slash));
  if (address === undefined) return undefined;
  const width = address.family === 4 ? 32 : 128;
  const suffix = slash < 0 ? String(width) : text.slice(slash + 1);
  if (!/^[0-9]{1,3}$/.test(suffix) || Number(suffix) > width) return undefined;
  const hostBits = BigInt(width - Number(suffix));
  const first = (address.bits >> hostBits) << hostBits;
  return { family: address.family, first, last: first + (1n << hostBits) - 1n };
}

interface Address {
  readonly family: 4 | 6;
  readonly bits: bigint;
}

function parseAddress(text: string): Address | undefined {
  return text.includes(':') ? parseIpv6(text) : parseIpv4(text);
}

function parseIpv4(text: string): Address | undefined {
  const match = /^([0-9]{1,3})\.([0-9]{1,3})\.([0-9]{1,3})\.([0-9]{1,3})$/.exec(text);
  if (match === null) return undefined;
  let bits = 0n;
  for (const octet of match.slice(1)) {
    if (Number(octet) > 255) return undefined;
    bits = (bits << 8n) | BigInt(octet);
  }
  return { family: 4, bits };
}

function parseIpv6(text: string): Address | undefined {
  if (text.length > 45) return undefined;
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const head = groupsOf(halves[0] ?? '');
  const tail = halves.length === 2 ? groupsOf(halves[1] ?? '') : [];
  if (head === undefined || tail === undefined) return undefined;
  const missing = 8 - head.length - tail.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  let bits = 0n;
  for (const group of [...head, ...Array<number>(missing).fill(0), ...tail]) bits = (bits << 16n) | BigInt(group);
  return { family: 6, bits };
}

function groupsOf(text: string): readonly number[] | undefined {
  if (text === '') return [];
  const groups: number[] = [];
  for (const group of text.split(':')) {
    const ipv4 = group.includes('.') ? parseIpv4(group) : undefined;
    if (ipv4 !== undefined) {
      groups.push(Number(ipv4.bits >> 16n), Number(ipv4.bits & 0xffffn));
    } else if (/^[0-9a-fA-F]{1,4}$/.test(group)) {
      groups.push(Number.parseInt(group, 16));
    } else {
      return undefined;
    }
  }
  return groups;
}

function notRouted(): readonly AddressRange[] {
  notRoutedRanges ??= NOT_ROUTED.flatMap((text) => parseRange(text) ?? []);
  return notRoutedRanges;
}

/** Made on first use. */
let notRoutedRanges: readonly AddressRange[] | undefined;
