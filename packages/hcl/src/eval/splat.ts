import type { Splat } from '../syntax/tree.ts';
import type { Diagnostic } from '../text/diagnostic.ts';
import { rangeBetween } from '../text/range.ts';
import { lengthBounds, NOT_NULL } from '../value/bounds.ts';
import { listValue, tupleValue, unknownValue } from '../value/construct.ts';
import { unmark, withMarks } from '../value/marks.ts';
import { refine } from '../value/refine.ts';
import type { Type } from '../value/type.ts';
import { DYNAMIC, listOf, tupleOf } from '../value/type.ts';
import { EMPTY_TUPLE, typeOf, typesEqual } from '../value/type-of.ts';
import type { UnknownValue, Value } from '../value/value.ts';
import { LocalScope } from './local-scope.ts';
import { hasErrorsSince, problem } from './problem.ts';
import type { Evaluate, Scope } from './scope.ts';
import { derivedUnknown, partOfUnknown, UNKNOWN } from './unknown.ts';

/** Evaluates `source[*].each`. A value that is no sequence is read as a sequence of one, null as an empty one. */
export function evaluateSplat(
  expression: Splat,
  scope: Scope | undefined,
  diagnostics: Diagnostic[],
  evaluate: Evaluate,
): Value {
  const start = diagnostics.length;
  const source = evaluate(expression.source, scope, diagnostics);
  if (diagnostics.length > start && hasErrorsSince(diagnostics, start)) return UNKNOWN;

  const given = source.kind === 'object' ? source.kind : typeOf(source).kind;
  const isSequence = given === 'tuple' || given === 'list' || given === 'set';
  if (source.kind === 'null') {
    if (!isSequence) return withMarks(tupleValue([]), source.marks);
    diagnostics.push(
      problem(
        'Splat of null value',
        'Splat expressions (with the * symbol) cannot be applied to null sequences.',
        expression.source,
        rangeBetween(expression.source, expression.markerRange),
      ),
    );
    return UNKNOWN;
  }
  const each = new Each(expression, scope, evaluate);
  if (given === 'dynamic' && source.kind === 'unknown') return splatOfDynamic(source, each);

  let elements: Value = source;
  let isMaybeNull = false;
  if (!isSequence) {
    isMaybeNull = source.kind === 'unknown' && source.refinement?.notNull !== true;
    elements = withMarks(tupleValue([source]), source.marks);
  }
  if (elements.kind === 'unknown') return splatOfUnknown(elements, each, diagnostics);
  if (elements.kind !== 'list' && elements.kind !== 'set' && elements.kind !== 'tuple') return UNKNOWN;

  const results: Value[] = [];
  const before = diagnostics.length;
  for (const element of elements.elements) {
    if (!each.begin(diagnostics)) return withMarks(derivedUnknown(DYNAMIC, source), elements.marks);
    results.push(each.of(element, diagnostics));
  }
  if (isMaybeNull) return withMarks(derivedUnknown(DYNAMIC, source), elements.marks);
  if (diagnostics.length > before && hasErrorsSince(diagnostics, before)) {
    return withMarks(unknownValue(resultType(typeOf(elements), each, [])), elements.marks);
  }
  if (elements.kind === 'tuple') return withMarks(tupleValue(results), elements.marks);
  return withMarks(listOfResults(results, elements.elementType, each, diagnostics), elements.marks);
}

/** Evaluates what stands behind the star for one element. */
class Each {
  readonly #expression: Splat;
  readonly #local: LocalScope;
  readonly #evaluate: Evaluate;

  constructor(expression: Splat, scope: Scope | undefined, evaluate: Evaluate) {
    this.#expression = expression;
    this.#local = new LocalScope(scope, [], expression.item);
    this.#evaluate = evaluate;
  }

  /** False when the loop must end because it takes too long. */
  begin(diagnostics: Diagnostic[]): boolean {
    return this.#local.iterate(this.#expression, diagnostics);
  }

  of(element: Value, diagnostics: Diagnostic[]): Value {
    this.#local.values = [element];
    return this.#evaluate(this.#expression.each, this.#local, diagnostics);
  }
}

/** Nothing is known of the source, so nothing of the result, but that it stands for the same part of each element. */
function splatOfDynamic(source: UnknownValue, each: Each): Value {
  if (source.every !== undefined) {
    const every = each.of(source.every, []);
    const origin = every.kind === 'unknown' ? every.origin : undefined;
    const all = origin && { subject: origin.subject, path: `[*]${origin.path}` };
    return { ...unknownValue(DYNAMIC, { origin: all, waitsFor: source.waitsFor, marks: source.marks }), every };
  }
  if (source.origin === undefined) return withMarks(derivedUnknown(DYNAMIC, source), source.marks);
  const result = each.of(partOfUnknown(unmark(source), DYNAMIC, '[*]'), []);
  if (result.kind !== 'unknown') return withMarks(derivedUnknown(DYNAMIC, source), source.marks);
  const { origin, waitsFor } = result;
  return unknownValue(DYNAMIC, { origin, waitsFor, marks: source.marks });
}

function splatOfUnknown(source: UnknownValue, each: Each, diagnostics: Diagnostic[]): Value {
  const type = resultType(source.type, each, diagnostics);
  const probe = source.origin === undefined ? undefined : each.of(partOfUnknown(unmark(source), DYNAMIC, '[*]'), []);
  const { origin, waitsFor } = probe?.kind === 'unknown' ? probe : { origin: undefined, waitsFor: source.waitsFor };
  const unknown = unknownValue(type, { origin, waitsFor });
  const isCollection = source.type.kind === 'list' || source.type.kind === 'set';
  const { min, max } = lengthBounds(source);
  const length = isCollection ? { minLength: min, ...(max === Infinity ? {} : { maxLength: max }) } : {};
  return withMarks(refine(unknown, { ...NOT_NULL, ...length }), source.marks);
}

function listOfResults(results: readonly Value[], elementType: Type, each: Each, diagnostics: Diagnostic[]): Value {
  const [first] = results;
  if (first === undefined) {
    const type = resultType(listOf(elementType), each, diagnostics);
    return listValue(type.kind === 'list' ? type.element : DYNAMIC, []);
  }
  let common = typeOf(first);
  for (const result of results) {
    const type = typeOf(result);
    if (common.kind === 'dynamic') common = type;
    // cty has no list for this and Terraform 1.11 crashes; a tuple holds the same elements.
    else if (type.kind !== 'dynamic' && !typesEqual(common, type)) return tupleValue(results);
  }
  return listValue(common, results);
}

/** The type of the result for a source of the given type, found by evaluating for an unknown element. */
function resultType(source: Type, each: Each, diagnostics: Diagnostic[]): Type {
  if (source.kind === 'list' || source.kind === 'set') {
    return listOf(typeOf(each.of(unknownValue(source.element), diagnostics)));
  }
  if (source.kind !== 'tuple') return DYNAMIC;
  if (source.elements.length === 0) return EMPTY_TUPLE;
  return tupleOf(source.elements.map((element) => typeOf(each.of(unknownValue(element), diagnostics))));
}
