import type { ForExpression } from '../syntax/tree.ts';
import type { Diagnostic } from '../text/diagnostic.ts';
import { integerValue, objectValue, stringValue, tupleValue } from '../value/construct.ts';
import { convert } from '../value/convert.ts';
import { type Marks, mergeMarks, withMarks } from '../value/marks.ts';
import { quote } from '../value/quote.ts';
import { BOOL, DYNAMIC, STRING } from '../value/type.ts';
import { typeOf } from '../value/type-of.ts';
import { friendlyTypeName } from '../value/type-text.ts';
import type { Value } from '../value/value.ts';
import { bounded } from './limits.ts';
import { LocalScope } from './local-scope.ts';
import { hasErrorsSince, problem } from './problem.ts';
import type { Evaluate, Scope } from './scope.ts';
import { derivedUnknown, UNKNOWN } from './unknown.ts';

/** Evaluates `[for ...]` and `{for ...}`. */
export function evaluateFor(
  expression: ForExpression,
  scope: Scope | undefined,
  diagnostics: Diagnostic[],
  evaluate: Evaluate,
): Value {
  const collection = evaluate(expression.collection, scope, diagnostics);
  if (collection.kind === 'null') {
    const detail = "A null value cannot be used as the collection in a 'for' expression.";
    diagnostics.push(problem('Iteration over null value', detail, expression.collection, expression));
    return UNKNOWN;
  }
  const type = typeOf(collection);
  if (type.kind === 'dynamic') return derivedUnknown(DYNAMIC, collection);
  if (type.kind === 'string' || type.kind === 'number' || type.kind === 'bool') {
    const detail = `A value of type ${friendlyTypeName(type)} cannot be used as the collection in a 'for' expression.`;
    diagnostics.push(problem('Iteration over non-iterable value', detail, expression.collection, expression));
    return UNKNOWN;
  }

  const local = new LocalScope(scope, [expression.valueVariable, expression.keyVariable]);
  let conditionMarks: Marks;
  if (expression.condition !== undefined) {
    const result = checkCondition(expression, local, diagnostics, evaluate);
    if (result === undefined) return UNKNOWN;
    conditionMarks = result.marks;
  }
  if (collection.kind === 'unknown') {
    return withMarks(derivedUnknown(DYNAMIC, collection), collection.marks, conditionMarks);
  }
  const iteration = new Iteration(expression, local, diagnostics, evaluate, collection.marks);
  return expression.keyExpression === undefined
    ? tupleOfFor(iteration, collection)
    : objectOfFor(iteration, collection, expression.keyExpression);
}

/**
 * Evaluates the condition once with unknown names, so that a mistake in it is told once and not for each element.
 * @returns undefined when it is in error
 */
function checkCondition(
  expression: ForExpression,
  local: LocalScope,
  diagnostics: Diagnostic[],
  evaluate: Evaluate,
): Value | undefined {
  const { condition } = expression;
  if (condition === undefined) return undefined;
  local.values = [UNKNOWN, UNKNOWN];
  const start = diagnostics.length;
  const result = evaluate(condition, local, diagnostics);
  if (result.kind === 'null') {
    const detail = "The value of the 'if' clause must not be null.";
    diagnostics.push(problem('Condition is null', detail, condition, expression));
    return undefined;
  }
  const converted = convert(result, BOOL);
  if (converted.kind === 'conversionFailure') {
    const detail = `The 'if' clause value is invalid: ${converted.message}.`;
    diagnostics.push(problem("Invalid 'for' condition", detail, condition, expression));
    return undefined;
  }
  return hasErrorsSince(diagnostics, start) ? undefined : result;
}

/** What both forms share: the state of the loop. */
class Iteration {
  readonly expression: ForExpression;
  readonly local: LocalScope;
  readonly diagnostics: Diagnostic[];
  readonly evaluate: Evaluate;
  marks: Marks;
  /** False once a condition or key is unknown or in error; the loop goes on to find further mistakes. */
  isKnown = true;
  /** Unknown conditions and keys. */
  readonly waiting: Value[] = [];

  constructor(
    expression: ForExpression,
    local: LocalScope,
    diagnostics: Diagnostic[],
    evaluate: Evaluate,
    marks: Marks,
  ) {
    this.expression = expression;
    this.local = local;
    this.diagnostics = diagnostics;
    this.evaluate = evaluate;
    this.marks = marks;
  }

  /** Makes an element the current one; false when the loop must end because it takes too long. */
  begin(values: readonly Value[]): boolean {
    this.local.values = values;
    if (this.local.iterate(this.expression, this.diagnostics)) return true;
    this.isKnown = false;
    return false;
  }

