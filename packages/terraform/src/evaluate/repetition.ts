import type { Diagnostic, Expression, Type, Value } from '@tfwarden/hcl';
import {
  BOOL,
  convert,
  DYNAMIC,
  friendlyTypeName,
  hasMark,
  isConversionFailure,
  isWhollyKnown,
  NUMBER,
  numberValue,
  STRING,
  stringValue,
  typeOf,
  unknownValue,
  unmark,
} from '@tfwarden/hcl';
import type { InstanceKey } from '../configuration/instance-key.ts';
import { caution, problem } from '../configuration/problem.ts';
import { evaluateIn } from './evaluate-in.ts';
import type { Frame } from './frame.ts';
import { Requirements } from './requirements.ts';

/** Which instances a block with `count` or `for_each` makes. */
export interface Repetition {
  readonly kind: 'single' | 'count' | 'for_each';
  /** False when the number of instances is unknown; there is one symbolic instance then. */
  readonly isCertain: boolean;
  readonly items: readonly RepetitionItem[];
  /** Set when the argument is in error, so that nothing can be said about the instances. */
  readonly isFailed: boolean;
}

/** One instance: its key and what `count.index`, `each.key` and `each.value` are in it. */
export interface RepetitionItem {
  readonly key: InstanceKey;
  readonly countIndex?: Value;
  readonly eachKey?: Value;
  readonly eachValue?: Value;
}

const SYMBOLIC: { readonly kind: 'symbolic' } = { kind: 'symbolic' };

export const SINGLE: Repetition = { kind: 'single', isCertain: true, items: [{ key: undefined }], isFailed: false };

/** A block that may have `count` or `for_each`. */
export interface RepeatedBlock {
  readonly count: Expression | undefined;
  readonly forEach: Expression | undefined;
  readonly enabled?: Expression | undefined;
}

/**
 * Computes the instances of a block from its `count` or `for_each`, with Terraform's checks and messages (1.11.4, `eval_count.go` and
 * `eval_for_each.go`). What the expression refers to must be done.
 */
export function computeRepetition(block: RepeatedBlock, frame: Frame): Repetition {
  if (block.forEach !== undefined) return computeForEach(block.forEach, frame);
  if (block.count !== undefined) return computeCount(block.count, frame);
  if (block.enabled !== undefined) return computeEnabled(block.enabled, frame);
  return SINGLE;
}

/** As `computeRepetition`, with whatever the argument refers to evaluated first. */
export function repeatNow(block: RepeatedBlock, frame: Frame): Repetition {
  for (const expression of [block.forEach, block.count, block.enabled]) {
    if (expression === undefined) continue;
    const requirements = new Requirements(expression, frame);
    for (let needed = requirements.next(); needed !== undefined; needed = requirements.next()) {
      frame.engine.evaluate(needed);
    }
  }
  return computeRepetition(block, frame);
}

/** OpenTofu's `enabled` in a lifecycle block: one instance without a key, or none. */
function computeEnabled(expression: Expression, frame: Frame): Repetition {
  const { engine } = frame;
  const diagnostics: Diagnostic[] = [];
  const value = convert(unmark(evaluateIn(expression, frame, diagnostics)), BOOL);
  for (const diagnostic of diagnostics) engine.reportOnce(diagnostic);
  if (isConversionFailure(value) || value.kind === 'null') {
    const detail = `The given "enabled" argument value is unsuitable: ${isConversionFailure(value) ? value.message : 'it must not be null'}.`;
    engine.reportOnce(problem('invalid-enabled', 'Invalid enabled argument', detail, expression));
    return SINGLE;
  }
  if (value.kind !== 'bool') return { ...SINGLE, isCertain: false };
  return value.value ? SINGLE : { ...SINGLE, items: [] };
}

