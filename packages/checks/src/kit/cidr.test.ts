import { describe, expect, it } from 'vitest';
import type { Reach } from './cidr.ts';
import { holdsPort, parseRange, reachOf } from './cidr.ts';

const REACHES: readonly (readonly [string, Reach | undefined])[] = [
  ['0.0.0.0/0', 'world'],
  ['::/0', 'world'],
  ['0000:0000:0000:0000:0000:0000:0000:0000/0', 'world'],
  ['*', 'world'],
  ['Internet', 'world'],
  ['Any', 'world'],
  ['0.0.0.0/1', 'world'],
  ['128.0.0.0/1', 'world'],
  ['10.0.0.0/0', 'world'],
  ['10.0.0.0/4', 'world'],
  ['8000::/1', 'world'],
  ['0.0.0.0-255.255.255.255', 'world'],
  ['11.0.0.0/8', 'public'],
  ['203.0.113.0/24', 'public'],
  ['203.0.113.8/29', 'public'],
  ['9.255.255.255-10.0.0.3', 'public'],
  ['2001:db8::/32', 'public'],
  ['172.16.0.0/11', 'public'],
  ['203.0.113.7/32', 'host'],
  ['203.0.113.7', 'host'],
  ['2001:db8::1', 'host'],
  ['10.0.0.0/8', 'private'],
  ['10.1.2.3', 'private'],
  ['172.31.0.0/16', 'private'],
  ['192.168.0.0/16', 'private'],
  ['100.64.0.0/10', 'private'],
  ['fd12:3456::/48', 'private'],
  ['fc00::/7', 'private'],
  ['::1/128', 'private'],
  ['VirtualNetwork', undefined],
  ['10.0.0.0/33', undefined],
  ['300.0.0.0/8', undefined],
  ['1:2:3', undefined],
  ['', undefined],
];

describe('reachOf', () => {
  it.each(REACHES)('%s reaches %s', (text, reach) => {
    expect(reachOf(text)).toBe(reach);
  });
});

describe('parseRange', () => {
  it('reads addresses of both families and mixed notation', () => {
    expect(parseRange('10.0.0.9/30')).toEqual({ family: 4, first: 0x0a000008n, last: 0x0a00000bn });
    expect(parseRange('::ffff:1.2.3.4')).toEqual({ family: 6, first: 0xffff01020304n, last: 0xffff01020304n });
    expect(parseRange('1::2::3')).toBeUndefined();
  });
});

describe('holdsPort', () => {
  it('answers for single ports, ranges and all ports', () => {
    expect(holdsPort('22', 22)).toBe(true);
    expect(holdsPort('20-30', 22)).toBe(true);
    expect(holdsPort('*', 3389)).toBe(true);
    expect(holdsPort('80-443', 22)).toBe(false);
    expect(holdsPort('ssh', 22)).toBeUndefined();
  });
});
