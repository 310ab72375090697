import { compareNumbers, isInfinite } from './big-float.ts';
import type { Bound } from './bounds.ts';
import { NOT_NULL } from './bounds.ts';
import { listValue, mapValue, unknownValue } from './construct.ts';
import { numbersEqual } from './equality.ts';
import { emptySet, setValue } from './set.ts';
import type { CollectionType } from './type.ts';
import type { Origin, Refinement, UnknownValue, Value } from './value.ts';

/** An unknown list is made a list of unknown elements when its length is known and at most this. */
const MAX_EXPANDED_LENGTH = 10_000;

/** Says of an unknown value that it is not null. Known values and values of unknown type are returned as they are. */
export function refineNotNull(value: Value): Value {
  if (value.kind !== 'unknown' || value.type.kind === 'dynamic' || value.refinement?.notNull === true) return value;
  return refine(value, NOT_NULL);
}

/**
 * Adds to what is known of an unknown value. As in cty, a value of unknown type stays as it is, and a value of which only one
 * possibility is left becomes known.
 */
export function refine(value: Value, more: Refinement): Value {
  if (value.kind !== 'unknown' || value.type.kind === 'dynamic') return value;
  const refinement = merge(value.refinement, more);
  if (refinement.notNull === true) {
    const known = onlyPossibility(value, refinement);
    if (known !== undefined) return value.marks === undefined ? known : { ...known, marks: value.marks };
  }
  return { ...value, refinement };
}

/** Says how an unknown string begins. The end of the prefix is cut where later characters could change it. */
export function refinePrefix(value: Value, prefix: string): Value {
  const safe = safePrefix(prefix);
  return safe === '' ? value : refine(value, { prefix: safe });
}

function merge(old: Refinement | undefined, more: Refinement): Refinement {
  if (old === undefined) return more;
  const merged: { -readonly [K in keyof Refinement]: Refinement[K] } = { ...old };
  if (more.notNull === true) merged.notNull = true;
  if (more.prefix !== undefined && more.prefix.length > (old.prefix?.length ?? 0)) merged.prefix = more.prefix;
  if (more.lower !== undefined && !isTighter(old.lower, more.lower, 1)) merged.lower = more.lower;
  if (more.upper !== undefined && !isTighter(old.upper, more.upper, -1)) merged.upper = more.upper;
  if (more.minLength !== undefined) merged.minLength = Math.max(old.minLength ?? 0, more.minLength);
  if (more.maxLength !== undefined) merged.maxLength = Math.min(old.maxLength ?? Infinity, more.maxLength);
  return merged;
}

/** @param direction 1 for lower bounds, -1 for upper ones */
function isTighter(old: Bound | undefined, more: Bound, direction: number): boolean {
  if (old === undefined || isInfinite(more.value.value)) return old !== undefined;
  const order = compareNumbers(old.value.value, more.value.value) * direction;
  return order > 0 || (order === 0 && !old.inclusive);
}

function onlyPossibility(value: UnknownValue, refinement: Refinement): Value | undefined {
  const { type } = value;
  if (type.kind === 'number') {
    const { lower, upper } = refinement;
    if (lower === undefined || upper === undefined || !lower.inclusive || !upper.inclusive) return undefined;
    return numbersEqual(lower.value, upper.value) ? lower.value : undefined;
  }
  if (type.kind !== 'list' && type.kind !== 'set' && type.kind !== 'map') return undefined;
  const { minLength, maxLength } = refinement;
  if (minLength === undefined && maxLength !== 0) return undefined;
  if ((minLength ?? 0) !== maxLength) return undefined;
  return collectionOfLength(value, type, maxLength);
}

function collectionOfLength(value: UnknownValue, type: CollectionType, length: number): Value | undefined {
  if (length === 0) {
    if (type.kind === 'list') return listValue(type.element, []);
    return type.kind === 'set' ? emptySet(type.element) : mapValue(type.element, []);
  }
  if (type.kind === 'list' && length <= MAX_EXPANDED_LENGTH) {
    return listValue(
      type.element,
      Array.from({ length }, (_, i) => elementOf(value, type, `[${i}]`)),
    );
  }
  if (type.kind === 'set' && length === 1) return setValue(type.element, [elementOf(value, type, undefined)]);
  return undefined;
}

function elementOf(value: UnknownValue, type: CollectionType, step: string | undefined): UnknownValue {
  const { origin, waitsFor } = value;
  const own: Origin | undefined =
    origin === undefined || step === undefined ? undefined : { subject: origin.subject, path: origin.path + step };
  return unknownValue(type.element, own === undefined ? { waitsFor } : { origin: own });
}

/**
 * cty's `SafeKnownPrefix`: the last character is dropped unless nothing can combine with it. Its scanner does not get past a newline
 * that stands alone, so that what is behind the first one is lost, but not where the last character already decides.
 */
export function safePrefix(prefix: string): string {
  const text = prefix.normalize('NFC');
  if (text === '') return '';
  const newline = loneNewline(text);
  if (newline >= 0 && !combinesForward(text)) return text.slice(0, newline);
  if (ENDS_CLUSTER.includes(text.charAt(text.length - 1))) return text;
  const tail = text.slice(Math.max(0, text.length - MAX_CLUSTER_LENGTH));
  let cut = tail.length;
  for (const { index } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(tail)) cut = index;
  return text.slice(0, text.length - (tail.length - cut));
}

const ENDS_CLUSTER = `-_:;/\\,.(){}[]|?!~ \t@#$%^&*+"'`;

/** Units that are looked at for the last grapheme cluster. */
const MAX_CLUSTER_LENGTH = 64;

/** @returns where the first line feed or carriage return is that is not part of a pair; -1 when there is none */
function loneNewline(text: string): number {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0x0a) return i;
    if (unit === 0x0d) {
      if (text.charCodeAt(i + 1) !== 0x0a) return i;
      i++;
    }
  }
  return -1;
}

/** Whether the last character makes one with some mark behind it, as `e` does with an acute accent, or is itself made so. */
function combinesForward(text: string): boolean {
  const last = Array.from(text.slice(-2)).at(-1) ?? '';
  return (
    last.normalize('NFD') !== last || MARKS.some((mark) => Array.from((last + mark).normalize('NFC')).length === 1)
  );
}

/** Combining marks that begin no sequence of their own: those of Latin, Greek and Cyrillic, of kana and of Indic scripts. */
const MARKS: readonly string[] = [
  ...Array.from({ length: 0x46 }, (_, i) => String.fromCharCode(0x0300 + i)),
  ...'\u0653\u0654\u0655\u093c\u09be\u09d7\u0b3e\u0b56\u0b57\u0bbe\u0bd7\u0c56\u0cc2\u0cd5\u0cd6\u0d3e\u0d57\u0dca\u0dcf\u0ddf\u102e\u3099\u309a'.split(
    '',
  ),
];