function computeCount(expression: Expression, frame: Frame): Repetition {
  const engine = frame.engine;
  const diagnostics: Diagnostic[] = [];
  const raw = evaluateIn(expression, frame, diagnostics);
  for (const diagnostic of diagnostics) engine.reportOnce(diagnostic);
  if (diagnostics.some(({ severity }) => severity === 'error')) return symbolicCount([], true);
  const value = convert(unmark(raw), NUMBER);
  const fail = (detail: string): Repetition => {
    engine.reportOnce(problem('invalid-count', 'Invalid count argument', detail, expression));
    return symbolicCount([], true);
  };
  if (isConversionFailure(value)) {
    engine.reportOnce(
      problem('invalid-count', 'Incorrect value type', `Invalid expression value: ${value.message}.`, expression),
    );
    return symbolicCount([], true);
  }
  if (hasMark(raw, 'ephemeral')) return fail(EPHEMERAL_COUNT);
  if (value.kind === 'null') return fail('The given "count" argument value is null. An integer is required.');
  if (value.kind === 'unknown') {
    if (engine.mode !== 'plan') return symbolicCount([value], false);
    return fail(UNKNOWN_COUNT);
  }
  if (value.kind !== 'number' || typeof value.value !== 'number') {
    return fail(
      'The given "count" argument value is unsuitable: value must be a whole number, between -9223372036854775808 and 9223372036854775807.',
    );
  }
  if (value.value < 0) {
    return fail('The given "count" argument value is unsuitable: must be greater than or equal to zero.');
  }
  if (engine.mode === 'validate') return symbolicCount([], false);
  const items: RepetitionItem[] = [];
  const number = bounded(value.value, expression, frame);
  for (let index = 0; index < number; index++) items.push({ key: index, countIndex: numberValue(index) });
  return { kind: 'count', isCertain: true, items, isFailed: false };
}

function symbolicCount(values: readonly Value[], isFailed: boolean): Repetition {
  const waitsFor = values.flatMap((value) => (value.kind === 'unknown' ? value.waitsFor : []));
  const countIndex = unknownValue(NUMBER, { waitsFor, refinement: { notNull: true } });
  return { kind: 'count', isCertain: false, items: [{ key: SYMBOLIC, countIndex }], isFailed };
}

function computeForEach(expression: Expression, frame: Frame): Repetition {
  const engine = frame.engine;
  const diagnostics: Diagnostic[] = [];
  const value = evaluateIn(expression, frame, diagnostics);
  for (const diagnostic of diagnostics) engine.reportOnce(diagnostic);
  // Not `typeOf`, which would walk through a large collection.
  const type = value.kind === 'unknown' ? value.type : { kind: value.kind };
  const isSet = type.kind === 'set';
  if (diagnostics.some(({ severity }) => severity === 'error')) return symbolicForEach(value, type, true);
  const fail = (detail: string, summary = 'Invalid for_each argument'): Repetition => {
    engine.reportOnce(problem('invalid-for-each', summary, detail, expression));
    return symbolicForEach(value, type, true);
  };
  const isKnown = value.kind !== 'unknown' && (!isSet || isWhollyKnown(value));
  if (!isKnown && engine.mode === 'plan') return fail(isSet ? UNKNOWN_SET : UNKNOWN_MAP);
  if (hasMark(value, 'sensitive') && engine.mode !== 'scan') return fail(SENSITIVE_FOR_EACH);
  if (hasMark(value, 'ephemeral')) return fail(EPHEMERAL_FOR_EACH);
  if (value.kind === 'null') {
    return fail(`${UNSUITABLE} the given "for_each" argument value is null. A map, or set of strings is allowed.`);
  }
  if (type.kind === 'dynamic') return symbolicForEach(value, type, false);
  if (type.kind !== 'map' && type.kind !== 'set' && type.kind !== 'object') {
    return fail(
      `${UNSUITABLE} the "for_each" argument must be a map, or set of strings, and you have provided a value of type ${friendlyTypeName(typeOf(value))}.`,
    );
  }
  if (!isKnown) return symbolicForEach(value, type, false);
  if (engine.mode === 'validate' && value.kind !== 'set') return symbolicForEach(value, type, false);
  // A sensitive collection is refused by Terraform; a scan looks at its instances all the same.
  const items: RepetitionItem[] = [];
  const entries = value.kind === 'object' ? value.attributes : value.kind === 'map' ? value.elements : undefined;
  if (entries !== undefined) {
    let left = bounded(entries.size, expression, frame);
    for (const [key, element] of entries) {
      if (left-- <= 0) break;
      items.push({ key, eachKey: stringValue(key), eachValue: element });
    }
  } else if (value.kind === 'set') {
    if (value.elements.length > 0 && value.elementType.kind !== 'string') {
      return fail(
        `${UNSUITABLE} "for_each" supports maps and sets of strings, but you have provided a set containing type ${friendlyTypeName(value.elementType)}.`,
        'Invalid for_each set argument',
      );
    }
    let left = bounded(value.elements.length, expression, frame);
    for (const element of value.elements) {
      if (element.kind === 'null') {
        return fail(`${UNSUITABLE} "for_each" sets must not contain null values.`, 'Invalid for_each set argument');
      }
      if (element.kind !== 'string' || left-- <= 0) break;
      items.push({ key: element.value, eachKey: element, eachValue: element });
    }
  }
  if (engine.mode === 'validate') return symbolicForEach(value, { kind: 'dynamic' }, false);
  return { kind: 'for_each', isCertain: true, items, isFailed: false };
}

