import type { UnknownValue, Value } from '@tfwarden/hcl';
import { refineNotNull, refinePrefix, STRING, stringValue, unknownValue, waitsForOf } from '@tfwarden/hcl';
import { flattenParts } from './partial-json.ts';

/** The string that the pieces make: known when all of them are, and otherwise unknown with its known pieces kept. */
export function partialString(pieces: readonly (string | UnknownValue)[]): Value {
  const parts = flattenParts(pieces);
  const [first] = parts;
  if (first === undefined) return stringValue('');
  if (typeof first === 'string' && parts.length === 1) return stringValue(first);
  const waitsFor = waitsForOf(...parts.filter((part) => typeof part !== 'string'));
  const unknown = refineNotNull(unknownValue(STRING, { waitsFor, parts }));
  return typeof first === 'string' ? refinePrefix(unknown, first) : unknown;
}
