import type { Origin, OriginSubject, Value } from '@tfwarden/hcl';
import type { Lookup, Related } from './estate.ts';
import type { EstateIndex } from './estate-index.ts';
import type { TopLevelView } from './resource-view.ts';
import type { AttributeView } from './view.ts';

/** Steps from one companion to the next that are followed: `bucket = aws_s3_bucket_versioning.x.id`. */
const MAX_ALIASES = 4;

/** Which resources of one type refer to what, through one attribute. Built once per evaluation and relation. */
export interface RelationIndex {
  readonly byText: ReadonlyMap<string, readonly TopLevelView[]>;
  readonly bySubject: ReadonlyMap<OriginSubject, readonly TopLevelView[]>;
  /** By what unknown texts stand for: two that say `var.bucket` say the same, and so do two that say `logs-${random_pet.x.id}`. */
  readonly byUnknownText: ReadonlyMap<string, readonly TopLevelView[]>;
  /** Refers to one of several resources, or to something that may be any. */
  readonly undecided: readonly Undecided[];
  /** All of `byText`, in order. */
  readonly named: readonly TopLevelView[];
  /** All of `undecided` when each of them can mean any resource: one list then serves all who ask. */
  readonly possible: readonly TopLevelView[] | undefined;
}

interface Undecided {
  readonly view: TopLevelView;
  /** The only resources it can mean; undefined when it can mean any. */
  readonly subjects: readonly OriginSubject[] | undefined;
}

/**
 * Finds the resources whose attribute refers to `target` (by any of its computed attributes) or names it in plain text.
 * A value that is not known counts as `undecided`, so that nobody reports the lack of something that may be there.
 */
export function findRelated(target: TopLevelView, type: string, attribute: string, lookup: Lookup = {}): Related {
  const { estate } = target;
  const nameAttribute = lookup.name ?? 'name';
  const key = `${type}\n${attribute}\n${nameAttribute}`;
  estate.listed.add(type);
  let index = estate.relations.get(key);
  if (index === undefined) {
    index = buildIndex(estate, type, attribute, nameAttribute);
    estate.relations.set(key, index);
  }
  return lookUp(index, target, nameAttribute);
}

function lookUp(index: RelationIndex, target: TopLevelView, nameAttribute: string): Related {
  const found = new Set<TopLevelView>();
  const subject = target.facts.instance?.subject;
  if (subject !== undefined) for (const view of index.bySubject.get(subject) ?? []) found.add(view);
  const name = target.body.attribute(nameAttribute)?.value;
  if (name?.kind === 'string') for (const view of index.byText.get(name.value) ?? []) found.add(view);
  const nameKey = name === undefined ? undefined : unknownTextKey(name);
  if (nameKey !== undefined) for (const view of index.byUnknownText.get(nameKey) ?? []) found.add(view);
  if (found.size > 0) return { answer: 'true', found: [...found], undecided: [] };

  const possible = index.possible ?? possibleFor(subject, index.undecided);
  // A name that is not known may turn out to be any of the names that are written out.
  const named = name?.kind === 'unknown' ? index.named : [];
  const undecided = named.length === 0 ? possible : possible.length === 0 ? named : [...possible, ...named];
  return { answer: undecided.length > 0 ? 'unknown' : 'false', found: [], undecided };
}

function possibleFor(subject: OriginSubject | undefined, undecided: readonly Undecided[]): readonly TopLevelView[] {
  const possible: TopLevelView[] = [];
  for (const { view, subjects } of undecided) {
    if (subjects === undefined || (subject !== undefined && subjects.includes(subject))) possible.push(view);
  }
  return possible;
}

function buildIndex(estate: EstateIndex, type: string, attribute: string, nameAttribute: string): RelationIndex {
  const byText = new Map<string, TopLevelView[]>();
  const bySubject = new Map<OriginSubject, TopLevelView[]>();
  const byUnknownText = new Map<string, TopLevelView[]>();
  const undecided: Undecided[] = [];
  for (const view of estate.resources(type)) {
    for (const value of valuesOf(view, attribute)) {
      const key = unknownTextKey(value);
      if (key !== undefined) append(byUnknownText, key, view);
      const meaning = interpret(estate, value, attribute, nameAttribute, 0);
      switch (meaning.kind) {
        case 'nothing':
          break;
        case 'text':
          append(byText, meaning.text, view);
          break;
        case 'subject':
          append(bySubject, meaning.subject, view);
          if (meaning.through !== undefined) append(bySubject, meaning.through, view);
          break;
        case 'origin':
          undecided.push({ view, subjects: undefined });
          break;
        case 'undecided':
          undecided.push({ view, subjects: meaning.subjects });
          break;
      }
    }
  }
  const isAnyPossible = undecided.every(({ subjects }) => subjects === undefined);
  return {
    byText,
    bySubject,
    byUnknownText,
    undecided,
    named: [...byText.values()].flat(),
    possible: isAnyPossible ? undecided.map(({ view }) => view) : undefined,
  };
}