function symbolicForEach(value: Value, type: { readonly kind: string }, isFailed: boolean): Repetition {
  const waitsFor = value.kind === 'unknown' ? value.waitsFor : waitsForOfSet(value);
  const eachKey = unknownValue(STRING, { waitsFor, refinement: { notNull: true } });
  const every = value.kind === 'unknown' ? value.every : undefined;
  const eachValue = every ?? (type.kind === 'set' ? eachKey : unknownValue(elementTypeOf(value), { waitsFor }));
  return { kind: 'for_each', isCertain: false, items: [{ key: SYMBOLIC, eachKey, eachValue }], isFailed };
}

function waitsForOfSet(value: Value): (Value & { readonly kind: 'unknown' })['waitsFor'] {
  if (value.kind !== 'set') return [];
  return value.elements.flatMap((element) => (element.kind === 'unknown' ? element.waitsFor : []));
}

function elementTypeOf(value: Value): Type {
  return value.kind === 'unknown' && value.type.kind === 'map' ? value.type.element : DYNAMIC;
}

/** How many of `number` instances are made; more than the limit is reported. */
function bounded(number: number, expression: Expression, frame: Frame): number {
  const engine = frame.engine;
  const limit = engine.limits.instancesPerBlock;
  if (number > limit) {
    engine.reportOnce(
      caution(
        'instance-limit',
        'Too many instances',
        `This makes ${number} instances, more than the ${limit} that are looked at. Those beyond are left out.`,
        expression,
      ),
    );
  }
  const made = Math.min(number, limit);
  return engine.countInstances(made) ? made : 0;
}

const UNSUITABLE = 'The given "for_each" argument value is unsuitable:';

const UNKNOWN_COUNT =
  'The "count" value depends on resource attributes that cannot be determined until apply, so Terraform cannot predict how many instances will be created. To work around this, use the -target argument to first apply only the resources that the count depends on.';

const EPHEMERAL_COUNT =
  'The given "count" is derived from an ephemeral value, which means that Terraform cannot persist it between plan/apply rounds. Use only non-ephemeral values to specify the number of resource instances.';

const EPHEMERAL_FOR_EACH =
  'The given "for_each" value is derived from an ephemeral value, which means that Terraform cannot persist it between plan/apply rounds. Use only non-ephemeral values to specify a resource\'s instance keys.';

const SENSITIVE_FOR_EACH =
  'Sensitive values, or values derived from sensitive values, cannot be used as for_each arguments. If used, the sensitive value could be exposed as a resource instance key.';

const UNKNOWN_MAP =
  'The "for_each" map includes keys derived from resource attributes that cannot be determined until apply, and so Terraform cannot determine the full set of keys that will identify the instances of this resource.\n\nWhen working with unknown values in for_each, it\'s better to define the map keys statically in your configuration and place apply-time results only in the map values.\n\nAlternatively, you could use the -target planning option to first apply only the resources that the for_each value depends on, and then apply a second time to fully converge.';

const UNKNOWN_SET =
  'The "for_each" set includes values derived from resource attributes that cannot be determined until apply, and so Terraform cannot determine the full set of keys that will identify the instances of this resource.\n\nWhen working with unknown values in for_each, it\'s better to use a map value where the keys are defined statically in your configuration and where only the values contain apply-time results.\n\nAlternatively, you could use the -target planning option to first apply only the resources that the for_each value depends on, and then apply a second time to fully converge.';
