import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJson } from './json-reader.ts';
import { jsonString } from './json-string.ts';

describe('JSON as Go writes and reads it', () => {
  it('reads back every string it wrote, and so does JavaScript', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const wellFormed = text.replaceAll(/\p{Surrogate}/gu, '\ufffd');
        expect(JSON.parse(jsonString(text))).toBe(wellFormed);
        expect(readJson(jsonString(text), 10)).toEqual({ kind: 'string', value: wellFormed });
      }),
    );
  });

  it('accepts what JSON.parse accepts and refuses what it refuses', () => {
    fc.assert(
      fc.property(
        fc.json(),
        fc.nat(),
        fc.constantFrom('', ',', '}', '"', '\\', '1', ' ', '-'),
        (json, place, change) => {
          const at = place % (json.length + 1);
          const text = json.slice(0, at) + change + json.slice(at + 1);
          const isAccepted = readJson(text, 1000).kind !== 'problem';
          // Behind a document Go lets closing brackets stand, and whatever follows them.
          if (isJson(text) || !/[}\]]/.test(text)) expect(isAccepted).toBe(isJson(text));
        },
      ),
    );
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
