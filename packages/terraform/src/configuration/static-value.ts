import type { DecodedAttribute, Diagnostic, Expression } from '@tfwarden/hcl';
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

/** A version constraint as a text, as Terraform's `decodeVersionConstraint` reads it; undefined with a diagnostic otherwise, or when it is null. */
export function readVersion({ name, expression }: DecodedAttribute, diagnostics: Diagnostic[]): string | undefined {
  const own: Diagnostic[] = [];
  const value = evaluate(expression, undefined, own);
  diagnostics.push(...own);
  if (hasErrors(own)) return undefined;
  const converted = convert(value, STRING);
  if (!isConversionFailure(converted)) return converted.kind === 'string' ? converted.value : undefined;
  const detail = `A string value is required for ${name}.`;
  diagnostics.push(problem('invalid-version', 'Invalid version constraint', detail, expression));
  return undefined;
}

function read(
  expression: Expression,
  type: typeof STRING,
  diagnostics: Diagnostic[],
): ReturnType<typeof evaluate> | undefined {
  const own: Diagnostic[] = [];
  const value = evaluate(expression, undefined, own);
  diagnostics.push(...own);
  const converted = convert(value, type);
  let why: string;
  if (isConversionFailure(converted)) why = converted.message;
  else if (converted.kind === 'null') why = 'null value is not allowed';
  else if (converted.kind === 'unknown') why = 'value must be known';
  else return hasErrors(own) ? undefined : converted;
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
