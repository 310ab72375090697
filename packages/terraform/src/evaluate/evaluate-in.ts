import type { Diagnostic, Expression, ObjectKey, Value } from '@tfwarden/hcl';
import { DYNAMIC, evaluate, takeWork, unknownValue } from '@tfwarden/hcl';
import { staticReferences } from '../configuration/static-references.ts';
import type { Frame } from './frame.ts';
import { Requirements } from './requirements.ts';
import { hintAtWorkspace } from './workspace-hint.ts';

/** What evaluating any expression costs, in units of work; its length comes on top. */
const EXPRESSION_COST = 10;

/**
 * Evaluates an expression in a frame after checking all references in it: like Terraform, what is not declared is an error even in a
 * branch that is not taken or within `try`. What the expression needs must be done.
 */
export function evaluateIn(expression: Expression, frame: Frame, diagnostics: Diagnostic[]): Value {
  // A bare reference checks itself. What takes no work is read even when all work is used up.
  if (isPlain(expression)) return evaluate(expression, frame, diagnostics);
  const size = expression.end - expression.start;
  if (!takeWork(frame.work, EXPRESSION_COST + (size >> 2), expression, diagnostics)) return unknownValue(DYNAMIC);
  // Takes the same work whether it is remembered or not: what a scan may do must not depend on what was scanned before.
  const constant = CONSTANTS.get(expression);
  if (constant !== undefined) return constant;
  const before = diagnostics.length;
  for (const traversal of staticReferences(expression)) frame.check(traversal, diagnostics);
  for (let i = before; i < diagnostics.length; i++) {
    if (diagnostics[i]?.severity === 'error') return unknownValue(DYNAMIC);
  }
  const value = evaluate(expression, frame, diagnostics);
  if (diagnostics.length === before && isConstant(expression)) CONSTANTS.set(expression, value);
  for (let i = before; i < diagnostics.length; i++) {
    const diagnostic = diagnostics[i];
    if (diagnostic?.summary === 'Call to unknown function') diagnostics[i] = nameProvider(diagnostic);
    else if (diagnostic?.summary === 'Invalid index') diagnostics[i] = hintAtWorkspace(diagnostic, expression, frame);
  }
  return value;
}

/** Values of lists and objects that are written out; every instance of a block has the same. */
const CONSTANTS = new WeakMap<Expression, Value>();

/** A list or object of literals. */
function isConstant(expression: Expression): boolean {
  switch (expression.kind) {
    case 'literal':
      return true;
    case 'template':
      return expression.parts.length <= 1 && expression.parts.every(isConstant);
    case 'tuple':
      return expression.items.every(isConstant);
    case 'object':
      return expression.items.every(({ key, value }) => isConstantKey(key) && isConstant(value));
    default:
      return false;
  }
}

function isConstantKey(key: ObjectKey): boolean {
  return key.keyword === undefined || key.forceNonLiteral ? isConstant(key.wrapped) : true;
}

/** Terraform's words about a function of a namespace that does not exist. */
function nameProvider(diagnostic: Diagnostic): Diagnostic {
  const { subject } = diagnostic;
  const name = subject?.file.text.slice(subject.start, subject.end) ?? '';
  const [first, provider, last] = name.split('::');
  if (provider === undefined) return diagnostic;
  let detail: string;
  if (first !== 'provider') {
    detail = `The function namespace "${first ?? ''}" is not valid. Provider function calls must use the "provider::" namespace prefix.`;
  } else if (provider === '' || last === undefined) {
    detail = 'The function call must include the provider name after the "provider::" prefix.';
  } else {
    detail = `There is no function named "${name}". Ensure that provider name "${provider}" is declared in this module's required_providers block, and that this provider offers a function named "${last}".`;
  }
  return { ...diagnostic, summary: 'Unknown provider function', detail };
}

function isPlain(expression: Expression): boolean {
  if (expression.kind === 'template') return expression.parts.length <= 1 && expression.parts.every(isPlain);
  return expression.kind === 'literal' || expression.kind === 'scopeTraversal';
}

/** As `evaluateIn`, with everything that the expression needs evaluated first. */
export function evaluateNow(expression: Expression, frame: Frame, diagnostics: Diagnostic[]): Value {
  const requirements = new Requirements(expression, frame);
  for (let needed = requirements.next(); needed !== undefined; needed = requirements.next()) {
    frame.engine.evaluate(needed);
  }
  return evaluateIn(expression, frame, diagnostics);
}
