import { suggestName } from '../syntax/name-suggestion.ts';
import type { Expression, FunctionCall } from '../syntax/tree.ts';
import type { Diagnostic } from '../text/diagnostic.ts';
import type { Range } from '../text/range.ts';
import { convert } from '../value/convert.ts';
import { weightOf } from '../value/extent.ts';
import { withMarks } from '../value/marks.ts';
import { quote } from '../value/quote.ts';
import { DYNAMIC } from '../value/type.ts';
import { typeOf } from '../value/type-of.ts';
import type { Value } from '../value/value.ts';
import { callConverted, parameterAt } from './call-function.ts';
import { bounded } from './limits.ts';
import { LocalScope } from './local-scope.ts';
import { hasErrorsSince, problem } from './problem.ts';
import type { Evaluate, FunctionDefinition, LazyArgument, Scope } from './scope.ts';
import { FunctionError } from './scope.ts';
import { startRange } from './start-range.ts';
import { derivedUnknown, UNKNOWN } from './unknown.ts';
import { takeWork } from './work.ts';

/** Evaluates `name(arguments)`. */
export function evaluateCall(
  expression: FunctionCall,
  scope: Scope | undefined,
  diagnostics: Diagnostic[],
  evaluate: Evaluate,
): Value {
  if (scope === undefined) {
    const detail = 'Functions may not be called here.';
    diagnostics.push(problem('Function calls not allowed', detail, expression));
    return UNKNOWN;
  }
  const definition = scope.findFunction(expression.name);
  if (definition === undefined) {
    const detail = describeUnknownFunction(expression.name, scope.functionNames?.() ?? []);
    diagnostics.push(problem('Call to unknown function', detail, expression.nameRange, expression));
    return UNKNOWN;
  }

  const start = diagnostics.length;
  const args = argumentsOf(expression, scope, diagnostics, evaluate);
  if ('kind' in args) return args;
  if (!hasRightCount(expression, definition, args, diagnostics)) return UNKNOWN;
  if (definition.callExpressions !== undefined) {
    const lazy = args.map((argument) => lazyArgument(argument, scope, evaluate));
    return guarded(
      expression,
      definition,
      args,
      diagnostics,
      () => definition.callExpressions?.(lazy, diagnostics) ?? UNKNOWN,
    );
  }
  const values: Value[] = [];
  for (const [index, argument] of args.entries()) {
    const given = argument.value ?? evaluate(argument.expression, scope, diagnostics);
    const parameter = parameterAt(definition, index);
    const value = parameter === undefined ? given : convert(given, parameter.type);
    if (value.kind === 'conversionFailure') {
      const detail = `Invalid value for ${quote(parameter?.name ?? '')} parameter: ${value.message}.`;
      diagnostics.push(problem('Invalid function argument', detail, placeOf(argument), expression));
    } else values.push(value);
  }
  // A call with arguments in error would only give a confusing second message.
  if (diagnostics.length > start && hasErrorsSince(diagnostics, start)) return UNKNOWN;
  let work = CALL_COST;
  for (const value of values) work += weightOf(value);
  if (scope instanceof LocalScope) scope.spend(work);
  if (!takeWork(scope.work, work, expression, diagnostics)) return derivedUnknown(DYNAMIC, ...values);
  const result = guarded(expression, definition, args, diagnostics, () => callConverted(definition, values));
  takeWork(scope.work, weightOf(result), expression, diagnostics);
  return result;
}

/** What a call costs beside its arguments and result. */
const CALL_COST = 10;

/** An argument; those of an expanded collection have their value already and share its expression. */
interface Argument {
  readonly expression: Expression;
  readonly value: Value | undefined;
}

/** @returns the arguments with the last one expanded, or the result of the call when that cannot be done */
function argumentsOf(
  expression: FunctionCall,
  scope: Scope,
  diagnostics: Diagnostic[],
  evaluate: Evaluate,
): readonly Argument[] | Value {
  const args: Argument[] = expression.arguments.map((argument) => ({ expression: argument, value: undefined }));
  if (!expression.expandFinal) return args;
  const last = args.pop();
  if (last === undefined) return args;
  const start = diagnostics.length;
  const collection = evaluate(last.expression, scope, diagnostics);
  if (hasErrorsSince(diagnostics, start)) return UNKNOWN;
  const kind = typeOf(collection).kind;
  const isDynamic = kind === 'dynamic' && collection.kind !== 'object';
  if (!isDynamic && kind !== 'tuple' && kind !== 'list' && kind !== 'set') {
    return failExpansion('must be of a tuple, list, or set type', expression, last, diagnostics);
  }
  if (collection.kind === 'null') return failExpansion('must not be null', expression, last, diagnostics);
  if (collection.kind !== 'tuple' && collection.kind !== 'list' && collection.kind !== 'set') {
    return derivedUnknown(DYNAMIC, collection);
  }
  for (const element of collection.elements) {
    args.push({ expression: last.expression, value: withMarks(element, collection.marks) });
  }
  return args;
}

