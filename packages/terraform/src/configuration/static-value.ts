import type { Diagnostic, Expression } from '@tfwarden/hcl';
import { BOOL, convert, evaluate, hasErrors, isConversionFailure, STRING, startRange } from '@tfwarden/hcl';
import { problem } from './problem.ts';

/** The text an expression gives without any scope, as `gohcl.DecodeExpression` into a string; undefined with a diagnostic otherwise. */
export function readText(expression: Expression, diagnostics: Diagnostic[]): string | undefined {
  const value = read(expression, STRING, diagnostics);
  return value?.kind === 'string' ? value.value : undefined;
}

/** The truth an expression gives without any scope; undefined with a diagnostic otherwise. */
export function readTruth(expression: Expression, diagnostics: Diagnostic[]): boolean | undefined {
  const value = read(expression, BOOL, diagnostics);
  return value?.kind === 'bool' ? value.value : undefined;
}

function read(
  expression: Expression,
  type: typeof STRING,
  diagnostics: Diagnostic[],
): ReturnType<typeof evaluate> | undefined {
  const own: Diagnostic[] = [];
  const value = evaluate(expression, undefined, own);
  diagnostics.push(...own);
  if (hasErrors(own)) return undefined;
  const converted = convert(value, type);
  if (!isConversionFailure(converted) && converted.kind !== 'null') return converted;
  const why = isConversionFailure(converted) ? converted.message : 'null value is not allowed';
  diagnostics.push(
    problem(
      'unsuitable-value',
      'Unsuitable value type',
      `Unsuitable value: ${why}`,
      startRange(expression),
      expression,
    ),
  );
  return undefined;
}
