/** An IP network. Addresses are numbers of `bits` bits. */
export interface IpNetwork {
  readonly bits: 32 | 128;
  /** The first address; the host bits are zero. */
  readonly address: bigint;
  /** 0 to `bits`. */
  readonly prefixLength: number;
}

/**
 * Reads a CIDR block as Terraform does: with the parser of Go before 1.17, which allows leading zeros in IPv4 (read as decimal).
 * @returns undefined where the text is not one
 */
export function parseCidr(text: string): IpNetwork | undefined {
  const slash = text.indexOf('/');
  if (slash < 0) return undefined;
  const head = text.slice(0, slash);
  const mask = text.slice(slash + 1);
  const ipv4 = parseIpv4(head);
  const address = ipv4 ?? parseIpv6(head);
  if (address === undefined || !/^\d+$/.test(mask)) return undefined;
  const bits = ipv4 === undefined ? 128 : 32;
  const prefixLength = Number(mask);
  if (prefixLength > bits) return undefined;
  return { bits, prefixLength, address: address & networkMask(bits, prefixLength) };
}

/** The bits of the network part, as a number. */
export function networkMask(bits: number, prefixLength: number): bigint {
  const hostBits = BigInt(bits - prefixLength);
  return ((1n << BigInt(bits)) - 1n) & ~((1n << hostBits) - 1n);
}

/** Go's `net.IPNet.String`: an IPv4 network written as IPv6 loses the 96 bits in front. */
export function formatNetwork(network: IpNetwork): string {
  if (isMappedIpv4(network)) {
    return `${formatAddress(network.address, 128)}/${Math.max(0, network.prefixLength - 96)}`;
  }
  return `${formatAddress(network.address, network.bits)}/${network.prefixLength}`;
}

/** Whether it is an IPv4 network written as IPv6: `::ffff:10.0.0.0/104`. */
export function isMappedIpv4({ bits, address }: IpNetwork): boolean {
  return bits === 128 && address >> 32n === 0xffffn;
}

/** Go's `net.IP.String`: an IPv6 address that holds an IPv4 address (`::ffff:0:0/96`) is written as that. */
export function formatAddress(address: bigint, bits: number): string {
  if (bits === 32) return formatIpv4(address);
  if (address >> 32n === 0xffffn) return formatIpv4(address & 0xffff_ffffn);
  const groups: number[] = [];
  for (let shift = 112n; shift >= 0n; shift -= 16n) groups.push(Number((address >> shift) & 0xffffn));
  const [start, end] = longestZeroRun(groups);
  return end - start < 2 ? hexGroups(groups) : `${hexGroups(groups.slice(0, start))}::${hexGroups(groups.slice(end))}`;
}

/** IPv4 in dotted decimals. @returns undefined where the text is not one */
export function parseIpv4(text: string): bigint | undefined {
  if (!/^\d+\.\d+\.\d+\.\d+$/.test(text)) return undefined;
  let address = 0n;
  for (const part of text.split('.')) {
    const byte = Number(part);
    if (byte > 255) return undefined;
    address = (address << 8n) | BigInt(byte);
  }
  return address;
}

/** IPv6, the last 32 bits perhaps in dotted decimals. @returns undefined where the text is not one */
export function parseIpv6(text: string): bigint | undefined {
  const halves = text.split('::');
  if (halves.length > 2 || !text.includes(':')) return undefined;
  const head = parseGroups(halves[0] ?? '', halves.length === 1);
  const tail = halves.length === 1 ? [] : parseGroups(halves[1] ?? '', true);
  if (head === undefined || tail === undefined) return undefined;
  const missing = 8 - head.length - tail.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined;
  const groups = [...head, ...Array.from({ length: missing }, () => 0), ...tail];
  return groups.reduce((address, group) => (address << 16n) | BigInt(group), 0n);
}

/** @param isLast an IPv4 address may stand at the end */
function parseGroups(text: string, isLast: boolean): readonly number[] | undefined {
  if (text === '') return [];
  const groups: number[] = [];
  const parts = text.split(':');
  for (const [i, part] of parts.entries()) {
    if (isLast && i === parts.length - 1 && part.includes('.')) {
      const ipv4 = parseIpv4(part);
      if (ipv4 === undefined) return undefined;
      groups.push(Number(ipv4 >> 16n), Number(ipv4 & 0xffffn));
    } else if (/^0*[0-9a-fA-F]{1,4}$/.test(part)) groups.push(Number.parseInt(part, 16));
    else return undefined;
  }
  return groups;
}

function hexGroups(groups: readonly number[]): string {
  return groups.map((group) => group.toString(16)).join(':');
}

function formatIpv4(address: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => String((address >> shift) & 255n)).join('.');
}

/** @returns the first longest run of zero groups, as start and end */
function longestZeroRun(groups: readonly number[]): readonly [number, number] {
  let best: readonly [number, number] = [0, 0];
  for (let start = 0; start < groups.length; start++) {
    let end = start;
    while (groups[end] === 0) end++;
    if (end - start > best[1] - best[0]) best = [start, end];
    if (end > start) start = end;
  }
  return best;
}
