import type { UnknownValue } from '@tfwarden/hcl';
import { compareNames, DYNAMIC, unknownValue } from '@tfwarden/hcl';
import type { PartialJson, PartialText } from './partial-json.ts';

/** Texts of a set or list; `more` when there may be others that are not known. */
export interface Texts {
  readonly items: readonly PartialText[];
  /** Set when nothing is known of the collection; `items` is empty then. */
  readonly unknown: UnknownValue | undefined;
}

export const NO_TEXTS: Texts = { items: [], unknown: undefined };

/** The principals of one type. */
export interface Principal {
  readonly type: PartialText;
  readonly identifiers: Texts;
  /** The identifiers came as one text and not as a list; how they are written depends on it. */
  readonly isSingle: boolean;
}

export interface Condition {
  readonly test: PartialText;
  readonly variable: PartialText;
  readonly values: Texts;
}

/**
 * Actions or resources as the provider writes them: one as a text, several in descending byte order. Those that are partly unknown come
 * last, for where they belong is not known either.
 */
export function textsJson({ items, unknown }: Texts): PartialJson {
  if (unknown !== undefined) return { kind: 'unknown', value: unknown };
  const [first] = items;
  if (first !== undefined && items.length === 1) return { kind: 'string', text: first };
  return { kind: 'array', elements: descending(items).map((text) => ({ kind: 'string', text })) };
}

/** Principals by type, types in byte order; `"*"` alone where the only principal is `*` of type `*`. */
export function principalsJson(principals: readonly Principal[]): PartialJson {
  const [first] = principals;
  if (first !== undefined && principals.length === 1 && first.type === '*') {
    const { items } = first.identifiers;
    if (items.length === 1 && items[0] === '*') return { kind: 'string', text: '*' };
  }

  const members = new Map<PartialText, { json: PartialJson }>();
  for (const { type, identifiers, isSingle } of principals) {
    const present = members.get(type);
    let added: PartialJson;
    const [only] = identifiers.items;
    if (identifiers.unknown !== undefined) {
      added = { kind: 'unknown', value: identifiers.unknown };
    } else if (isSingle && only !== undefined) {
      added = { kind: 'string', text: only };
    } else {
      added = { kind: 'array', elements: descending(identifiers.items).map((text) => ({ kind: 'string', text })) };
    }
    if (present === undefined) members.set(type, { json: added });
    else present.json = { kind: 'array', elements: [...elementsOf(present.json), ...elementsOf(added)] };
  }
  return { kind: 'object', members: inByteOrder([...members].map(([type, { json }]) => [type, json])) };
}

/** Conditions by test and variable, both in byte order; values in the order they are given, one alone as a text. */
export function conditionsJson(conditions: readonly Condition[]): PartialJson {
  // A text that is partly unknown is an array, so it is only the same key as itself.
  const tests = new Map<PartialText, Map<PartialText, Condition[]>>();
  for (const condition of conditions) {
    let variables = tests.get(condition.test);
    if (variables === undefined) tests.set(condition.test, (variables = new Map()));
    const group = variables.get(condition.variable);
    if (group === undefined) variables.set(condition.variable, [condition]);
    else group.push(condition);
  }

  const members: (readonly [PartialText, PartialJson])[] = [];
  for (const [test, variables] of tests) {
    const inner: (readonly [PartialText, PartialJson])[] = [];
    for (const [variable, group] of variables) inner.push([variable, valuesJson(group)]);
    members.push([test, { kind: 'object', members: inByteOrder(inner) }]);
  }
  return { kind: 'object', members: inByteOrder(members) };
}

function valuesJson(group: readonly Condition[]): PartialJson {
  const elements: PartialJson[] = [];
  for (const { values } of group) {
    if (values.unknown !== undefined) elements.push({ kind: 'unknown', value: values.unknown });
    for (const text of values.items) elements.push({ kind: 'string', text });
  }
  const [only] = elements;
  return only !== undefined && elements.length === 1 ? only : { kind: 'array', elements };
}

/** Stands for blocks that may exist or not. */
export function mayBeBlocks(waitsFor: UnknownValue['waitsFor']): PartialJson {
  return { kind: 'unknown', value: unknownValue(DYNAMIC, { waitsFor }) };
}

function elementsOf(json: PartialJson): readonly PartialJson[] {
  return json.kind === 'array' ? json.elements : [json];
}

function descending(texts: readonly PartialText[]): readonly PartialText[] {
  const known = texts.filter((text) => typeof text === 'string').toSorted((a, b) => compareNames(b, a));
  return [...known, ...texts.filter((text) => typeof text !== 'string')];
}

function inByteOrder(
  members: readonly (readonly [PartialText, PartialJson])[],
): readonly (readonly [PartialText, PartialJson])[] {
  return members.toSorted(([a], [b]) => {
    if (typeof a === 'string') return typeof b === 'string' ? compareNames(a, b) : -1;
    return typeof b === 'string' ? 1 : 0;
  });
}
