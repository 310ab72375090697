import type { BinaryOperation, Expression, UnaryOperation } from '../syntax/tree.ts';
import type { Diagnostic } from '../text/diagnostic.ts';
import type { NumberLike } from '../value/big-float.ts';
import {
  add,
  bitLength,
  compareNumbers,
  DEFAULT_PRECISION,
  divide,
  isInfinite,
  multiply,
  negate,
  round,
  sign,
  subtract,
  truncate,
} from '../value/big-float.ts';
import { NOT_NULL, numberBounds } from '../value/bounds.ts';
import { boolValue, numberValue, unknownValue } from '../value/construct.ts';
import { convert } from '../value/convert.ts';
import { compareForEquality, equalValues, numbersEqual, truthValue } from '../value/equality.ts';
import { mergeMarks, unmark, withMarks } from '../value/marks.ts';
import type { PrimitiveType } from '../value/type.ts';
import { BOOL, NUMBER } from '../value/type.ts';
import type { NumberValue, Value } from '../value/value.ts';
import { waitsForOf } from '../value/waits.ts';
import { hasErrorsSince, problem } from './problem.ts';
import type { Evaluate, Scope } from './scope.ts';

/** Evaluates `a + b` and the like. Long chains are evaluated in a loop from their left end, so that they need no stack. */
export function evaluateBinary(
  expression: BinaryOperation,
  scope: Scope | undefined,
  diagnostics: Diagnostic[],
  evaluate: Evaluate,
): Value {
  const start = diagnostics.length;
  if (expression.left.kind !== 'binary') {
    const left = evaluate(expression.left, scope, diagnostics);
    if (scope?.shortCircuits === true && decides(expression, left)) return decided(expression, left, scope, evaluate);
    const right = evaluate(expression.right, scope, diagnostics);
    return operate(expression, left, right, start, diagnostics);
  }
  const chain: BinaryOperation[] = [];
  let leftmost: Expression = expression;
  while (leftmost.kind === 'binary') {
    chain.push(leftmost);
    leftmost = leftmost.left;
  }
  let value = evaluate(leftmost, scope, diagnostics);
  // Once one operation failed, those around it fail too and need not look at the diagnostics again.
  let seen = start;
  for (let i = chain.length - 1; i >= 0; i--) {
    const operation = chain[i];
    if (operation === undefined) break;
    if (scope?.shortCircuits === true && decides(operation, value)) {
      value = decided(operation, value, scope, evaluate);
      continue;
    }
    const right = evaluate(operation.right, scope, diagnostics);
    value = operate(operation, value, right, seen, diagnostics);
    if (seen >= 0 && diagnostics.length > seen) seen = hasErrorsSince(diagnostics, seen) ? FAILED : diagnostics.length;
  }
  return value;
}

/** Whether the left side of `&&` or `||` is the result, whatever the right side is. */
function decides({ operator }: BinaryOperation, left: Value): boolean {
  if (operator !== '&&' && operator !== '||') return false;
  const truth = convert(left, BOOL);
  return truth.kind === 'bool' && truth.value === (operator === '||');
}

/** The left side, with the marks of the right one where that can be evaluated. */
function decided(operation: BinaryOperation, left: Value, scope: Scope, evaluate: Evaluate): Value {
  const ignored: Diagnostic[] = [];
  const right = evaluate(operation.right, scope, ignored);
  const result = boolValue(operation.operator === '||');
  return withMarks(result, left.marks, hasErrorsSince(ignored, 0) ? undefined : right.marks);
}

/** Instead of a place in the diagnostics: there was an error before. */
const FAILED = -1;

/** @param start where the diagnostics of the operands begin; after an error in them the operation is not tried */
function operate(
  operation: BinaryOperation,
  givenLeft: Value,
  givenRight: Value,
  start: number,
  diagnostics: Diagnostic[],
): Value {
  const { operand, result } = OPERATORS[operation.operator];
  const left = operand === undefined ? givenLeft : operandOf(givenLeft, operand, 'left', operation, diagnostics);
  const right = operand === undefined ? givenRight : operandOf(givenRight, operand, 'right', operation, diagnostics);
  if (left === undefined || right === undefined || start === FAILED) return unknownValue(result);
  if (diagnostics.length > start && hasErrorsSince(diagnostics, start)) return unknownValue(result);
  const outcome = apply(operation, left, right);
  if (typeof outcome !== 'string') return outcome;
  diagnostics.push(problem('Operation failed', `Error during operation: ${outcome}.`, operation));
  return unknownValue(result);
}

