import type { NumberLike, Value } from '@tfwarden/hcl';
import { BigNumber, elementsOf, formatNumber, parseNumber } from '@tfwarden/hcl';
import type { ExactJson } from './exact-json.ts';
import { isExactArray, isExactNumber } from './exact-json.ts';

/**
 * Compares a value with its JSON form and the structure that tells which parts are unknown.
 * @returns what differs, or undefined when nothing does
 */
export function compareResult(
  expected: ExactJson,
  unknown: ExactJson,
  infinity: string | null,
  value: Value,
  path: string,
): string | undefined {
  if (unknown === true)
    return value.kind === 'unknown' ? undefined : `${path}: expected unknown, got ${describe(value)}`;
  switch (value.kind) {
    case 'unknown':
      return `${path}: expected ${show(expected)}, got unknown`;
    case 'null':
      return expected === null && infinity === null ? undefined : `${path}: expected ${show(expected)}, got null`;
    case 'string':
    case 'bool':
      return expected === value.value ? undefined : `${path}: expected ${show(expected)}, got ${describe(value)}`;
    case 'number': {
      const text = formatNumber(value.value, value.precision);
      if (infinity !== null) return text === infinity ? undefined : `${path}: expected ${infinity}, got ${text}`;
      if (expected === null && BigNumber.isInfinite(value.value)) return undefined;
      if (!isExactNumber(expected)) return `${path}: expected ${show(expected)}, got ${text}`;
      return sameNumber(expected.number, text) ? undefined : `${path}: expected ${expected.number}, got ${text}`;
    }
    case 'list':
    case 'set':
    case 'tuple': {
      if (!isExactArray(expected)) return `${path}: expected ${show(expected)}, got ${describe(value)}`;
      const { elements } = value;
      if (elements.length !== expected.length) {
        return `${path}: expected ${expected.length} elements, got ${elements.length}: ${describe(value)}`;
      }
      for (const [i, element] of elements.entries()) {
        const part = isExactArray(unknown) ? (unknown[i] ?? null) : null;
        const difference = compareResult(expected[i] ?? null, part, null, element, `${path}[${i}]`);
        if (difference !== undefined) return difference;
      }
      return undefined;
    }
    case 'map':
    case 'object': {
      if (!(expected instanceof Map)) return `${path}: expected ${show(expected)}, got ${describe(value)}`;
      const attributes = value.kind === 'map' ? value.elements : value.attributes;
      const names = new Set([...expected.keys(), ...attributes.keys()]);
      for (const name of names) {
        const element = attributes.get(String(name));
        const part: ExactJson = unknown instanceof Map ? (unknown.get(name) ?? null) : null;
        if (element === undefined) return `${path}.${name}: expected ${show(expected.get(name) ?? null)}, got nothing`;
        if (!expected.has(name) && part === null) return `${path}.${name}: expected nothing, got ${describe(element)}`;
        const difference = compareResult(expected.get(name) ?? null, part, null, element, `${path}.${name}`);
        if (difference !== undefined) return difference;
      }
      return undefined;
    }
  }
}

function sameNumber(expected: string, actual: string): boolean {
  if (expected === actual) return true;
  const a = parseNumber(expected);
  const b = parseNumber(actual);
  return a !== undefined && b !== undefined && sameLike(a, b);
}

function sameLike(a: NumberLike, b: NumberLike): boolean {
  return BigNumber.compareNumbers(a, b) === 0;
}

function describe(value: Value): string {
  switch (value.kind) {
    case 'string':
      return JSON.stringify(value.value);
    case 'number':
      return formatNumber(value.value, value.precision);
    case 'bool':
      return String(value.value);
    case 'null':
    case 'unknown':
      return value.kind;
    case 'list':
    case 'set':
    case 'tuple':
    case 'map':
    case 'object':
      return `${value.kind} of ${[...elementsOf(value)].map(describe).join(', ')}`;
  }
}

function show(value: ExactJson): string {
  if (value instanceof Map) return `{${[...value].map(([key, item]) => `${key}: ${show(item)}`).join(', ')}}`;
  if (isExactArray(value)) return `[${value.map(show).join(', ')}]`;
  return isExactNumber(value) ? value.number : JSON.stringify(value);
}
