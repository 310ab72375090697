import type { UnknownOptions, UnknownValue, Value } from '@tfwarden/hcl';
import { STRING, unknownValue, waitsForOf } from '@tfwarden/hcl';

/** What is known of a string: its pieces in order. A known string is one piece. */
export type TextPart = string | UnknownValue;

/** Pieces that an unknown string keeps; with more it is unknown as a whole. */
const MAX_PARTS = 20_000;

/** The pieces of a string, or of a value that stands where a string is made. */
export function partsOf(value: Value): readonly TextPart[] {
  if (value.kind === 'string') return [value.value];
  if (value.kind === 'unknown') return value.parts ?? [value];
  return [];
}

/** The text of pieces that are all known. */
export function knownText(parts: readonly TextPart[]): string {
  let text = '';
  for (const part of parts) if (typeof part === 'string') text += part;
  return text;
}

/** An unknown string with its pieces. Neighbouring texts are joined; without any text the pieces say nothing and are left out. */
export function unknownText(parts: readonly TextPart[], options: UnknownOptions = {}): UnknownValue {
  const joined: TextPart[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (part === '') continue;
    if (typeof part === 'string' && typeof last === 'string') joined[joined.length - 1] = last + part;
    else joined.push(part);
  }
  const says = joined.length > 1 && joined.length <= MAX_PARTS;
  const unknowns = joined.filter((part) => typeof part !== 'string');
  return unknownValue(STRING, {
    waitsFor: waitsForOf(...unknowns),
    ...(says && { parts: joined }),
    ...options,
  });
}

/** An unknown string whose known pieces are changed character by character; the unknown pieces are changed, too, so they are others. */
export function mapParts(value: UnknownValue, map: (text: string) => string): UnknownValue {
  if (value.parts === undefined) return unknownValue(STRING, { waitsFor: value.waitsFor });
  return unknownText(value.parts.map((part) => (typeof part === 'string' ? map(part) : changed(part))));
}

/**
 * An unknown string with both ends trimmed. Where a whole piece of text falls away, the trimming may reach into the unknown next to it.
 */
export function trimParts(
  value: UnknownValue,
  trimStart: (text: string) => string,
  trimEnd: (text: string) => string,
): UnknownValue {
  if (value.parts === undefined) return unknownValue(STRING, { waitsFor: value.waitsFor });
  const parts = [...value.parts];
  trimAt(parts, 0, 1, trimStart);
  trimAt(parts, parts.length - 1, -1, trimEnd);
  return unknownText(parts);
}

/** @param inward 1 or -1: where the neighbour inside is */
function trimAt(parts: TextPart[], edge: number, inward: 1 | -1, trim: (text: string) => string): void {
  const part = parts[edge];
  if (part === undefined) return;
  if (typeof part !== 'string') {
    parts[edge] = changed(part);
    return;
  }
  const trimmed = trim(part);
  parts[edge] = trimmed;
  const neighbour = parts[edge + inward];
  if (trimmed === '' && neighbour !== undefined && typeof neighbour !== 'string')
    parts[edge + inward] = changed(neighbour);
}

/** An unknown string made of another one: it waits for the same, but it is not the same. */
export function changed(value: UnknownValue): UnknownValue {
  return unknownValue(STRING, { waitsFor: value.waitsFor });
}