export function evaluateUnary(
  expression: UnaryOperation,
  scope: Scope | undefined,
  diagnostics: Diagnostic[],
  evaluate: Evaluate,
): Value {
  const start = diagnostics.length;
  const given = evaluate(expression.operand, scope, diagnostics);
  const type = expression.operator === '!' ? BOOL : NUMBER;
  const operand = convert(given, type);
  if (operand.kind === 'conversionFailure') {
    const detail = `Unsuitable value for unary operand: ${operand.message}.`;
    diagnostics.push(problem('Invalid operand', detail, expression.operand, expression));
    return unknownValue(type);
  }
  if (diagnostics.length > start && hasErrorsSince(diagnostics, start)) return unknownValue(type);
  if (operand.kind === 'bool') return withMarks(boolValue(!operand.value), operand.marks);
  if (operand.kind === 'number') return { ...operand, value: negate(operand.value) };
  if (operand.kind === 'null') {
    diagnostics.push(problem('Operation failed', `Error during operation: ${MUST_NOT_BE_NULL}.`, expression));
    return unknownValue(type);
  }
  // As in cty, an unknown operand loses its marks here.
  return unknownValue(type, { refinement: NOT_NULL, waitsFor: waitsForOf(operand) });
}

interface Operator {
  /** What both operands are converted to; undefined where any values do. */
  readonly operand: PrimitiveType | undefined;
  readonly result: PrimitiveType;
}

const ARITHMETIC: Operator = { operand: NUMBER, result: NUMBER };
const COMPARISON: Operator = { operand: NUMBER, result: BOOL };
const LOGIC: Operator = { operand: BOOL, result: BOOL };
const EQUALITY: Operator = { operand: undefined, result: BOOL };

const OPERATORS: Readonly<Record<BinaryOperation['operator'], Operator>> = {
  '+': ARITHMETIC,
  '-': ARITHMETIC,
  '*': ARITHMETIC,
  '/': ARITHMETIC,
  '%': ARITHMETIC,
  '<': COMPARISON,
  '<=': COMPARISON,
  '>': COMPARISON,
  '>=': COMPARISON,
  '&&': LOGIC,
  '||': LOGIC,
  '==': EQUALITY,
  '!=': EQUALITY,
};

const MUST_NOT_BE_NULL = 'argument must not be null';

function operandOf(
  value: Value,
  type: PrimitiveType,
  side: 'left' | 'right',
  operation: BinaryOperation,
  diagnostics: Diagnostic[],
): Value | undefined {
  if (value.kind === type.kind) return value;
  const converted = convert(value, type);
  if (converted.kind !== 'conversionFailure') return converted;
  const detail = `Unsuitable value for ${side} operand: ${converted.message}.`;
  diagnostics.push(problem('Invalid operand', detail, operation[side], operation));
  return undefined;
}

/** @returns the result, or why there is none */
function apply({ operator }: BinaryOperation, left: Value, right: Value): Value | string {
  switch (operator) {
    case '==':
      return equalValues(left, right);
    case '!=': {
      const equal = equalValues(left, right);
      return equal.kind === 'bool' ? { ...boolValue(!equal.value), marks: equal.marks } : equal;
    }
    case '&&':
    case '||':
      return logic(operator, left, right);
    case '<':
    case '<=':
    case '>':
    case '>=':
      return comparison(operator, left, right);
    case '+':
    case '-':
    case '*':
    case '/':
    case '%':
      return arithmetic(operator, left, right);
  }
}

/** Neither side decides alone: as in Terraform 1.11 the result is unknown when one side is, and then without marks. */
function logic(operator: '&&' | '||', left: Value, right: Value): Value | string {
  if (left.kind === 'null' || right.kind === 'null') return MUST_NOT_BE_NULL;
  if (left.kind !== 'bool' || right.kind !== 'bool') return truthValue(undefined, left, right);
  const result = boolValue(operator === '&&' ? left.value && right.value : left.value || right.value);
  return withMarks(result, left.marks, right.marks);
}

