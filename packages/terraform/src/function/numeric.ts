import type { FunctionDefinition, NumberLike, NumberValue, Value } from '@tfwarden/hcl';
import {
  BigNumber,
  convert,
  elementsOf,
  FunctionError,
  floatValue,
  friendlyTypeName,
  hasMark,
  integerValue,
  isWhollyKnown,
  listOf,
  listValue,
  NUMBER,
  numberValue,
  parseNumber,
  quote,
  typeOf,
  unknownValue,
  unmark,
  withMarks,
} from '@tfwarden/hcl';
import { anyParameter, argumentAt, defineFunction, floatOf, intOf, numberAt, numberParameter } from './define.ts';
import { naturalLogarithm, power } from './go/float.ts';
import { MAX_PARSED_DIGITS, MAX_RANGE_ELEMENTS } from './limits.ts';

/** Functions of numbers, after go-cty's `stdlib/number.go` and Terraform's `funcs/number.go`. */
export const NUMERIC_FUNCTIONS: readonly FunctionDefinition[] = [
  defineFunction({
    name: 'abs',
    parameters: [{ ...numberParameter('num'), allowMarked: true, allowDynamicType: true }],
    returns: NUMBER,
    call(args) {
      const number = numberAt(args, 0);
      return { ...number, value: BigNumber.absolute(number.value) };
    },
  }),
  defineFunction({
    name: 'ceil',
    parameters: [numberParameter('num')],
    returns: NUMBER,
    call: (args) => wholeNumber(numberAt(args, 0), BigNumber.ceil),
  }),
  defineFunction({
    name: 'floor',
    parameters: [numberParameter('num')],
    returns: NUMBER,
    call: (args) => wholeNumber(numberAt(args, 0), BigNumber.floor),
  }),
  defineFunction({
    name: 'log',
    parameters: [numberParameter('num'), numberParameter('base')],
    returns: NUMBER,
    call: (args) =>
      floatResult(naturalLogarithm(floatOf(numberAt(args, 0))) / naturalLogarithm(floatOf(numberAt(args, 1)))),
  }),
  defineFunction({
    name: 'pow',
    parameters: [numberParameter('num'), numberParameter('power')],
    returns: NUMBER,
    call: (args) => floatResult(power(floatOf(numberAt(args, 0)), floatOf(numberAt(args, 1)))),
  }),
  defineFunction({
    name: 'signum',
    parameters: [numberParameter('num')],
    returns: NUMBER,
    call: (args) => integerValue(Math.sign(intOf(numberAt(args, 0)))),
  }),
  defineFunction({
    name: 'max',
    parameters: [],
    variadic: { ...numberParameter('numbers'), allowDynamicType: true },
    returns: NUMBER,
    call: (args) => extreme(args, 1),
  }),
  defineFunction({
    name: 'min',
    parameters: [],
    variadic: { ...numberParameter('numbers'), allowDynamicType: true },
    returns: NUMBER,
    call: (args) => extreme(args, -1),
  }),
  defineFunction({
    name: 'parseint',
    parameters: [
      { ...anyParameter('number'), allowMarked: true, allowUnknown: true },
      { ...numberParameter('base'), allowMarked: true, allowUnknown: true },
    ],
    returns(args) {
      const type = typeOf(argumentAt(args, 0));
      if (type.kind !== 'string') {
        throw new FunctionError(`first argument must be a string, not ${friendlyTypeName(type)}`, 0);
      }
      return NUMBER;
    },
    call: (args) => parseInteger(argumentAt(args, 0), argumentAt(args, 1)),
  }),
  defineFunction({
    name: 'sum',
    parameters: [anyParameter('list')],
    returns: NUMBER,
    call: (args) => sum(argumentAt(args, 0)),
  }),
  defineFunction({
    name: 'range',
    parameters: [],
    variadic: numberParameter('params'),
    returns: listOf(NUMBER),
    call: range,
  }),
];

function wholeNumber(number: NumberValue, round: (value: NumberLike) => NumberLike): Value {
  const whole = round(number.value);
  // Go makes an integer of the number on the way, and that has no negative zero.
  return numberValue(BigNumber.sign(whole) === 0 ? 0 : whole, number.precision);
}

function floatResult(result: number): Value {
  // What a user of Terraform sees, too: go-cty turns Go's panic into an error.
  if (Number.isNaN(result)) throw new FunctionError('panic in function implementation: Float.SetFloat64(NaN)');
  return floatValue(result);
}

function extreme(args: readonly Value[], direction: 1 | -1): Value {
  if (args.length === 0) throw new FunctionError('must pass at least one number');
  let best = numberValue(direction > 0 ? BigNumber.NEGATIVE_INFINITY : BigNumber.POSITIVE_INFINITY);
  for (let i = 0; i < args.length; i++) {
    const number = numberAt(args, i);
    if (BigNumber.compareNumbers(number.value, best.value) * direction > 0) best = number;
  }
  return best;
}

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

