import type { Origin, Value } from '@tfwarden/hcl';
import type { RE2JS } from 're2js';
import type { MatchSpec, SpecValue } from './check-schema.ts';
import { bodyOfValue, type CustomBlock, type CustomBody } from './custom-block.ts';

/** What a spec says of a block. Unknown is neither: it depends on a value that is not known before apply. */
export type Outcome = 'pass' | 'fail' | 'unknown';

/** What one evaluation of a check needs beyond the block. */
export interface MatchContext {
  /** The block the check is about. */
  readonly block: CustomBlock;
  /** All blocks of the root. */
  readonly all: readonly CustomBlock[];
  /** Compiled patterns by text. */
  regex(pattern: string): RE2JS | undefined;
  /** Values stored by `assignVariable`; null stands for one that is not known. */
  readonly variables: Map<string, string | null>;
  /** What unknown values that were read wait for. */
  readonly waitsFor: Origin[];
}

/** Evaluates a spec on the attributes and blocks of a body. */
export function matchSpec(spec: MatchSpec, body: CustomBody, context: MatchContext): Outcome {
  const conditions = all((spec.preConditions ?? []).map((condition) => matchSpec(condition, body, context)));
  if (conditions === 'fail') return 'pass';
  const outcome = matchAction(spec, body, context);
  // With a condition that may not hold, the spec may pass whatever the action says.
  return conditions === 'unknown' && outcome === 'fail' ? 'unknown' : outcome;
}

function matchAction(spec: MatchSpec, body: CustomBody, context: MatchContext): Outcome {
  const predicates = spec.predicateMatchSpec ?? [];
  switch (spec.action) {
    case 'and':
      return predicates.length === 0 ? 'fail' : all(predicates.map((predicate) => matchSpec(predicate, body, context)));
    case 'or':
      return any(predicates.map((predicate) => matchSpec(predicate, body, context)));
    case 'not':
      return predicates[0] === undefined ? 'fail' : negate(matchSpec(predicates[0], body, context));
    case 'inModule':
      return context.block.module.parent === undefined ? 'fail' : 'pass';
    case 'ofType':
      return passIf(Array.isArray(spec.value) && spec.value.includes(context.block.labels[0] ?? ''));
    case 'hasTag':
      return matchTag(spec, body, context);
    case 'requiresPresence':
      return matchPresence(spec, context);
    default: {
      const outcome = matchNamed(spec, body, context);
      assign(spec, body, context);
      if (outcome === 'fail') return 'fail';
      return all([outcome, subMatches(spec, body, context)]);
    }
  }
}

/** The actions that look at one attribute or block. */
function matchNamed(spec: MatchSpec, body: CustomBody, context: MatchContext): Outcome {
  const name = spec.name ?? '';
  const value = body.attribute(name);
  const undefinedIs = passIf(spec.ignoreUndefined === true);
  const blocks = value === undefined ? body.blocks(name) : [];
  const mayAppear = value === undefined && blocks.length === 0 && body.mayHaveMore(name);
  const isPresent = value !== undefined || blocks.length > 0;

  switch (spec.action) {
    case 'isPresent':
      if (isPresent) return 'pass';
      return mayAppear ? 'unknown' : undefinedIs;
    case 'notPresent':
      if (mayAppear) return 'unknown';
      return passIf(!isPresent);
    case 'isEmpty':
      if (value === undefined) return mayAppear ? 'unknown' : passIf(blocks.every((block) => block.isEmpty));
      return isEmptyValue(value, context);
    default:
  }
  if (value === undefined) return spec.action === 'isAny' ? 'fail' : undefinedIs;
  // Terraform treats a null argument as one that is not written.
  if (value.kind === 'null') return spec.action === 'isAny' ? 'fail' : undefinedIs;
  if (value.kind === 'unknown') return isUnknown(value, context);
  const expected = substitute(spec.value ?? null, context);
  if (expected === undefined) return 'unknown';
  return compare(spec, value, expected, context);
}

/** A known value against the value of the spec, by the table of tfsec's documentation. */
function compare(spec: MatchSpec, value: Value, expected: SpecValue, context: MatchContext): Outcome {
  switch (spec.action) {
    case 'equals':
      return passIf(equals(value, expected));
    case 'notEqual':
      return passIf(!equals(value, expected));
    case 'startsWith':
      return passIf(value.kind === 'string' && value.value.startsWith(textOf(expected)));
    case 'endsWith':
      return passIf(value.kind === 'string' && value.value.endsWith(textOf(expected)));
    case 'contains':
      return contains(value, expected, false, context);
    case 'notContains':
      return negate(contains(value, expected, true, context));
    case 'onlyContains':
      return onlyContains(value, expected, context);
    case 'lessThan':
      return passIf(numbers(value, expected, (a, b) => a < b));
    case 'lessThanOrEqualTo':
      return passIf(numbers(value, expected, (a, b) => a <= b));
    case 'greaterThan':
      return passIf(numbers(value, expected, (a, b) => a > b));
    case 'greaterThanOrEqualTo':
      return passIf(numbers(value, expected, (a, b) => a >= b));
    case 'regexMatches':
      return passIf(value.kind === 'string' && typeof expected === 'string' && isMatch(expected, value.value, context));
    case 'isAny':
      return passIf(isOneOf(value, expected));
    case 'isNone':
      return passIf(!isOneOf(value, expected));
    case 'isPresent':
    case 'notPresent':
    case 'isEmpty':
    case 'requiresPresence':
    case 'inModule':
    case 'hasTag':
    case 'ofType':
    case 'and':
    case 'or':
    case 'not':
      // Answered before a value is looked at.
      return 'fail';
  }
}

