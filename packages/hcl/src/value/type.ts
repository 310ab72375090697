/** Terraform's types, in cty's model. `dynamic` is `any`: a type that is not known yet. */
export type Type = PrimitiveType | CollectionType | TupleType | ObjectType | DynamicType;

export interface PrimitiveType {
  readonly kind: 'string' | 'number' | 'bool';
}

export interface CollectionType {
  readonly kind: 'list' | 'set' | 'map';
  readonly element: Type;
}

export interface TupleType {
  readonly kind: 'tuple';
  readonly elements: readonly Type[];
}

export interface ObjectType {
  readonly kind: 'object';
  /** In the byte order of the names, as cty iterates. */
  readonly attributes: ReadonlyMap<string, Type>;
  /** Names that a conversion may leave out; only type constraints have them, values never. */
  readonly optional: ReadonlySet<string>;
}

export interface DynamicType {
  readonly kind: 'dynamic';
}

export const STRING: PrimitiveType = { kind: 'string' };
export const NUMBER: PrimitiveType = { kind: 'number' };
export const BOOL: PrimitiveType = { kind: 'bool' };
export const DYNAMIC: DynamicType = { kind: 'dynamic' };

const NO_OPTIONAL: ReadonlySet<string> = new Set();

export function listOf(element: Type): CollectionType {
  return { kind: 'list', element };
}

export function setOf(element: Type): CollectionType {
  return { kind: 'set', element };
}

export function mapOf(element: Type): CollectionType {
  return { kind: 'map', element };
}

export function tupleOf(elements: readonly Type[]): TupleType {
  return { kind: 'tuple', elements };
}

/** @param attributes in any order; the type keeps them in byte order */
export function objectOf(
  attributes: Iterable<readonly [string, Type]>,
  optional: ReadonlySet<string> = NO_OPTIONAL,
): ObjectType {
  return { kind: 'object', attributes: new Map([...attributes].toSorted(([a], [b]) => compareNames(a, b))), optional };
}

/** Orders strings as Go does: by UTF-8 bytes, which is the order of code points. */
export function compareNames(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x === y) continue;
    // Surrogates (0xD800 to 0xDFFF) stand for code points above every other unit.
    const xIsSurrogate = x >= 0xd800 && x <= 0xdfff;
    const yIsSurrogate = y >= 0xd800 && y <= 0xdfff;
    if (xIsSurrogate !== yIsSurrogate) return xIsSurrogate ? 1 : -1;
    return x - y;
  }
  return a.length - b.length;
}