function parseInteger(numberArgument: Value, baseArgument: Value): Value {
  const marks = [numberArgument.marks, baseArgument.marks];
  if (numberArgument.kind === 'unknown' || baseArgument.kind === 'unknown') {
    return withMarks(unknownValue(NUMBER), ...marks);
  }
  const text = numberArgument.kind === 'string' ? numberArgument.value : '';
  const base = intOf(numberAt([unmark(baseArgument)], 0), 1);
  if (base < 2 || base > 62) throw new FunctionError('base must be a whole number between 2 and 62 inclusive', 1);
  const value = readDigits(text, base);
  if (value === undefined) {
    const shownText = hasMark(numberArgument, 'sensitive') ? '(sensitive value)' : quote(text);
    const shownBase = hasMark(baseArgument, 'sensitive') ? '(sensitive value)' : String(base);
    throw new FunctionError(`cannot parse ${shownText} as a base ${shownBase} integer`, 0);
  }
  const precision = Math.max(64, BigNumber.bitLength(value < 0n ? -value : value));
  const number = parseNumber(String(value), precision) ?? 0;
  return withMarks(numberValue(number, precision), ...marks);
}

/** Go's `(*big.Int).SetString`: up to base 36 the case of letters does not matter, above it does. */
function readDigits(text: string, base: number): bigint | undefined {
  const digits = /^[-+]/.test(text) ? text.slice(1) : text;
  if (digits === '') return undefined;
  if (digits.length > MAX_PARSED_DIGITS)
    throw new FunctionError(`the number has more than ${MAX_PARSED_DIGITS} digits`, 0);
  const chunks: bigint[] = [];
  for (const character of digits) {
    const digit = DIGITS.indexOf(base <= 36 ? character.toLowerCase() : character);
    if (digit < 0 || digit >= base) return undefined;
    chunks.push(BigInt(digit));
  }
  const magnitude = joinDigits(chunks, BigInt(base));
  return text.startsWith('-') ? -magnitude : magnitude;
}

/** Joins digits in pairs, so that long numbers do not take quadratic time. */
function joinDigits(digits: readonly bigint[], base: bigint): bigint {
  let level = digits;
  let scale = base;
  while (level.length > 1) {
    const next: bigint[] = [];
    // The first pair is short where the count is odd: pairs are made from the end.
    const start = level.length % 2;
    if (start === 1) next.push(level[0] ?? 0n);
    for (let i = start; i < level.length; i += 2) next.push((level[i] ?? 0n) * scale + (level[i + 1] ?? 0n));
    level = next;
    scale *= scale;
  }
  return level[0] ?? 0n;
}

function sum(list: Value): Value {
  const type = typeOf(list);
  const { kind } = type;
  if (kind === 'string' || kind === 'number' || kind === 'bool') throw new FunctionError('cannot sum noniterable', 0);
  const elements = [...elementsOf(list)];
  if (elements.length === 0) throw new FunctionError('cannot sum an empty list', 0);
  if (kind !== 'list' && kind !== 'set' && kind !== 'tuple') {
    throw new FunctionError(`argument must be list, set, or tuple. Received ${friendlyTypeName(type)}`, 0);
  }
  if (!isWhollyKnown(list)) return unknownValue(NUMBER);
  let total: NumberValue | undefined;
  for (const element of elements) {
    const number = element.kind === 'null' ? undefined : convert(element, NUMBER);
    if (number?.kind !== 'number') {
      throw new FunctionError('argument must be list, set, or tuple of number values', 0);
    }
    total = total === undefined ? number : addNumbers(total, number);
  }
  return total ?? unknownValue(NUMBER);
}

function addNumbers(a: NumberValue, b: NumberValue): NumberValue {
  const precision = Math.max(a.precision, b.precision);
  const total = BigNumber.add(a.value, b.value, precision);
  if (total === undefined) throw new FunctionError("can't compute sum of opposing infinities");
  return numberValue(total, precision);
}

function range(args: readonly Value[]): Value {
  if (args.length < 1 || args.length > 3) throw new FunctionError('must have one, two, or three arguments');
  const zero = integerValue(0);
  const start = args.length === 1 ? zero : numberAt(args, 0);
  const end = numberAt(args, args.length === 1 ? 0 : 1);
  const isFalling = BigNumber.compareNumbers(end.value, start.value) < 0;
  const step = args.length === 3 ? numberAt(args, 2) : integerValue(isFalling ? -1 : 1);
  const isDown = BigNumber.sign(step.value) < 0;
  const distance = BigNumber.compareNumbers(end.value, start.value);
  if (isDown && distance > 0) throw new FunctionError('end must be less than start when step is negative', 1);
  if (!isDown && distance < 0) throw new FunctionError('end must be greater than start when step is positive', 1);
  const elements: Value[] = [];
  let number = start;
  for (;;) {
    const order = BigNumber.compareNumbers(number.value, end.value);
    if (isDown ? order <= 0 : order >= 0) break;
    // A step of zero ends here, too: Terraform has no other answer to it.
    if (elements.length >= MAX_RANGE_ELEMENTS) {
      throw new FunctionError(
        `more than ${MAX_RANGE_ELEMENTS} values were generated; either decrease the difference between start and end or use a smaller step`,
      );
    }
    elements.push(number);
    number = addNumbers(number, step);
  }
  return listValue(NUMBER, elements);
}