  /** Evaluates the condition for the current element. */
  includes(): boolean {
    const { condition } = this.expression;
    if (condition === undefined) return true;
    const raw = this.evaluate(condition, this.local, this.diagnostics);
    if (raw.kind === 'null') {
      this.fail("Invalid 'for' condition", "The value of the 'if' clause must not be null.", condition);
      return false;
    }
    this.marks = mergeMarks(this.marks, raw.marks);
    // hashicorp/hcl looks at the type of an unknown condition only where it makes an object.
    const included = raw.kind === 'unknown' && this.expression.keyExpression === undefined ? raw : convert(raw, BOOL);
    if (included.kind === 'unknown') {
      this.wait(included);
      return false;
    }
    if (included.kind === 'conversionFailure') {
      this.fail("Invalid 'for' condition", `The 'if' clause value is invalid: ${included.message}.`, condition);
      return false;
    }
    return included.kind === 'bool' && included.value;
  }

  /** Evaluates the key for the current element; undefined when it is no known text. */
  keyName(keyExpression: NonNullable<ForExpression['keyExpression']>): string | undefined {
    const raw = this.evaluate(keyExpression, this.local, this.diagnostics);
    if (raw.kind === 'null') {
      const detail = "Key expression in 'for' expression must not produce a null value.";
      this.fail('Invalid object key', detail, keyExpression);
      return undefined;
    }
    this.marks = mergeMarks(this.marks, raw.marks);
    if (raw.kind === 'unknown') {
      this.wait(raw);
      return undefined;
    }
    const key = raw.kind === 'string' ? raw : convert(raw, STRING);
    if (key.kind === 'string') return key.value;
    const reason = key.kind === 'conversionFailure' ? key.message : 'string required';
    this.fail('Invalid object key', `The key expression produced an invalid result: ${reason}.`, keyExpression);
    return undefined;
  }

  wait(value: Value): void {
    this.isKnown = false;
    if (this.waiting.length < MAX_WAITING) this.waiting.push(value);
  }

  /** Reports unless an earlier element already made the result unknown. */
  fail(summary: string, detail: string, place: ForExpression['valueExpression']): void {
    if (this.isKnown) this.diagnostics.push(problem(summary, detail, place, this.expression));
    this.isKnown = false;
  }

  /** The finished value, or an unknown one. */
  finish(value: Value): Value {
    if (!this.isKnown) return withMarks(derivedUnknown(DYNAMIC, ...this.waiting), this.marks);
    return withMarks(bounded(value, this.expression, this.diagnostics), this.marks);
  }
}

const MAX_WAITING = 16;

function tupleOfFor(iteration: Iteration, collection: Value): Value {
  const { expression, local, diagnostics, evaluate } = iteration;
  const elements: Value[] = [];
  forEachElement(collection, (values) => {
    if (!iteration.begin(values)) return false;
    if (iteration.includes()) elements.push(evaluate(expression.valueExpression, local, diagnostics));
    return true;
  });
  return iteration.finish(tupleValue(elements));
}

function objectOfFor(
  iteration: Iteration,
  collection: Value,
  keyExpression: NonNullable<ForExpression['keyExpression']>,
): Value {
  const { expression, local, diagnostics, evaluate } = iteration;
  const single = new Map<string, Value>();
  const groups = new Map<string, Value[]>();
  forEachElement(collection, (values) => {
    if (!iteration.begin(values)) return false;
    if (!iteration.includes()) return true;
    const name = iteration.keyName(keyExpression);
    if (name === undefined) return true;
    const value = evaluate(expression.valueExpression, local, diagnostics);
    if (expression.group) {
      const group = groups.get(name);
      if (group === undefined) groups.set(name, [value]);
      else group.push(value);
    } else if (single.has(name)) {
      const detail = `Two different items produced the key ${quote(name)} in this 'for' expression. If duplicates are expected, use the ellipsis (...) after the value expression to enable grouping by key.`;
      diagnostics.push(problem('Duplicate object key', detail, keyExpression, expression));
    } else single.set(name, value);
    return true;
  });
  for (const [name, group] of groups) single.set(name, tupleValue(group));
  return iteration.finish(objectValue(single));
}

/** Calls with value and key of each element, in that order, until the answer is false. */
function forEachElement(collection: Value, visit: (values: readonly [Value, Value]) => boolean): void {
  switch (collection.kind) {
    case 'list':
    case 'tuple': {
      let index = 0;
      for (const element of collection.elements) if (!visit([element, integerValue(index++)])) return;
      return;
    }
    case 'set':
      for (const element of collection.elements) if (!visit([element, element])) return;
      return;
    case 'map':
    case 'object': {
      const entries = collection.kind === 'map' ? collection.elements : collection.attributes;
      for (const [key, element] of entries) if (!visit([element, stringValue(key)])) return;
      return;
    }
    case 'string':
    case 'number':
    case 'bool':
    case 'null':
    case 'unknown':
      return;
  }
}