function subMatches(spec: MatchSpec, body: CustomBody, context: MatchContext): Outcome {
  const { subMatch, subMatchOne } = spec;
  if (subMatch === undefined && subMatchOne === undefined) return 'pass';
  const name = spec.name ?? '';
  const value = body.attribute(name);
  const written = body.blocks(name);
  const ofValue = value === undefined || written.length > 0 ? undefined : bodyOfValue(value);
  if (value?.kind === 'unknown' && written.length === 0) return isUnknown(value, context);
  const bodies = ofValue === undefined ? written : [ofValue];
  const mayHaveMore = body.mayHaveMore(name);
  return all([
    subMatch === undefined ? 'pass' : everyOf(bodies, subMatch, mayHaveMore, context),
    subMatchOne === undefined ? 'pass' : exactlyOne(bodies, subMatchOne, mayHaveMore, context),
  ]);
}

function everyOf(bodies: readonly CustomBody[], spec: MatchSpec, mayHaveMore: boolean, context: MatchContext): Outcome {
  const outcome = all(bodies.map((body) => matchSpec(spec, body, context)));
  return outcome === 'pass' && mayHaveMore ? 'unknown' : outcome;
}

function exactlyOne(
  bodies: readonly CustomBody[],
  spec: MatchSpec,
  mayHaveMore: boolean,
  context: MatchContext,
): Outcome {
  const outcomes = bodies.map((body) => matchSpec(spec, body, context));
  const sure = outcomes.filter((outcome) => outcome === 'pass').length;
  const possible = outcomes.filter((outcome) => outcome === 'unknown').length + (mayHaveMore ? 1 : 0);
  if (sure > 1 || sure + possible === 0) return 'fail';
  return possible === 0 ? 'pass' : 'unknown';
}

/** Some resource of the type in the same module. With a sub-match all of them must satisfy it, with `subMatchOne` exactly one. */
function matchPresence(spec: MatchSpec, context: MatchContext): Outcome {
  const bodies = context.all
    .filter(
      (other) => other.module === context.block.module && other.type === 'resource' && other.labels[0] === spec.name,
    )
    .map((other) => other.content);
  if (bodies.length === 0) return 'fail';
  return all([
    spec.subMatch === undefined ? 'pass' : everyOf(bodies, spec.subMatch, false, context),
    spec.subMatchOne === undefined ? 'pass' : exactlyOne(bodies, spec.subMatchOne, false, context),
  ]);
}

/** A tag of the resource itself, or one that its provider sets on everything. */
function matchTag(spec: MatchSpec, body: CustomBody, context: MatchContext): Outcome {
  const tag = substitute(spec.value ?? null, context);
  if (typeof tag !== 'string') return tag === undefined ? 'unknown' : 'fail';
  const own = hasKey(body.attribute('tags'), tag, context);
  if (own === 'pass') return 'pass';
  const providers = context.all.filter((other) => other.type === 'provider' && other.labels[0] === 'aws');
  const wanted = context.block.providerAlias;
  const outcomes = providers
    .filter((provider) => provider.module === context.block.module && provider.providerAlias === wanted)
    .flatMap((provider) => provider.content.blocks('default_tags'))
    .map((defaults) => hasKey(defaults.attribute('tags'), tag, context));
  return any([own, ...outcomes]);
}

function hasKey(value: Value | undefined, key: string, context: MatchContext): Outcome {
  if (value === undefined || value.kind === 'null') return 'fail';
  if (value.kind === 'unknown') return isUnknown(value, context);
  return passIf(bodyOfValue(value)?.attribute(key) !== undefined);
}

function isEmptyValue(value: Value, context: MatchContext): Outcome {
  switch (value.kind) {
    case 'unknown':
      return isUnknown(value, context);
    case 'null':
      return 'pass';
    case 'string':
      return passIf(value.value === '');
    case 'list':
    case 'set':
    case 'tuple':
      return passIf(value.elements.length === 0);
    case 'map':
      return passIf(value.elements.size === 0);
    case 'object':
      return passIf(value.attributes.size === 0);
    case 'number':
    case 'bool':
      return 'fail';
  }
}

/** The type of the attribute decides: text is compared without regard to case, numbers and truth only with their like. */
function equals(value: Value, expected: SpecValue): boolean {
  switch (value.kind) {
    case 'string':
      return typeof expected !== 'object' && value.value.toLowerCase() === textOf(expected).toLowerCase();
    case 'number':
      return typeof expected === 'number' && value.value === expected;
    case 'bool':
      return typeof expected === 'boolean' && value.value === expected;
    default:
      return false;
  }
}

