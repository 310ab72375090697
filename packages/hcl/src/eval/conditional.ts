import type { Conditional } from '../syntax/tree.ts';
import type { Diagnostic } from '../text/diagnostic.ts';
import type { Range } from '../text/range.ts';
import { rangeBetween } from '../text/range.ts';
import { compareNumbers } from '../value/big-float.ts';
import type { Bound } from '../value/bounds.ts';
import { isDefinitelyNotNull, lengthBounds, NOT_NULL, numberBounds } from '../value/bounds.ts';
import { nullValue, unknownValue } from '../value/construct.ts';
import { convert, convertChecked } from '../value/convert.ts';
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
  const result = convertResult(chosen, type, side, place, expression, diagnostics);
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

function convertResult(
  chosen: Value,
  type: Type,
  side: string,
  place: Range,
  expression: Conditional,
  diagnostics: Diagnostic[],
): Value {
  if (type.kind === 'dynamic') return chosen;
  const given = typeOf(chosen);
  if (typesEqual(given, type)) return chosen;
  const result = canConvert(given, type, true) ? convertChecked(chosen, type, true) : chosen;
  if (result.kind !== 'conversionFailure') return result;
  const detail = `The ${side} result value has the wrong type: ${result.message}.`;
  diagnostics.push(problem('Inconsistent conditional result types', detail, place, expression));
  return unknownValue(type);
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
  const isCollection = trueType.kind === 'list' || trueType.kind === 'set' || trueType.kind === 'map';
  if (isCollection && typesEqual(trueType, falseType)) {
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
  const order = compareNumbers(a.value.value, b.value.value) * direction;
  if (order === 0) return { value: a.value, inclusive: a.inclusive || b.inclusive };
  return order > 0 ? a : b;
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