/** The arguments of an expanded collection are all at its place. */
function placeOf({ expression, value }: Argument): Range {
  return value === undefined ? startRange(expression) : expression;
}

function failExpansion(reason: string, call: FunctionCall, { expression }: Argument, diagnostics: Diagnostic[]): Value {
  const detail = `The expanding argument (indicated by ...) ${reason}.`;
  diagnostics.push(problem('Invalid expanding argument value', detail, expression, call));
  return UNKNOWN;
}

function hasRightCount(
  expression: FunctionCall,
  { parameters, variadic }: FunctionDefinition,
  args: readonly Argument[],
  diagnostics: Diagnostic[],
): boolean {
  const missing = parameters[args.length];
  const name = quote(expression.name);
  if (missing !== undefined) {
    const least = variadic === undefined ? '' : ' at least';
    const detail = `Function ${name} expects${least} ${parameters.length} argument(s). Missing value for ${quote(missing.name)}.`;
    diagnostics.push(problem('Not enough function arguments', detail, expression.closeRange, expression));
    return false;
  }
  const excess = variadic === undefined ? args[parameters.length] : undefined;
  if (excess !== undefined) {
    const detail = `Function ${name} expects only ${parameters.length} argument(s).`;
    diagnostics.push(problem('Too many function arguments', detail, placeOf(excess), expression));
    return false;
  }
  return true;
}

function lazyArgument({ expression, value }: Argument, scope: Scope, evaluate: Evaluate): LazyArgument {
  return { expression, scope, evaluate: (diagnostics) => value ?? evaluate(expression, scope, diagnostics) };
}

/** Runs an implementation and makes its refusal a diagnostic. */
function guarded(
  expression: FunctionCall,
  definition: FunctionDefinition,
  args: readonly Argument[],
  diagnostics: Diagnostic[],
  run: () => Value,
): Value {
  try {
    return bounded(run(), expression, diagnostics);
  } catch (error) {
    // JavaScript refuses strings and recursion beyond its own limits with a RangeError; the input is to blame, not the function.
    if (error instanceof RangeError) {
      const detail = `Call to function ${quote(expression.name)} failed: the value is too large to process.`;
      diagnostics.push(problem('Error in function call', detail, startRange(expression), expression));
      return UNKNOWN;
    }
    if (!(error instanceof FunctionError)) throw error;
    diagnostics.push(describeRefusal(expression, definition, args, error));
    return UNKNOWN;
  }
}

function describeRefusal(
  expression: FunctionCall,
  definition: FunctionDefinition,
  args: readonly Argument[],
  { message, argument }: FunctionError,
): Diagnostic {
  const parameter = argument === undefined ? undefined : parameterAt(definition, argument);
  if (argument === undefined || parameter === undefined) {
    const detail = `Call to function ${quote(expression.name)} failed: ${message}.`;
    return problem('Error in function call', detail, startRange(expression), expression);
  }
  const detail = `Invalid value for ${quote(parameter.name)} parameter: ${message}.`;
  const place = args[argument];
  return place === undefined
    ? problem('Invalid function argument', detail, expression)
    : problem('Invalid function argument', detail, placeOf(place), expression);
}

function describeUnknownFunction(name: string, names: readonly string[]): string {
  const separator = name.lastIndexOf('::');
  if (separator < 0) {
    const nearest = suggestName(name, names);
    return `There is no function named ${quote(name)}.${nearest === undefined ? '' : ` Did you mean ${quote(nearest)}?`}`;
  }
  const namespace = name.slice(0, separator + 2);
  const own = names.filter((other) => other.startsWith(namespace)).map((other) => other.slice(namespace.length));
  if (own.length === 0) return `There are no functions in namespace ${quote(namespace)}.`;
  const local = name.slice(namespace.length);
  const nearest = suggestName(local, own);
  const suggestion = nearest === undefined ? '' : ` Did you mean ${namespace}${nearest}?`;
  return `There is no function named ${quote(local)} in namespace ${namespace}.${suggestion}`;
}
