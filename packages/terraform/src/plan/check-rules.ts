import type { Diagnostic, Expression, Range, Value } from '@tfwarden/hcl';
import { convert, hasErrors, hasMark, isConversionFailure, STRING, unmark } from '@tfwarden/hcl';
import { describeFailure } from '../configuration/conversion-failure.ts';
import type { CheckRule } from '../configuration/module-configuration.ts';
import { caution, describeRange, problem } from '../configuration/problem.ts';
import { evaluateNow } from '../evaluate/evaluate-in.ts';
import type { Frame } from '../evaluate/frame.ts';
import { resolveReferences } from '../evaluate/resolve-references.ts';

/** What came of the condition of one rule. */
export interface RuleResult {
  readonly status: 'pass' | 'fail' | 'error' | 'unknown';
  /** The error message of a rule that failed. */
  readonly message: string | undefined;
}

export type RuleKind = 'resource-precondition' | 'resource-postcondition' | 'output-precondition' | 'assertion';

const DESCRIPTIONS: Readonly<Record<RuleKind, string>> = {
  'resource-precondition': 'Resource precondition',
  'resource-postcondition': 'Resource postcondition',
  'output-precondition': 'Module output value precondition',
  assertion: 'Check block assertion',
};

/** Evaluates the condition of a rule in a frame and reports a failure, as Terraform's `evalCheckRule` (1.11.4). */
export function evaluateRule(rule: CheckRule, kind: RuleKind, frame: Frame): RuleResult {
  const { condition, errorMessage } = rule;
  if (condition === undefined || errorMessage === undefined) return { status: 'error', message: undefined };
  const own: Diagnostic[] = [];
  if (frame.engine.mode === 'validate' && kind.startsWith('resource-')) {
    // Terraform looks at the results only when it plans.
    evaluateNow(condition, frame, own);
    evaluateNow(errorMessage, frame, own);
    report(own, frame);
    return { status: 'unknown', message: undefined };
  }
  const message = evaluateMessage(errorMessage, frame, own);
  if (kind === 'assertion' && frame.engine.mode === 'validate') {
    // Terraform evaluates these only when it plans.
    resolveReferences(condition, frame, own);
    report(own, frame);
    return { status: 'unknown', message: undefined };
  }
  const given = evaluateNow(condition, frame, own);
  report(own, frame);
  if (hasErrors(own)) return { status: 'error', message: undefined };
  const result = readCondition(given, condition, 'Condition', frame);
  if (result === 'unknown' && kind === 'assertion' && frame.engine.mode === 'plan') {
    frame.engine.reportOnce(
      caution(
        'check-unknown',
        'Check block assertion known after apply',
        'The condition could not be evaluated at this time, a result will be known when this plan is applied.',
        condition,
      ),
    );
  }
  if (result !== 'fail') return { status: result, message: undefined };
  const detail =
    message ?? 'This check failed, but has an invalid error message as described in the other accompanying messages.';
  const make = kind === 'assertion' ? caution : problem;
  frame.engine.reportOnce(make('check-failed', `${DESCRIPTIONS[kind]} failed`, detail, condition));
  return { status: 'fail', message: detail };
}

/**
 * Evaluates a `validation` rule of a variable, as Terraform's `evalVariableValidation` (1.11.4).
 * @param subject where the value was given
 */
export function evaluateValidation(rule: CheckRule, subject: Range, frame: Frame): RuleResult {
  const { condition, errorMessage } = rule;
  if (condition === undefined || errorMessage === undefined) return { status: 'error', message: undefined };
  const own: Diagnostic[] = [];
  const given = evaluateNow(condition, frame, own);
  const text = evaluateNow(errorMessage, frame, own);
  report(own, frame);
  const result = readCondition(given, condition, 'Validation condition', frame);
  if (result !== 'fail' || hasErrors(own)) return { status: result === 'fail' ? 'error' : result, message: undefined };
  if (text.kind === 'unknown') {
    if (frame.engine.mode !== 'plan') return { status: 'unknown', message: undefined };
    const detail =
      "Unsuitable value for error message: expression refers to values that won't be known until the apply phase.";
    frame.engine.reportOnce(problem('invalid-message', 'Invalid error message', detail, errorMessage));
    return { status: 'error', message: undefined };
  }
  const message = validationMessage(text, errorMessage, frame);
  const detail = `${message}\n\nThis was checked by the validation rule at ${describeRange(rule.headerRange)}.`;
  frame.engine.reportOnce(problem('invalid-value', 'Invalid value for variable', detail, subject));
  return { status: 'fail', message };
}

