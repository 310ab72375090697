import type { NumberValue, Origin, Value } from '@tfwarden/hcl';
import { formatNumber } from '@tfwarden/hcl';

/** How deep lists in lists are searched for unknown parts. */
const MAX_DEPTH = 16;

/** Known text as Terraform converts it: strings, numbers and bools. Undefined for anything else. */
export function textOf(value: Value): string | undefined {
  switch (value.kind) {
    case 'string':
      return value.value;
    case 'bool':
      return value.value ? 'true' : 'false';
    case 'number':
      return formatNumber(value.value);
    case 'list':
    case 'set':
    case 'map':
    case 'tuple':
    case 'object':
    case 'null':
    case 'unknown':
      return undefined;
  }
}

/** A known bool: true, "true" and "1" are true; observed with `tobool` of terraform 1.11.4, which refuses numbers and "TRUE". */
export function boolOf(value: Value): boolean | undefined {
  if (value.kind === 'bool') return value.value;
  if (value.kind !== 'string') return undefined;
  if (value.value === 'true' || value.value === '1') return true;
  if (value.value === 'false' || value.value === '0') return false;
  return undefined;
}

/** A known number, also from decimal text; precision beyond a double is lost. */
export function numberOf(value: Value): number | undefined {
  if (value.kind === 'number') return doubleOf(value);
  if (value.kind !== 'string' || !/^-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/.test(value.value)) return undefined;
  return Number(value.value);
}

/** Elements of a list, set or tuple in order; undefined for any other value. */
export function elementsOf(value: Value): readonly Value[] | undefined {
  return value.kind === 'list' || value.kind === 'set' || value.kind === 'tuple' ? value.elements : undefined;
}

/** Members of a map or object in the byte order of their names; undefined for any other value. */
export function membersOf(value: Value): ReadonlyMap<string, Value> | undefined {
  if (value.kind === 'map') return value.elements;
  return value.kind === 'object' ? value.attributes : undefined;
}

/** What an unknown value, or the unknown parts of a collection, wait for. */
export function waitsForOf(value: Value | undefined): readonly Origin[] {
  if (value === undefined || value.kind === 'string' || value.kind === 'number' || value.kind === 'bool')
    return NOTHING;
  const found: Origin[] = [];
  collectOrigins(value, found, 0);
  return found;
}

const NOTHING: readonly Origin[] = [];

/** Whether a mark such as `sensitive` is on the value itself. */
export function isMarked(value: Value | undefined, mark: string): boolean {
  return value?.marks?.includes(mark) === true;
}

function doubleOf(number: NumberValue): number {
  if (typeof number.value === 'number') return number.value;
  const { mantissa, exponent } = number.value;
  // Bits a double cannot hold are cut off first, so that the conversion of a huge mantissa stays finite.
  const excess = Math.max(0, mantissa.toString(2).length - 60);
  return Number(mantissa >> BigInt(excess)) * 2 ** (exponent + excess);
}

function collectOrigins(value: Value | undefined, into: Origin[], depth: number): void {
  if (value === undefined || depth > MAX_DEPTH) return;
  if (value.kind === 'unknown') {
    for (const origin of value.waitsFor) {
      if (!into.some((known) => known.subject === origin.subject && known.path === origin.path)) into.push(origin);
    }
    return;
  }
  const elements = elementsOf(value);
  if (elements !== undefined) for (const element of elements) collectOrigins(element, into, depth + 1);
  else for (const member of membersOf(value)?.values() ?? []) collectOrigins(member, into, depth + 1);
}