/** What a value refers to. */
type Meaning =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'text'; readonly text: string }
  /** `through`: the resource it is written of, which may itself be the one that is meant. */
  | { readonly kind: 'subject'; readonly subject: OriginSubject; readonly through?: OriginSubject }
  | { readonly kind: 'origin' }
  | { readonly kind: 'undecided'; readonly subjects: readonly OriginSubject[] | undefined };

function interpret(
  estate: EstateIndex,
  value: Value,
  attribute: string,
  nameAttribute: string,
  aliases: number,
): Meaning {
  if (value.kind === 'string') return { kind: 'text', text: value.value };
  if (value.kind !== 'unknown') return { kind: 'nothing' };
  const { origin } = value;
  if (origin === undefined) return interpretDerived(value.waitsFor);
  if (origin.subject.kind !== 'resource' && origin.subject.kind !== 'data') return { kind: 'origin' };
  const instance = estate.evaluation.resourceOf(origin.subject);
  if (instance === undefined) return { kind: 'origin' };
  // Companions repeat the name they were given: `aws_s3_bucket_versioning.x.id` is the bucket of that resource.
  const alias = instance.body.attribute(instance.mode === 'data' ? nameAttribute : attribute)?.value;
  if (alias !== undefined && aliases < MAX_ALIASES) {
    const meaning = interpret(estate, alias, attribute, nameAttribute, aliases + 1);
    if (instance.mode === 'data') return meaning;
    // A bucket whose name comes from a `random_pet` has such an attribute too, and is not a companion of the pet.
    if (meaning.kind === 'subject' && /^\.(?:id|bucket|name)$/.test(origin.path)) {
      return { ...meaning, through: origin.subject };
    }
  }
  if (instance.mode === 'data') return { kind: 'undecided', subjects: undefined };
  return { kind: 'subject', subject: origin.subject };
}

/** A value computed from others: decided when all it waits for is one resource. */
function interpretDerived(waitsFor: readonly Origin[]): Meaning {
  const subjects = [...new Set(waitsFor.map((origin) => origin.subject))];
  const resources = subjects.filter((subject) => subject.kind === 'resource');
  const only = resources[0];
  if (resources.length === 1 && subjects.length === 1 && only !== undefined) return { kind: 'subject', subject: only };
  return { kind: 'undecided', subjects: resources.length > 0 ? resources : undefined };
}

function valuesOf(view: TopLevelView, attribute: string): readonly Value[] {
  const steps = attribute.split('.');
  const last = steps.pop();
  if (last === undefined) return [];
  const blocks = steps.length === 0 ? [view] : view.blocks(steps.join('.'));
  return blocks.flatMap((block) => valuesOfAttribute(block.attribute(last)));
}

function valuesOfAttribute(attribute: AttributeView): readonly Value[] {
  const values = attribute.items().flatMap((item) => (item.value === undefined ? [] : [item.value]));
  if (attribute.value !== undefined && (values.length === 0 || attribute.value.kind === 'unknown')) {
    return [...values, attribute.value];
  }
  return values;
}

/** What an unknown text stands for, so that two that stand for the same can be told; undefined where that is not known. */
function unknownTextKey(value: Value): string | undefined {
  if (value.kind !== 'unknown') return undefined;
  if (value.origin !== undefined) return printOrigin(value.origin);
  if (value.parts === undefined) return undefined;
  const pieces: string[] = [];
  for (const part of value.parts) {
    if (typeof part === 'string') pieces.push(JSON.stringify(part));
    else if (part.origin === undefined) return undefined;
    else pieces.push(printOrigin(part.origin));
  }
  return pieces.join(' + ');
}

function printOrigin(origin: Origin): string {
  return `${origin.subject.address}${origin.path}`;
}

function append<K>(map: Map<K, TopLevelView[]>, key: K, view: TopLevelView): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [view]);
  else list.push(view);
}