function readCondition(
  given: Value,
  condition: Expression,
  what: string,
  frame: Frame,
): 'pass' | 'fail' | 'error' | 'unknown' {
  const fail = (detail: string): 'error' => {
    const summary = what === 'Condition' ? 'Invalid condition result' : 'Invalid variable validation result';
    frame.engine.reportOnce(problem('invalid-condition', summary, detail, condition));
    return 'error';
  };
  if (given.kind === 'unknown') return 'unknown';
  if (given.kind === 'null') return fail(`${what} expression must return either true or false, not null.`);
  const value = convert(unmark(given), { kind: 'bool' });
  if (isConversionFailure(value)) {
    const words = what === 'Condition' ? 'Invalid condition result value' : 'Invalid validation condition result value';
    return fail(`${words}: ${describeFailure(value)}.`);
  }
  return value.kind === 'bool' && value.value ? 'pass' : 'fail';
}

/** @returns the text; undefined when it is unknown, in error or must not be shown */
function evaluateMessage(expression: Expression, frame: Frame, diagnostics: Diagnostic[]): string | undefined {
  const before = diagnostics.length;
  const given = evaluateNow(expression, frame, diagnostics);
  if (diagnostics.slice(before).some(({ severity }) => severity === 'error')) return undefined;
  const value = convert(given, STRING);
  const refuse = (detail: string): undefined => {
    diagnostics.push(problem('invalid-message', 'Invalid error message', detail, expression));
    return undefined;
  };
  if (isConversionFailure(value)) return refuse(`Unsuitable value for error message: ${describeFailure(value)}.`);
  if (value.kind === 'null') return refuse('Unsuitable value for error message: must not be null.');
  if (value.kind !== 'string') return undefined;
  for (const mark of ['sensitive', 'ephemeral'] as const) {
    if (!hasMark(value, mark)) continue;
    diagnostics.push(
      caution('hidden-message', `Error message refers to ${mark} values`, HIDDEN_MESSAGES[mark], expression),
    );
    return undefined;
  }
  return value.value.trim();
}

function validationMessage(given: Value, expression: Expression, frame: Frame): string {
  const value = convert(given, STRING);
  if (isConversionFailure(value)) {
    const detail = `Unsuitable value for error message: ${describeFailure(value)}.`;
    frame.engine.reportOnce(problem('invalid-message', 'Invalid error message', detail, expression));
    return 'Failed to evaluate condition error message.';
  }
  for (const mark of ['sensitive', 'ephemeral'] as const) {
    if (!hasMark(value, mark)) continue;
    frame.engine.reportOnce(
      problem('hidden-message', `Error message refers to ${mark} values`, HIDDEN_VALIDATIONS[mark], expression),
    );
    return 'The error message included a sensitive value, so it will not be displayed.';
  }
  return value.kind === 'string' && value.value.trim() !== ''
    ? value.value.trim()
    : 'Failed to evaluate condition error message.';
}

function report(diagnostics: readonly Diagnostic[], frame: Frame): void {
  for (const diagnostic of diagnostics) frame.engine.reportOnce(diagnostic);
}

const HIDDEN_MESSAGES = {
  sensitive:
    'The error expression used to explain this condition refers to sensitive values, so Terraform will not display the resulting message.\n\nYou can correct this by removing references to sensitive values, or by carefully using the nonsensitive() function if the expression will not reveal the sensitive data.',
  ephemeral:
    'The error expression used to explain this condition refers to ephemeral values, so Terraform will not display the resulting message.\n\nYou can correct this by removing references to ephemeral values, or by using the ephemeralasnull() function on the references to not reveal ephemeral data.',
} as const;

const HIDDEN_VALIDATIONS = {
  sensitive:
    'The error expression used to explain this condition refers to sensitive values. Terraform will not display the resulting message.\n\nYou can correct this by removing references to sensitive values, or by carefully using the nonsensitive() function if the expression will not reveal the sensitive data.',
  ephemeral:
    'The error expression used to explain this condition refers to ephemeral values. Terraform will not display the resulting message.\n\nYou can correct this by removing references to ephemeral values, or by carefully using the ephemeralasnull() function if the expression will not reveal the ephemeral data.',
} as const;
