import { parseRange, reachOf } from '../../kit/index.ts';

/**
 * The longest prefix of a public range that is too wide for a list of one's own networks, in bits. A /16 of IPv4 and a /32 of IPv6 are
 * what a large organisation has.
 */
const WIDE_PREFIX = { 4: 15, 6: 31 } as const;

/** Whether a range holds more of the internet than one organisation has. @param text a CIDR block; anything else is not wide */
export function isWideRange(text: string): boolean {
  const reach = reachOf(text);
  if (reach !== 'public') return reach === 'world';
  const range = parseRange(text.trim());
  if (range === undefined) return false;
  const hostBits = (range.family === 4 ? 32 : 128) - WIDE_PREFIX[range.family];
  return range.last - range.first + 1n >= 1n << BigInt(hostBits);
}
