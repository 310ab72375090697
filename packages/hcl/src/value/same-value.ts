import { compareNumbers } from './big-float.ts';
import { typesEqual } from './type-of.ts';
import type { NumberValue, Origin, Refinement, UnknownValue, Value } from './value.ts';

/**
 * Whether nothing can tell two values apart, not even what unknown parts stand for and wait for: what was computed with the one is right for the other.
 * It may say no of values that are the same after all.
 */
export function isSameValue(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (!hasSameItems(a.marks ?? [], b.marks ?? [], Object.is)) return false;
  switch (a.kind) {
    case 'string':
    case 'bool':
      return a.kind === b.kind && a.value === b.value;
    case 'number':
      return b.kind === 'number' && isSameNumber(a, b);
    case 'null':
      return b.kind === 'null' && typesEqual(a.type, b.type);
    case 'list':
    case 'set':
      return (
        b.kind === a.kind &&
        typesEqual(a.elementType, b.elementType) &&
        hasSameItems(a.elements, b.elements, isSameValue)
      );
    case 'tuple':
      return b.kind === 'tuple' && hasSameItems(a.elements, b.elements, isSameValue);
    case 'map':
      return b.kind === 'map' && typesEqual(a.elementType, b.elementType) && hasSameMembers(a.elements, b.elements);
    case 'object':
      return b.kind === 'object' && isSameOrigin(a.open, b.open) && hasSameMembers(a.attributes, b.attributes);
    case 'unknown':
      return b.kind === 'unknown' && isSameUnknown(a, b);
  }
}

function isSameUnknown(a: UnknownValue, b: UnknownValue): boolean {
  if (!typesEqual(a.type, b.type) || !isSameOrigin(a.origin, b.origin)) return false;
  if (!hasSameItems(a.waitsFor, b.waitsFor, isSameOrigin)) return false;
  if (!isSameRefinement(a.refinement ?? {}, b.refinement ?? {})) return false;
  if ((a.every === undefined) !== (b.every === undefined)) return false;
  if (a.every !== undefined && b.every !== undefined && !isSameValue(a.every, b.every)) return false;
  if ((a.parts === undefined) !== (b.parts === undefined)) return false;
  return hasSameItems(a.parts ?? [], b.parts ?? [], (part, other) =>
    typeof part === 'string' || typeof other === 'string' ? part === other : isSameValue(part, other),
  );
}

function isSameOrigin(a: Origin | undefined, b: Origin | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && a.subject === b.subject && a.path === b.path);
}

/** Zero is both positive and negative. */
function isSameNumber(a: NumberValue, b: NumberValue): boolean {
  if (a.value === b.value) return a.precision === b.precision;
  return typeof a.value === typeof b.value && a.precision === b.precision && compareNumbers(a.value, b.value) === 0;
}

function isSameRefinement(a: Refinement, b: Refinement): boolean {
  if (a.notNull !== b.notNull || a.prefix !== b.prefix) return false;
  if (a.minLength !== b.minLength || a.maxLength !== b.maxLength) return false;
  return isSameBound(a.lower, b.lower) && isSameBound(a.upper, b.upper);
}

function isSameBound(a: Refinement['lower'], b: Refinement['lower']): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.inclusive === b.inclusive && isSameNumber(a.value, b.value);
}

function hasSameItems<T>(a: readonly T[], b: readonly T[], isSame: (a: T, b: T) => boolean): boolean {
  if (a.length !== b.length) return false;
  const others = b.values();
  return a.every((item) => {
    const other = others.next();
    return other.done !== true && isSame(item, other.value);
  });
}

function hasSameMembers(a: ReadonlyMap<string, Value>, b: ReadonlyMap<string, Value>): boolean {
  if (a.size !== b.size) return false;
  for (const [name, value] of a) {
    const other = b.get(name);
    if (other === undefined || !isSameValue(value, other)) return false;
  }
  return true;
}
