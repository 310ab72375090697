import { quote } from './quote.ts';
import type { ObjectType, Type } from './type.ts';
import { typesEqual } from './type-of.ts';
import { friendlyConstraintName } from './type-text.ts';
import { canConvert } from './unify.ts';

/** Says in cty's words why a type does not convert to another; to be asked only when it does not. */
export function mismatchMessage(given: Type, wanted: Type): string {
  if (given.kind === 'object' && wanted.kind === 'object') return objectMismatch(given, wanted);
  if (wanted.kind === 'list' || wanted.kind === 'set' || wanted.kind === 'map') {
    const source = wanted.kind === 'map' ? 'object' : 'tuple';
    if (given.kind === source && wanted.element.kind === 'dynamic') {
      return `all ${wanted.kind} elements must have the same type`;
    }
    if (given.kind === 'tuple' || given.kind === 'object') return structureMismatch(given, wanted);
    if (given.kind === 'list' || given.kind === 'set' || given.kind === 'map') {
      const isSequence = given.kind !== 'map';
      if (isSequence !== (wanted.kind !== 'map')) return `${friendlyConstraintName(wanted)} required`;
      return `incorrect ${wanted.kind} element type: ${mismatchMessage(given.element, wanted.element)}`;
    }
  }
  return `${friendlyConstraintName(wanted)} required`;
}

function objectMismatch(given: ObjectType, wanted: ObjectType): string {
  const missing: string[] = [];
  let unsafe: string | undefined;
  let safe: string | undefined;
  for (const [name, attribute] of wanted.attributes) {
    const source = given.attributes.get(name);
    if (source === undefined) {
      if (!wanted.optional.has(name)) missing.push(quote(name));
      continue;
    }
    if (unsafe !== undefined || typesEqual(source, attribute)) continue;
    if (!canConvert(source, attribute, true))
      unsafe = `attribute ${quote(name)}: ${mismatchMessage(source, attribute)}`;
    else if (safe === undefined && !canConvert(source, attribute, false)) {
      safe = `attribute ${quote(name)}: ${mismatchMessage(source, attribute)}`;
    }
  }
  const last = missing.pop();
  if (last !== undefined) {
    if (missing.length === 0) return `attribute ${last} is required`;
    if (missing.length === 1) return `attributes ${missing[0]} and ${last} are required`;
    return `attributes ${missing.join(', ')}, and ${last} are required`;
  }
  return unsafe ?? safe ?? 'incorrect object attributes';
}

function structureMismatch(
  given: Type & { readonly kind: 'tuple' | 'object' },
  wanted: Type & { readonly kind: 'list' | 'set' | 'map' },
): string {
  const { element } = wanted as { readonly element: Type };
  const isRightKind = given.kind === (wanted.kind === 'map' ? 'object' : 'tuple');
  if (!isRightKind) return `${friendlyConstraintName(wanted)} required`;
  const sources: Iterable<readonly [string, Type]> =
    given.kind === 'object'
      ? [...given.attributes].map(([name, type]) => [quote(name), type] as const)
      : given.elements.map((type, i) => [String(i), type] as const);
  for (const [name, source] of sources) {
    if (typesEqual(source, element) || canConvert(source, element, true)) continue;
    return `element ${name}: ${mismatchMessage(source, element)}`;
  }
  return `all elements must be ${friendlyConstraintName(element)}`;
}
