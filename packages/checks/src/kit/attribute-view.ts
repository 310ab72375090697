import type { Expression, Origin, Range, Value } from '@tfwarden/hcl';
import { DYNAMIC, NULL, unknownValue } from '@tfwarden/hcl';
import type { EvaluatedAttribute, Hop } from '@tfwarden/terraform';
import type { AnyBlockView } from './block-view.ts';
import type { Lookup, Related } from './estate.ts';
import { isConstant, itemExpression, memberExpression } from './expression-part.ts';
import { knownItems } from './known-items.ts';
import { boolOf, elementsOf, isMarked, membersOf, numberOf, textOf, waitsForOf } from './known-value.ts';
import type { Enclosing, Owner } from './place.ts';
import { possibleValues } from './possible-values.ts';
import { findReferred } from './referred-resources.ts';
import { touch } from './touched-paths.ts';
import type { Answer, Truth } from './truth.ts';
import { answerOf } from './truth.ts';
import type { AttributeView, BlockView, ResourceView } from './view.ts';

export function writtenAttribute(block: AnyBlockView, attribute: EvaluatedAttribute): AttributeView {
  const { name, expression } = attribute;
  return new ValueView(block, block.pathOf(name), name, expression, attribute, expression, undefined, undefined);
}

/** An attribute that is certainly not written; it points at the block it would be in, or would be appended to. */
export function absentAttribute(block: AnyBlockView, steps: readonly string[]): AttributeView {
  return unwritten(block, steps, NULL, undefined);
}

/** An attribute of a block that an unknown collection may or may not produce. */
export function undecidedAttribute(block: AnyBlockView, steps: readonly string[]): AttributeView {
  return unwritten(block, steps, undefined, block.body.unknownBlockSource(steps[0] ?? ''));
}

function unwritten(
  block: AnyBlockView,
  steps: readonly string[],
  value: Value | undefined,
  undecidedBy: EvaluatedAttribute | undefined,
): AttributeView {
  const path = block.pathOf(steps.length === 1 ? (steps[0] ?? '') : steps.join('.'));
  return new ValueView(block, path, steps.at(-1) ?? '', block.range, undefined, undefined, value, undecidedBy);
}

class ValueView implements AttributeView {
  readonly block: BlockView;
  readonly path: string;
  readonly name: string;
  readonly range: Range;
  /** What is written, of which this may be a part; undefined for absent attributes. */
  readonly #attribute: EvaluatedAttribute | undefined;
  /** The expression of exactly this value, where there is one. */
  readonly #expression: Expression | undefined;
  /** The value when it is not the attribute's own: a part of it, or null for an absent one. */
  readonly #own: Value | undefined;
  /** The attribute with the unknown collection that decides whether this exists. */
  readonly #undecidedBy: EvaluatedAttribute | undefined;
  #items: readonly AttributeView[] | undefined;

  constructor(
    block: BlockView,
    path: string,
    name: string,
    range: Range,
    attribute: EvaluatedAttribute | undefined,
    expression: Expression | undefined,
    own: Value | undefined,
    undecidedBy: EvaluatedAttribute | undefined,
  ) {
    this.block = block;
    this.path = path;
    this.name = name;
    this.range = range;
    this.#attribute = attribute;
    this.#expression = expression;
    this.#own = own;
    this.#undecidedBy = undecidedBy;
  }

  get resource(): ResourceView {
    return this.block.resource;
  }

  get owner(): Owner {
    return this.block.resource;
  }

  get exists(): Answer {
    return this.block.exists;
  }

  get enclosing(): readonly Enclosing[] {
    return this.block.enclosing;
  }

  get expression(): Expression | undefined {
    return this.#expression;
  }

  get source(): EvaluatedAttribute | undefined {
    return this.#attribute;
  }

  get value(): Value | undefined {
    const value = this.#value;
    return value?.kind === 'null' ? undefined : value;
  }

  get state(): 'known' | 'unknown' | 'absent' {
    const value = this.#value;
    if (value === undefined || value.kind === 'unknown') return 'unknown';
    return value.kind === 'null' ? 'absent' : 'known';
  }

  get isWritten(): boolean {
    return this.#attribute !== undefined;
  }

  get isLiteral(): boolean {
    return this.#expression !== undefined && isConstant(this.#expression);
  }

