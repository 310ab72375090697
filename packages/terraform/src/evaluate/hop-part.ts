import type { Value } from '@tfwarden/hcl';
import { DYNAMIC, isValidIdentifier, nullValue, quote, withMarks } from '@tfwarden/hcl';
import type { HopPart } from './instance.ts';
import type { Path } from './narrow-references.ts';

/** The part of a value that a path leads to; undefined where the whole value counts or the path cannot be followed. */
export function partOf(value: Value, path: Path): HopPart | undefined {
  if (path.length === 0) return undefined;
  let at = value;
  let text = '';
  for (const key of path) {
    const member = memberOf(at, key);
    if (member === undefined && !lacks(at, key)) return undefined;
    text += writtenKey(at, key);
    if (member === undefined) return { path: text, value: withMarks(nullValue(DYNAMIC), at.marks), isAbsent: true };
    // What hides the whole hides its parts.
    at = withMarks(member, at.marks);
  }
  return { path: text, value: at };
}

function memberOf(value: Value, key: string | number): Value | undefined {
  if (value.kind === 'object') return value.attributes.get(String(key));
  if (value.kind === 'map') return value.elements.get(String(key));
  if (value.kind === 'list' || value.kind === 'tuple') return value.elements[Number(key)];
  return undefined;
}

/** Whether an object or map has no such member, which is known of all but those that the provider adds to. */
function lacks(value: Value, key: string | number): boolean {
  if (value.kind === 'object') return value.open === undefined && !value.attributes.has(String(key));
  return value.kind === 'map' && !value.elements.has(String(key));
}

function writtenKey(value: Value, key: string | number): string {
  if (typeof key === 'number') return `[${key}]`;
  return value.kind === 'object' && isValidIdentifier(key) ? `.${key}` : `[${quote(key)}]`;
}
