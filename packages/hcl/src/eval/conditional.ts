import type { Conditional } from '../syntax/tree.ts';
import type { Diagnostic } from '../text/diagnostic.ts';
import type { Range } from '../text/range.ts';
import { rangeBetween } from '../text/range.ts';
import { compareNumbers } from '../value/big-float.ts';
import type { Bound } from '../value/bounds.ts';
import { isDefinitelyNotNull, lengthBounds, NOT_NULL, numberBounds } from '../value/bounds.ts';
import { nullValue, unknownValue } from '../value/construct.ts';
import { type ConversionFailure, convert, convertChecked, convertElements } from '../value/convert.ts';
import { numbersEqual } from '../value/equality.ts';
import { unmark, withMarks } from '../value/marks.ts';
import { quote } from '../value/quote.ts';
import { refine } from '../value/refine.ts';
import type { Type } from '../value/type.ts';
import { BOOL, DYNAMIC } from '../value/type.ts';
import { typeOf, typesEqual } from '../value/type-of.ts';
import { friendlyTypeName } from '../value/type-text.ts';
import { canConvert, unify } from '../value/unify.ts';
import type { Refinement, Value } from '../value/value.ts';
import { problem } from './problem.ts';
import type { Evaluate, Scope } from './scope.ts';
import { derivedUnknown, UNKNOWN } from './unknown.ts';

/** Evaluates `condition ? a : b`. Both results are evaluated, for the type; only the problems of the one that is chosen count. */
export function evaluateConditional(
  expression: Conditional,
  scope: Scope | undefined,
  diagnostics: Diagnostic[],
  evaluate: Evaluate,
): Value {
  const trueDiagnostics: Diagnostic[] = [];
  const falseDiagnostics: Diagnostic[] = [];
  const trueResult = evaluate(expression.trueResult, scope, trueDiagnostics);
  const falseResult = evaluate(expression.falseResult, scope, falseDiagnostics);
  const type = resultType(trueResult, falseResult);
  if (type === undefined) {
    const reason = describeMismatch(typeOf(trueResult), typeOf(falseResult));
    diagnostics.push(
      problem(
        'Inconsistent conditional result types',
        `The true and false result expressions must have consistent types. ${reason}.`,
        rangeBetween(expression.trueResult, expression.falseResult),
        expression,
      ),
    );
    return UNKNOWN;
  }

  const given = evaluate(expression.condition, scope, diagnostics);
  if (given.kind === 'null') {
    const detail = 'The condition value is null. Conditions must either be true or false.';
    diagnostics.push(problem('Null condition', detail, expression.condition, expression));
    return unknownValue(type);
  }
  const isMarked = given.marks !== undefined || trueResult.marks !== undefined || falseResult.marks !== undefined;
  if (given.kind === 'unknown') {
    const result = undecided(given, unmark(trueResult), unmark(falseResult), type);
    return isMarked ? withMarks(result, given.marks, trueResult.marks, falseResult.marks) : result;
  }
  const condition = convert(given, BOOL);
  if (condition.kind !== 'bool') {
    const detail = 'The condition expression must be of type bool.';
    diagnostics.push(problem('Incorrect condition type', detail, expression.condition, expression));
    return unknownValue(type);
  }
  const side = condition.value ? 'true' : 'false';
  diagnostics.push(...(condition.value ? trueDiagnostics : falseDiagnostics));
  const chosen = condition.value ? trueResult : falseResult;
  const place = condition.value ? expression.trueResult : expression.falseResult;
  const other = typeOf(condition.value ? falseResult : trueResult);
  const result = convertResult(chosen, other, type, side, place, expression, diagnostics);
  return isMarked ? withMarks(result, given.marks, trueResult.marks, falseResult.marks) : result;
}

/** @returns undefined when the results have no type in common */
function resultType(trueResult: Value, falseResult: Value): Type | undefined {
  if (isPlainNull(trueResult)) return typeOf(falseResult);
  if (isPlainNull(falseResult)) return typeOf(trueResult);
  const trueType = typeOf(trueResult);
  const falseType = typeOf(falseResult);
  if (trueType.kind === 'dynamic' || falseType.kind === 'dynamic') return DYNAMIC;
  if (trueType === falseType || typesEqual(trueType, falseType)) return trueType;
  return unify([trueType, falseType], true);
}

/** The literal `null`, whose type is not known. */
function isPlainNull(value: Value): boolean {
  return value.kind === 'null' && value.type.kind === 'dynamic' && value.marks === undefined;
}

function isCollectionType({ kind }: Type): boolean {
  return kind === 'list' || kind === 'set' || kind === 'map';
}

function convertResult(
  chosen: Value,
  other: Type,
  type: Type,
  side: string,
  place: Range,
  expression: Conditional,
  diagnostics: Diagnostic[],
): Value {
  if (type.kind === 'dynamic') return chosen;
  const given = typeOf(chosen);
  if (typesEqual(given, type)) return chosen;
  const result = isCollectionType(other) ? convertToUnified(chosen, type) : convertChecked(chosen, type, true);
  if (result.kind !== 'conversionFailure') return result;
  const detail = `The ${side} result value has the wrong type: ${result.message}.`;
  diagnostics.push(problem('Inconsistent conditional result types', detail, place, expression));
  return unknownValue(type);
}