function comparison(operator: '<' | '<=' | '>' | '>=', left: Value, right: Value): Value | string {
  if (left.kind === 'null' || right.kind === 'null') return MUST_NOT_BE_NULL;
  if (left.kind === 'number' && right.kind === 'number') {
    const order = compareNumbers(left.value, right.value);
    const strict = operator === '<' || operator === '<=' ? order < 0 : order > 0;
    const orEqual = operator.length === 2 && numbersEqual(left, right);
    return withMarks(boolValue(strict || orEqual), left.marks, right.marks);
  }
  const a = unmark(left);
  const b = unmark(right);
  const isLess = operator === '<' || operator === '<=';
  let truth = strictlyOrdered(isLess ? a : b, isLess ? b : a);
  if (operator.length === 2 && truth !== true) {
    const equal = compareForEquality(a, b);
    truth = truth === undefined || equal === undefined ? undefined : equal;
  }
  return withMarks(truthValue(truth, a, b), left.marks, right.marks);
}

/** Whether a number is less than another as far as their bounds tell. */
function strictlyOrdered(less: Value, more: Value): boolean | undefined {
  const a = numberBounds(less);
  const b = numberBounds(more);
  if (a.upper !== undefined && b.lower !== undefined) {
    if (compareNumbers(a.upper.value.value, b.lower.value.value) < 0) return true;
  }
  if (a.lower !== undefined && b.upper !== undefined) {
    if (compareNumbers(a.lower.value.value, b.upper.value.value) > 0) return false;
  }
  return undefined;
}

function arithmetic(operator: '+' | '-' | '*' | '/' | '%', left: Value, right: Value): Value | string {
  if (left.kind === 'null' || right.kind === 'null') return MUST_NOT_BE_NULL;
  const marks = mergeMarks(left.marks, right.marks);
  if (left.kind !== 'number' || right.kind !== 'number') {
    return unknownValue(NUMBER, { refinement: NOT_NULL, waitsFor: waitsForOf(left, right), marks });
  }
  const result = calculate(operator, left, right);
  if (result === undefined) {
    // Go has no integer for the quotient of infinity.
    const isCrash = operator === '%' && isInfinite(left.value) && !isInfinite(right.value);
    return isCrash ? MODULO_CRASH : NOT_A_NUMBER[operator];
  }
  return marks === undefined ? result : withMarks(result, marks);
}

function calculate(
  operator: '+' | '-' | '*' | '/' | '%',
  left: NumberValue,
  right: NumberValue,
): NumberValue | undefined {
  const a = left.value;
  const b = right.value;
  const precision = Math.max(left.precision, right.precision);
  let result: NumberLike | undefined;
  switch (operator) {
    case '+':
      result = add(a, b, precision);
      break;
    case '-':
      result = subtract(a, b, precision);
      break;
    case '*':
      return product(a, b, precision);
    case '/':
      result = divide(a, b, precision);
      break;
    case '%':
      return remainder(left, right, precision);
  }
  return result === undefined ? undefined : numberValue(result, precision);
}

/** cty multiplies with 512 bits and keeps as many as the product needs, but no fewer than the factors have. */
function product(a: NumberLike, b: NumberLike, precision: number): NumberValue | undefined {
  const exact = multiply(a, b, DEFAULT_PRECISION);
  if (exact === undefined) return undefined;
  if (typeof exact === 'number' || isInfinite(exact)) return numberValue(exact, precision);
  const needed = bitLength(exact.mantissa < 0n ? -exact.mantissa : exact.mantissa);
  return numberValue(exact, Math.max(precision, needed));
}

/** What is left of a division that is cut to a whole number, so it has the sign of the dividend. By zero it is the dividend. */
function remainder(left: NumberValue, right: NumberValue, precision: number): NumberValue | undefined {
  const a = left.value;
  const b = right.value;
  if (sign(b) === 0) return left;
  const quotient = divide(a, b, precision);
  if (quotient === undefined || isInfinite(quotient) || isInfinite(b)) return undefined;
  const whole = round(truncate(quotient), left.precision);
  const taken = multiply(b, whole, left.precision);
  const rest = taken === undefined ? undefined : subtract(a, taken, left.precision);
  return rest === undefined ? undefined : numberValue(rest, left.precision);
}

const MODULO_CRASH =
  'panic in function implementation: runtime error: invalid memory address or nil pointer dereference';

const NOT_A_NUMBER = {
  '+': "can't compute sum of opposing infinities",
  '-': "can't subtract infinity from itself",
  '*': "can't multiply zero by infinity",
  '/': "can't divide zero by zero or infinity by infinity",
  '%': "can't use modulo with zero and infinity",
} as const;
