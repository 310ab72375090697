import type { Diagnostic, FunctionDefinition, LazyArgument, Value } from '@tfwarden/hcl';
import {
  BOOL,
  boolValue,
  DYNAMIC,
  FunctionError,
  hasErrors,
  isWhollyKnown,
  rangeText,
  unknownValue,
  waitsForOf,
} from '@tfwarden/hcl';
import { anyParameter, defineFunction } from './define.ts';

/** `try` and `can`, after `hcl/ext/tryfunc`: they evaluate their arguments themselves. */
export const ATTEMPT_FUNCTIONS: readonly FunctionDefinition[] = [
  {
    ...defineFunction({
      name: 'try',
      parameters: [],
      variadic: anyParameter('expressions'),
      returns: DYNAMIC,
      call: () => unknownValue(DYNAMIC),
    }),
    callExpressions: firstThatSucceeds,
  },
  {
    ...defineFunction({
      name: 'can',
      parameters: [anyParameter('expression')],
      returns: BOOL,
      call: () => unknownValue(BOOL),
    }),
    callExpressions: succeeds,
  },
];

function firstThatSucceeds(args: readonly LazyArgument[]): Value {
  if (args.length === 0) throw new FunctionError('at least one argument is required');
  const problems: Diagnostic[] = [];
  for (const argument of args) {
    const own: Diagnostic[] = [];
    const value = argument.evaluate(own);
    problems.push(...own);
    if (hasErrors(own)) continue;
    // What is not known yet may still fail, and then another argument would be the result.
    // It goes on standing for the same thing: hardly anything that is unknown before apply fails then.
    const origin = value.kind === 'unknown' ? value.origin : undefined;
    return isWhollyKnown(value) ? value : unknownValue(DYNAMIC, { origin, waitsFor: waitsForOf(value) });
  }
  throw new FunctionError(
    `no expression succeeded:\n${problems.map(describe).join('')}\nAt least one expression must produce a successful result`,
  );
}

function describe({ summary, detail, subject }: Diagnostic): string {
  return `- ${summary}${subject === undefined ? '' : ` (at ${rangeText(subject)})`}\n  ${detail}\n`;
}

function succeeds([argument]: readonly LazyArgument[]): Value {
  if (argument === undefined) return unknownValue(BOOL);
  const problems: Diagnostic[] = [];
  const value = argument.evaluate(problems);
  if (hasErrors(problems)) return boolValue(false);
  return isWhollyKnown(value) ? boolValue(true) : unknownValue(BOOL, { waitsFor: waitsForOf(value) });
}
