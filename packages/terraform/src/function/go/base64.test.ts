import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBase64, encodeBase64 } from './base64.ts';

describe('base64 as Go writes and reads it', () => {
  it('reads back what it wrote, with line breaks anywhere', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.nat(), (bytes, place) => {
        const text = encodeBase64(bytes);
        expect(decodeBase64(text)).toEqual(bytes);
        const at = place % (text.length + 1);
        expect(decodeBase64(`${text.slice(0, at)}\r\n${text.slice(at)}`)).toEqual(bytes);
      }),
    );
  });

  it('never throws, and tells where a text is corrupt', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const result = decodeBase64(text);
        if (!(result instanceof Uint8Array)) expect(result.corruptAt).toBeLessThanOrEqual(text.length);
      }),
    );
    expect(decodeBase64('aGk')).toEqual({ corruptAt: 0 });
    expect(decodeBase64('aGk=x')).toEqual({ corruptAt: 4 });
    expect(decodeBase64('a===')).toEqual({ corruptAt: 1 });
    expect(decodeBase64('aG-k')).toEqual({ corruptAt: 2 });
  });
});
