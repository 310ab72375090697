import { CONTAINS_MARKS, containsMarks } from './extent.ts';
import type { Mark, Value } from './value.ts';

export type Marks = readonly Mark[] | undefined;

/** Adds marks to the value itself. */
export function withMarks<V extends Value>(value: V, ...marks: readonly Marks[]): V {
  let all = value.marks;
  for (const more of marks) all = mergeMarks(all, more);
  return all === value.marks ? value : { ...value, marks: all };
}

/** @returns the union, sorted; undefined when empty */
export function mergeMarks(a: Marks, b: Marks): Marks {
  if (a === undefined || a === b) return b;
  if (b === undefined) return a;
  if (b.every((mark) => a.includes(mark))) return a;
  return [...new Set([...a, ...b])].toSorted();
}

/** The value without the marks that are on itself; those of elements stay. */
export function unmark<V extends Value>(value: V): V {
  return value.marks === undefined ? value : { ...value, marks: undefined };
}

/** The value without any marks, its own and those of everything inside. */
export function unmarkDeep(value: Value): Value {
  if (!containsMarks(value)) return value;
  switch (value.kind) {
    case 'list':
    case 'tuple':
      return {
        ...value,
        elements: value.elements.map(unmarkDeep),
        contains: value.contains & ~CONTAINS_MARKS,
        marks: undefined,
      };
    case 'map': {
      const elements = new Map<string, Value>();
      for (const [key, element] of value.elements) elements.set(key, unmarkDeep(element));
      return { ...value, elements, contains: value.contains & ~CONTAINS_MARKS, marks: undefined };
    }
    case 'object': {
      const attributes = new Map<string, Value>();
      for (const [name, attribute] of value.attributes) attributes.set(name, unmarkDeep(attribute));
      return { ...value, attributes, contains: value.contains & ~CONTAINS_MARKS, marks: undefined };
    }
    case 'set':
    case 'string':
    case 'number':
    case 'bool':
    case 'null':
    case 'unknown':
      return unmark(value);
  }
}

/** All marks of the value and of everything inside. */
export function marksDeep(value: Value): Marks {
  if (!containsMarks(value)) return undefined;
  let marks = value.marks;
  for (const element of elementsOf(value)) marks = mergeMarks(marks, marksDeep(element));
  return marks;
}

/** Whether the value itself has the mark. */
export function hasMark(value: Value, mark: Mark): boolean {
  return value.marks?.includes(mark) ?? false;
}

/** Whether the value or something inside has the mark. */
export function hasMarkDeep(value: Value, mark: Mark): boolean {
  if (!containsMarks(value)) return false;
  if (hasMark(value, mark)) return true;
  for (const element of elementsOf(value)) if (hasMarkDeep(element, mark)) return true;
  return false;
}

/** The elements or attributes of a value, in order; nothing for any other value. */
export function elementsOf(value: Value): Iterable<Value> {
  switch (value.kind) {
    case 'list':
    case 'set':
    case 'tuple':
      return value.elements;
    case 'map':
      return value.elements.values();
    case 'object':
      return value.attributes.values();
    case 'string':
    case 'number':
    case 'bool':
    case 'null':
    case 'unknown':
      return [];
  }
}

/** One place inside a value: `.name` of an object, `[key]` of a collection or tuple. */
export type PathStep =
  | { readonly kind: 'attribute'; readonly name: string }
  | { readonly kind: 'index'; readonly key: string | number };

/** Where marks are, outermost first. Elements of sets have no place of their own: the set carries their marks. */
export interface MarkedPath {
  readonly path: readonly PathStep[];
  readonly marks: readonly Mark[];
}

export function markedPaths(value: Value): readonly MarkedPath[] {
  const found: MarkedPath[] = [];
  collectMarked(value, [], found);
  return found;
}

function collectMarked(value: Value, path: readonly PathStep[], found: MarkedPath[]): void {
  if (!containsMarks(value)) return;
  if (value.marks !== undefined) found.push({ path, marks: value.marks });
  switch (value.kind) {
    case 'list':
    case 'tuple':
      for (const [key, element] of value.elements.entries()) {
        collectMarked(element, [...path, { kind: 'index', key }], found);
      }
      return;
    case 'map':
      for (const [key, element] of value.elements) collectMarked(element, [...path, { kind: 'index', key }], found);
      return;
    case 'object':
      for (const [name, attribute] of value.attributes) {
        collectMarked(attribute, [...path, { kind: 'attribute', name }], found);
      }
      return;
    case 'set':
    case 'string':
    case 'number':
    case 'bool':
    case 'null':
    case 'unknown':
      return;
  }
}