function contains(value: Value, expected: SpecValue, isCaseSensitive: boolean, context: MatchContext): Outcome {
  const fold = (text: string): string => (isCaseSensitive ? text : text.toLowerCase());
  switch (value.kind) {
    case 'string':
      return passIf(fold(value.value).includes(fold(textOf(expected))));
    case 'list':
    case 'set':
    case 'tuple':
      return any(
        value.elements.map((element) => {
          if (element.kind === 'unknown') return isUnknown(element, context);
          return passIf(fold(textOfValue(element)) === fold(textOf(expected)));
        }),
      );
    case 'map':
    case 'object': {
      const body = bodyOfValue(value);
      if (body === undefined) return 'fail';
      if (!isMapping(expected)) return passIf(body.attribute(textOf(expected)) !== undefined);
      return all(
        Object.entries(expected).map(([key, wanted]) => {
          const member = body.attribute(key);
          if (member === undefined) return 'fail';
          if (member.kind === 'unknown') return isUnknown(member, context);
          return passIf(isPair(member, wanted, context));
        }),
      );
    }
    default:
      return 'fail';
  }
}

/** A member against the value of its pair, which may be an action of its own. */
function isPair(member: Value, wanted: SpecValue, context: MatchContext): boolean {
  if (!isMapping(wanted)) return equals(member, wanted);
  const value = wanted['value'] ?? null;
  switch (wanted['action']) {
    case 'isAny':
      return isOneOf(member, value);
    case 'isNone':
      return !isOneOf(member, value);
    case 'regexMatches':
      return member.kind === 'string' && typeof value === 'string' && isMatch(value, member.value, context);
    default:
      return false;
  }
}

function onlyContains(value: Value, expected: SpecValue, context: MatchContext): Outcome {
  if (value.kind !== 'list' && value.kind !== 'set' && value.kind !== 'tuple') return 'fail';
  return all(
    value.elements.map((element) => {
      if (element.kind === 'unknown') return isUnknown(element, context);
      return passIf(isOneOf(element, expected));
    }),
  );
}

/** Text and numbers only, and of the same type. */
function isOneOf(value: Value, list: SpecValue): boolean {
  if (!Array.isArray(list)) return false;
  if (value.kind === 'string' || value.kind === 'number') return list.some((item) => item === value.value);
  return false;
}

function numbers(value: Value, expected: SpecValue, test: (a: number, b: number) => boolean): boolean {
  return value.kind === 'number' && typeof value.value === 'number' && typeof expected === 'number'
    ? test(value.value, expected)
    : false;
}

function isMatch(pattern: string, text: string, context: MatchContext): boolean {
  return context.regex(pattern)?.matcher(text).find() ?? false;
}

/** `TFSEC_VAR_NAME` inside text becomes the stored value, or nothing. @returns undefined when the stored value is not known */
function substitute(value: SpecValue, context: MatchContext): SpecValue | undefined {
  if (typeof value !== 'string' || !value.includes('TFSEC_VAR_')) return value;
  let isKnown = true;
  const replaced = value.replaceAll(/TFSEC_VAR_[A-Z_]+/g, (name) => {
    const stored = context.variables.get(name);
    if (stored === null) isKnown = false;
    return stored ?? '';
  });
  return isKnown ? replaced : undefined;
}

function assign(spec: MatchSpec, body: CustomBody, context: MatchContext): void {
  if (spec.assignVariable === undefined || spec.assignVariable === '') return;
  const value = body.attribute(spec.name ?? '');
  context.variables.set(
    spec.assignVariable,
    value?.kind === 'unknown' ? null : value === undefined ? '' : textOfValue(value),
  );
}

function isUnknown(value: Value, context: MatchContext): Outcome {
  if (value.kind === 'unknown') context.waitsFor.push(...value.waitsFor);
  return 'unknown';
}

function isMapping(value: SpecValue): value is { readonly [key: string]: SpecValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: SpecValue): string {
  return typeof value === 'object' ? '' : String(value);
}

function textOfValue(value: Value): string {
  switch (value.kind) {
    case 'string':
      return value.value;
    case 'bool':
      return String(value.value);
    case 'number':
      return typeof value.value === 'number' ? String(value.value) : '';
    default:
      return '';
  }
}

function passIf(holds: boolean): Outcome {
  return holds ? 'pass' : 'fail';
}

function negate(outcome: Outcome): Outcome {
  return outcome === 'pass' ? 'fail' : outcome === 'fail' ? 'pass' : 'unknown';
}

/** Fails when one fails, else is unknown when one is. Empty passes. */
function all(outcomes: readonly Outcome[]): Outcome {
  if (outcomes.includes('fail')) return 'fail';
  return outcomes.includes('unknown') ? 'unknown' : 'pass';
}

/** Passes when one passes, else is unknown when one is. Empty fails. */
function any(outcomes: readonly Outcome[]): Outcome {
  if (outcomes.includes('pass')) return 'pass';
  return outcomes.includes('unknown') ? 'unknown' : 'fail';
}
