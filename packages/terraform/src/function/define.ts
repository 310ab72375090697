import type { FunctionDefinition, NumberValue, Origin, Parameter, Type, UnknownValue, Value } from '@tfwarden/hcl';
import { BigNumber, DYNAMIC, FunctionError, NULL, NUMBER, refineNotNull, STRING, unknownValue } from '@tfwarden/hcl';

/** What one function is. Every member that cty has too means the same as there. */
export interface FunctionSpec {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly variadic?: Parameter;
  /** The type of the result, or how it follows from the arguments. May throw `FunctionError`. */
  readonly returns: Type | ((args: readonly Value[]) => Type);
  /** Without it an unknown result is known not to be null. */
  readonly mayBeNull?: boolean;
  /** May throw `FunctionError`. */
  call(args: readonly Value[], returnType: Type): Value;
}

/** Makes a definition of a specification. */
export function defineFunction(spec: FunctionSpec): FunctionDefinition {
  const { name, parameters, variadic, returns, mayBeNull = false } = spec;
  return {
    name,
    parameters,
    ...(variadic !== undefined && { variadic }),
    returnType: typeof returns === 'function' ? returns : () => returns,
    call: (args, returnType) => spec.call(args, returnType),
    ...(!mayBeNull && { refineResult: refineNotNull }),
  };
}

/** A parameter that takes a string, known and without marks. */
export function stringParameter(name: string): Parameter {
  return { name, type: STRING };
}

export function numberParameter(name: string): Parameter {
  return { name, type: NUMBER };
}

/** A parameter that takes a known value of any type. */
export function anyParameter(name: string): Parameter {
  return { name, type: DYNAMIC };
}

/** A parameter for implementations that look at nullness, unknowns and marks themselves. */
export function rawParameter(name: string): Parameter {
  return { name, type: DYNAMIC, allowNull: true, allowUnknown: true, allowDynamicType: true, allowMarked: true };
}

/** The argument at an index; the protocol has checked that it is there. */
export function argumentAt(args: readonly Value[], index: number): Value {
  return args[index] ?? NULL;
}

/** The text of an argument that the protocol has checked to be a known string. */
export function textAt(args: readonly Value[], index: number): string {
  const value = args[index];
  return value?.kind === 'string' ? value.value : '';
}

/** The number of an argument that the protocol has checked to be a known number. */
export function numberAt(args: readonly Value[], index: number): NumberValue {
  const value = args[index];
  if (value?.kind === 'number') return value;
  throw new FunctionError('a number is required', index);
}

/** Go's `int` of a number. Throws cty's error for fractions and for numbers of more than 64 bits. */
export function intOf({ value }: NumberValue, argument?: number, prefix: string = ''): number {
  const whole = BigNumber.toBigInt(value);
  if (whole === undefined || whole < INT64_MIN || whole > INT64_MAX) {
    throw new FunctionError(
      `${prefix}value must be a whole number, between -9223372036854775808 and 9223372036854775807`,
      argument,
    );
  }
  return Number(whole);
}

/** Go's `*big.Int` of a number. */
export function bigIntOf({ value }: NumberValue): bigint {
  const whole = BigNumber.toBigInt(value);
  if (whole === undefined) throw new FunctionError('value must be a whole number');
  return whole;
}

/** Go's `float64` of a number. */
export function floatOf({ value }: NumberValue): number {
  const float = BigNumber.toNumber(value);
  if (Number.isFinite(float) || (typeof value !== 'number' && value.exponent === Infinity)) return float;
  throw new FunctionError(`value must be between -${MAX_FLOAT64} and ${MAX_FLOAT64} inclusive`);
}

/** A result that time, chance or a secret decides: unknown, and equal to no other. */
export function undecided(name: string, type: Type): UnknownValue {
  const origin: Origin = { subject: { kind: 'function', address: `${name}()` }, path: '' };
  return unknownValue(type, { origin, refinement: { notNull: true } });
}

const INT64_MIN = -(1n << 63n);
const INT64_MAX = (1n << 63n) - 1n;
/** Go's `%f` of the greatest float64. */
const MAX_FLOAT64: string = `${BigInt(Number.MAX_VALUE)}.000000`;