  get isSensitive(): boolean {
    return isMarked(this.#value, 'sensitive');
  }

  get waitsFor(): readonly Origin[] {
    const source = this.#undecidedBy;
    return waitsForOf(source === undefined ? this.#value : source.value);
  }

  explain(): readonly Hop[] {
    return (this.#attribute ?? this.#undecidedBy)?.explain() ?? [];
  }

  truth(): Truth {
    return this.#ask((value) => {
      const known = boolOf(value);
      return known === undefined ? 'unknown' : answerOf(known);
    });
  }

  text(): string | undefined {
    return this.value === undefined ? undefined : textOf(this.value);
  }

  number(): number | undefined {
    return this.value === undefined ? undefined : numberOf(this.value);
  }

  equals(text: string, ignoreCase = false): Truth {
    return this.isOneOf([text], ignoreCase);
  }

  isOneOf(texts: readonly string[], ignoreCase = false): Truth {
    return this.#ask((value) => {
      const own = textOf(value);
      if (own !== undefined) return answerOf(texts.some((text) => isSame(own, text, ignoreCase)));
      const prefix = value.kind === 'unknown' ? value.refinement?.prefix : undefined;
      return texts.some((text) => couldBecome(prefix, text, ignoreCase)) ? 'unknown' : 'false';
    });
  }

  matches(test: (text: string) => boolean): Truth {
    return this.#ask((value) => {
      const text = textOf(value);
      return text === undefined ? 'unknown' : answerOf(test(text));
    });
  }

  compares(test: (number: number) => boolean): Truth {
    return this.#ask((value) => {
      const number = numberOf(value);
      return number === undefined ? 'unknown' : answerOf(test(number));
    });
  }

  isSet(): Answer {
    const answer = this.#ask(isSetValue);
    return answer === 'absent' ? 'false' : answer;
  }

  items(): readonly AttributeView[] {
    this.#items ??= this.#makeItems();
    return this.#items;
  }

  get hasUnknownItems(): boolean {
    if (this.state === 'unknown') return true;
    return this.items().some((item) => item.state === 'unknown');
  }

  entries(): readonly AttributeView[] {
    const members = this.value === undefined ? undefined : membersOf(this.value);
    return members === undefined ? [] : [...members.keys()].map((key) => this.member(key));
  }

  member(key: string): AttributeView {
    const value = this.#value;
    if (value === undefined) return this;
    const first = elementsOf(value);
    if (first !== undefined) return this.items()[0]?.member(key) ?? this.#part(key, `.${key}`, NULL, undefined);
    touch(this.resource.type, `${this.path}.${key}`, 'attribute');
    const expression = memberExpression(this.#expression, key);
    if (value.kind === 'unknown') return this.#part(key, `.${key}`, value, expression);
    const member = membersOf(value)?.get(key);
    if (member === undefined && value.kind === 'object' && value.open !== undefined) {
      const { subject, path } = value.open;
      const unknown = unknownValue(DYNAMIC, { origin: { subject, path: `${path}.${key}` } });
      return this.#part(key, `.${key}`, unknown, expression);
    }
    return this.#part(key, `.${key}`, member ?? NULL, expression);
  }

  refersTo(type: string, lookup?: Lookup): Related {
    return findReferred(this, type, lookup);
  }

  get #value(): Value | undefined {
    return this.#own ?? this.#attribute?.value;
  }

  /**
   * Asks the value. Of a conditional whose condition is not known both results are asked: `var.key == null ? "AES256" : "aws:kms"` is
   * an algorithm whatever the key.
   */
  #ask(question: (value: Value) => Truth): Truth {
    const value = this.#value;
    if (value === undefined) return 'unknown';
    if (value.kind === 'null') return 'absent';
    const answer = question(value);
    const attribute = this.#attribute;
    const expression = this.#expression;
    if (answer !== 'unknown' || value.kind !== 'unknown' || attribute === undefined) return answer;
    const results = possibleValues(attribute, expression).map((result) =>
      result.kind === 'null' ? 'absent' : question(result),
    );
    const first = results[0] ?? 'unknown';
    return results.every((result) => result === first) ? first : 'unknown';
  }

  #makeItems(): readonly AttributeView[] {
    const value = this.value;
    if (value === undefined) return [];
    const elements = elementsOf(value);
    if (elements !== undefined) {
      return elements.map((element, i) => this.#item(i, element, itemExpression(this.#expression, i)));
    }
    const attribute = this.#attribute;
    const expression = this.#expression;
    if (value.kind !== 'unknown' || attribute === undefined || expression === undefined) return [];
    return knownItems(attribute, expression).map((item, i) => this.#item(i, item.value, item.expression));
  }

  #item(index: number, value: Value, expression: Expression | undefined): AttributeView {
    return this.#part(String(index), `[${index}]`, value, expression);
  }

  #part(name: string, step: string, value: Value, expression: Expression | undefined): AttributeView {
    const range = expression ?? this.range;
    const path = this.path + step;
    return new ValueView(this.block, path, name, range, this.#attribute, expression, value, this.#undecidedBy);
  }
}

function isSetValue(value: Value): Answer {
  if (value.kind === 'unknown') {
    const kind = value.origin?.subject.kind;
    const isReference = kind === 'resource' || kind === 'data';
    // A template with a known piece is not empty, whatever the rest of it will be.
    const hasPiece = value.parts?.some((part) => typeof part === 'string' && part !== '') ?? false;
    return isReference || hasPiece || (value.refinement?.prefix ?? '') !== '' ? 'true' : 'unknown';
  }
  if (value.kind === 'string') return answerOf(value.value !== '');
  const elements = elementsOf(value);
  if (elements !== undefined) return answerOf(elements.length > 0);
  const members = membersOf(value);
  return answerOf(members === undefined || members.size > 0);
}

function isSame(a: string, b: string, ignoreCase: boolean): boolean {
  return a === b || (ignoreCase && a.toLowerCase() === b.toLowerCase());
}

function couldBecome(prefix: string | undefined, text: string, ignoreCase: boolean): boolean {
  return prefix === undefined || isSame(text.slice(0, prefix.length), prefix, ignoreCase);
}
