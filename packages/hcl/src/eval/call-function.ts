import { unknownValue } from '../value/construct.ts';
import { convert } from '../value/convert.ts';
import { containsMarks } from '../value/extent.ts';
import { type Marks, marksDeep, mergeMarks, unmarkDeep, withMarks } from '../value/marks.ts';
import { DYNAMIC } from '../value/type.ts';
import { typeOf } from '../value/type-of.ts';
import type { Value } from '../value/value.ts';
import { waitsForOf } from '../value/waits.ts';
import type { FunctionDefinition, Parameter } from './scope.ts';
import { FunctionError } from './scope.ts';

/**
 * Calls a function with values: cty's `Function.Call`, after a conversion of the arguments to the types of the parameters.
 * @throws FunctionError when the arguments do not suit the function, or the function says so
 */
export function callFunction(definition: FunctionDefinition, given: readonly Value[]): Value {
  const args: Value[] = [];
  for (const [index, argument] of given.entries()) {
    const parameter = parameterAt(definition, index);
    const converted = parameter === undefined ? argument : convert(argument, parameter.type);
    if (converted.kind === 'conversionFailure') throw new FunctionError(converted.message, index);
    args.push(converted);
  }
  return callConverted(definition, args);
}

/**
 * The same for arguments that have the types of the parameters already.
 * @throws FunctionError
 */
export function callConverted(definition: FunctionDefinition, given: readonly Value[]): Value {
  const { parameters } = definition;
  if (given.length < parameters.length || (given.length > parameters.length && definition.variadic === undefined)) {
    const least = definition.variadic === undefined ? '' : 'at least ';
    throw new FunctionError(`wrong number of arguments (${least}${parameters.length} required; ${given.length} given)`);
  }
  let args: Value[] | undefined;
  let marks: Marks;
  let isUnknown = false;
  let hasUnknownType = false;
  for (const [index, argument] of given.entries()) {
    const parameter = parameterAt(definition, index);
    if (parameter === undefined) break;
    if (parameter.allowMarked !== true && containsMarks(argument)) {
      marks = mergeMarks(marks, marksDeep(argument));
      args ??= [...given];
      args[index] = unmarkDeep(argument);
    }
    // Once an argument of unknown type decides the result, cty does not look at the nulls behind it.
    if (!hasUnknownType) {
      if (argument.kind === 'null' && parameter.allowNull !== true) {
        throw new FunctionError('argument must not be null', index);
      }
      if (parameter.allowDynamicType !== true && typeOf(argument).kind === 'dynamic') hasUnknownType = true;
    }
    if (argument.kind === 'unknown' && parameter.allowUnknown !== true) isUnknown = true;
  }
  const values = args ?? given;
  if (hasUnknownType) return withMarks(waitFor(unknownValue(DYNAMIC), values), marks);
  const type = definition.returnType(values);
  const result = isUnknown ? unknownValue(type) : definition.call(values, type);
  return withMarks(refined(definition, result, values), marks);
}

/** @returns undefined behind the last parameter of a function that is not variadic */
export function parameterAt(definition: FunctionDefinition, index: number): Parameter | undefined {
  return definition.parameters[index] ?? definition.variadic;
}

function refined(definition: FunctionDefinition, result: Value, args: readonly Value[]): Value {
  if (result.kind !== 'unknown') return result;
  const waiting = waitFor(result, args);
  if (definition.refineResult === undefined || result.type.kind === 'dynamic') return waiting;
  return definition.refineResult(waiting, args);
}

/** An unknown result waits for what its arguments wait for, unless the function knows better. */
function waitFor(result: Value, args: readonly Value[]): Value {
  if (result.kind !== 'unknown' || result.waitsFor.length > 0) return result;
  const waitsFor = waitsForOf(...args);
  return waitsFor.length === 0 ? result : { ...result, waitsFor };
}
