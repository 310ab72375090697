import type { Value } from './value.ts';

/** Values that nest deeper are refused where they are built, so that walking a value by recursion is safe. */
export const MAX_VALUE_DEPTH = 500;

/** Values that hold more are refused where they are built, so that no chain of references can grow without bound. */
export const MAX_VALUE_WEIGHT = 2_000_000;

/** Longest string that an expression may make, in UTF-16 units. */
export const MAX_STRING_LENGTH = 32_000_000;

export const CONTAINS_UNKNOWN = 1;
export const CONTAINS_MARKS = 2;

export interface Extent {
  readonly depth: number;
  readonly weight: number;
  readonly contains: number;
}

export function extentOfAll(elements: readonly Value[]): Extent {
  let depth = 0;
  let weight = 1;
  let contains = 0;
  for (const element of elements) {
    depth = Math.max(depth, depthOf(element));
    weight += weightOf(element);
    contains |= contentsOf(element);
  }
  return { depth: depth + 1, weight, contains };
}

export function extentOfMap(elements: ReadonlyMap<string, Value>): Extent {
  let depth = 0;
  let weight = 1;
  let contains = 0;
  for (const element of elements.values()) {
    depth = Math.max(depth, depthOf(element));
    weight += weightOf(element);
    contains |= contentsOf(element);
  }
  return { depth: depth + 1, weight, contains };
}

/** @returns 0 for values without elements */
export function depthOf(value: Value): number {
  return 'depth' in value ? value.depth : 0;
}

/** @returns at least 1 */
export function weightOf(value: Value): number {
  if (value.kind === 'string') return 1 + (value.value.length >> 5);
  return 'weight' in value ? value.weight : 1;
}

/** @returns bits of `CONTAINS_UNKNOWN` and `CONTAINS_MARKS` about the value itself and everything inside */
function contentsOf(value: Value): number {
  const own = (value.kind === 'unknown' ? CONTAINS_UNKNOWN : 0) | (value.marks === undefined ? 0 : CONTAINS_MARKS);
  return 'contains' in value ? own | value.contains : own;
}

/** Whether nothing in it is unknown, at any level. An open object is not wholly known: attributes that are not listed are unknown. */
export function isWhollyKnown(value: Value): boolean {
  return (contentsOf(value) & CONTAINS_UNKNOWN) === 0;
}

/** Whether it or something in it is unknown. */
export function containsUnknown(value: Value): boolean {
  return (contentsOf(value) & CONTAINS_UNKNOWN) !== 0;
}

/** Whether it or something in it is marked. */
export function containsMarks(value: Value): boolean {
  return (contentsOf(value) & CONTAINS_MARKS) !== 0;
}
