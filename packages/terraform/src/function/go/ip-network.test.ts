import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatAddress, formatNetwork, parseCidr, parseIpv4, parseIpv6 } from './ip-network.ts';

describe('IP networks', () => {
  it('reads back the addresses it writes', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: (1n << 128n) - 1n }), (address) => {
        const text = formatAddress(address, 128);
        // An IPv4 address inside IPv6 is written as IPv4.
        expect(parseIpv6(text) ?? (parseIpv4(text) ?? 0n) + (0xffffn << 32n)).toBe(address);
      }),
    );
    fc.assert(
      fc.property(fc.nat(0xffff_ffff), (address) => {
        expect(parseIpv4(formatAddress(BigInt(address), 32))).toBe(BigInt(address));
      }),
    );
  });

  it('shortens the first longest run of zeros, but not a single one', () => {
    expect(formatAddress(parseIpv6('1:0:0:2:0:0:0:3') ?? -1n, 128)).toBe('1:0:0:2::3');
    expect(formatAddress(parseIpv6('1:0:0:2:3:0:0:4') ?? -1n, 128)).toBe('1::2:3:0:0:4');
    expect(formatAddress(parseIpv6('1:0:2:3:4:5:6:7') ?? -1n, 128)).toBe('1:0:2:3:4:5:6:7');
    expect(formatAddress(0n, 128)).toBe('::');
  });

  it('refuses what is no network', () => {
    const mistakes = [
      '',
      '/',
      '10.0.0.0',
      '10.0.0/8',
      '10.0.0.0.0/8',
      '256.0.0.0/8',
      '10.0.0.0/33',
      '10.0.0.0/-1',
      '10.0.0.0/8x',
      '::/129',
      ':::/8',
      '1::2::3/8',
      '12345::/8',
      '1:2:3:4:5:6:7/8',
      '1:2:3:4:5:6:7:8:9/8',
      'g::/8',
      '::1.2.3/8',
      ' 10.0.0.0/8',
    ];
    for (const text of mistakes) expect(parseCidr(text)).toBeUndefined();
  });

  it('keeps only the bits of the network', () => {
    for (const [text, network] of [
      ['10.1.2.3/8', '10.0.0.0/8'],
      ['::1.2.3.4/96', '::/96'],
      ['fe80::1/0', '::/0'],
      ['010.000.0.1/32', '10.0.0.1/32'],
    ] as const) {
      const parsed = parseCidr(text);
      expect(parsed && formatNetwork(parsed)).toBe(network);
    }
  });
});