/**
 * Converts to the type that `unify` found for both results. Where one is a tuple or object and the other a list or map, cty converts
 * the elements one by one to the element type, in two steps of which only the second gives the result.
 */
function convertToUnified(chosen: Value, type: Type): Value | ConversionFailure {
  const bare = unmark(chosen);
  const isTuple = bare.kind === 'tuple' && type.kind === 'list';
  const isObject = bare.kind === 'object' && type.kind === 'map';
  if (!isTuple && !isObject) return convertChecked(chosen, type, true);
  const given = typeOf(bare);
  const inner = given.kind === 'tuple' ? given.elements : given.kind === 'object' ? [...given.attributes.values()] : [];
  const element = unify(inner, true);
  const own: Type | undefined = element === undefined ? undefined : { kind: type.kind, element };
  if (element === undefined || own === undefined || !canConvert(given, own, true)) {
    return convertChecked(chosen, type, true);
  }
  const first = convertChecked(bare, own, true);
  const isDone = first.kind === 'conversionFailure' || typesEqual(element, type.element);
  const result = isDone ? first : convertElements(bare, type);
  return result.kind === 'conversionFailure' ? result : withMarks(result, chosen.marks);
}

/** The result under an unknown condition: what both results have in common. Values without marks of their own. */
function undecided(condition: Value, trueResult: Value, falseResult: Value, type: Type): Value {
  if (trueResult.kind === 'null' && falseResult.kind === 'null') return nullValue(type);
  const unknown = derivedUnknown(type, condition, trueResult, falseResult);
  const notNull: Refinement =
    isDefinitelyNotNull(trueResult) && isDefinitelyNotNull(falseResult) ? NOT_NULL : { ...NOTHING };
  const trueType = typeOf(trueResult);
  const falseType = typeOf(falseResult);
  if (trueType.kind === 'number' && falseType.kind === 'number') {
    const a = numberBounds(trueResult);
    const b = numberBounds(falseResult);
    const lower = outerBound(a.lower, b.lower, -1);
    const upper = outerBound(a.upper, b.upper, 1);
    return refine(unknown, {
      ...notNull,
      ...(lower === undefined ? {} : { lower }),
      ...(upper === undefined ? {} : { upper }),
    });
  }
  if (isCollectionType(trueType) && typesEqual(trueType, falseType)) {
    const a = lengthBounds(trueResult);
    const b = lengthBounds(falseResult);
    const maxLength = Math.max(a.max, b.max);
    return refine(unknown, {
      ...notNull,
      minLength: Math.min(a.min, b.min),
      ...(maxLength === Infinity ? {} : { maxLength }),
    });
  }
  return notNull.notNull === true ? refine(unknown, notNull) : unknown;
}

const NOTHING: Refinement = {};

/** @param direction -1 for the lesser of two lower bounds, 1 for the greater of two upper ones */
function outerBound(a: Bound | undefined, b: Bound | undefined, direction: number): Bound | undefined {
  if (a === undefined || b === undefined) return undefined;
  if (compareNumbers(a.value.value, b.value.value) * direction > 0) return a;
  return numbersEqual(a.value, b.value) ? { value: b.value, inclusive: a.inclusive || b.inclusive } : b;
}

/** hashicorp/hcl's `describeConditionalTypeMismatch`. */
function describeMismatch(trueType: Type, falseType: Type): string {
  if (trueType.kind === 'object' && falseType.kind === 'object') {
    for (const [name, attribute] of trueType.attributes) {
      const other = falseType.attributes.get(name);
      if (other === undefined) {
        return `The 'true' value includes object attribute ${quote(name)}, which is absent in the 'false' value`;
      }
      if (!typesEqual(attribute, other)) {
        return `Type mismatch for object attribute ${quote(name)}: ${describeMismatch(attribute, other)}`;
      }
    }
    for (const name of falseType.attributes.keys()) {
      if (!trueType.attributes.has(name)) {
        return `The 'false' value includes object attribute ${quote(name)}, which is absent in the 'true' value`;
      }
    }
  } else if (trueType.kind === 'tuple' && falseType.kind === 'tuple') {
    const trueLength = trueType.elements.length;
    const falseLength = falseType.elements.length;
    if (trueLength !== falseLength) {
      return `The 'true' tuple has length ${trueLength}, but the 'false' tuple has length ${falseLength}`;
    }
    for (const [i, element] of trueType.elements.entries()) {
      const other = falseType.elements[i] ?? DYNAMIC;
      if (!typesEqual(element, other)) {
        return `Type mismatch for tuple element ${i}: ${describeMismatch(element, other)}`;
      }
    }
  } else if ('element' in trueType && 'element' in falseType && trueType.kind === falseType.kind) {
    const { kind } = trueType.element;
    if ((kind === 'object' || kind === 'tuple') && falseType.element.kind === kind) {
      return `Mismatched ${trueType.kind} element types: ${describeMismatch(trueType.element, falseType.element)}`;
    }
  }
  const trueName = friendlyTypeName(trueType);
  const falseName = friendlyTypeName(falseType);
  return trueName === falseName
    ? "At least one deeply-nested attribute or element is not compatible across both the 'true' and the 'false' value"
    : `The 'true' value is ${trueName}, but the 'false' value is ${falseName}`;
}
