import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeUtf8 } from '../go/utf8.ts';
import { gunzip } from './gunzip.ts';
import { gzip } from './gzip.ts';

/** Texts with repetitions near and far, which is what there is to find. */
const repetitive = fc
  .array(fc.tuple(fc.string({ maxLength: 40 }), fc.nat(60)), { maxLength: 30 })
  .map((pieces) => encodeUtf8(pieces.map(([text, count]) => text.repeat(count)).join('')));

describe('gzip', () => {
  it('writes what zlib reads back', () => {
    fc.assert(
      fc.property(repetitive, (bytes) => {
        expect(new Uint8Array(gunzipSync(gzip(bytes)))).toEqual(bytes);
      }),
      { numRuns: 50 },
    );
  });

  it('moves its window over long inputs', () => {
    const bytes = Uint8Array.from({ length: 300_000 }, (_, i) => (i * i) >> (i % 7));
    expect(new Uint8Array(gunzipSync(gzip(bytes)))).toEqual(bytes);
  });

  it('reads what zlib writes at every level', () => {
    fc.assert(
      fc.property(repetitive, fc.integer({ min: 0, max: 9 }), (bytes, level) => {
        expect(gunzip(new Uint8Array(gzipSync(bytes, { level })), 1e9)).toEqual(bytes);
      }),
      { numRuns: 50 },
    );
  });

  it('refuses streams that are cut, changed or too large, without an exception', () => {
    const packed = gzip(encodeUtf8('hello, hello, hello, hello'));
    for (let length = 0; length < packed.length; length++) {
      expect(gunzip(packed.slice(0, length), 1e6)).not.toBeInstanceOf(Uint8Array);
    }
    expect(gunzip(packed, 10)).toBe('too-large');
    fc.assert(
      fc.property(fc.nat(packed.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const changed = packed.slice();
        changed[at] = (changed[at] ?? 0) ^ change;
        gunzip(changed, 1e6);
      }),
    );
  });
});
