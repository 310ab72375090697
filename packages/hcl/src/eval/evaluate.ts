import { suggestName } from '../syntax/name-suggestion.ts';
import type { Expression, ObjectConstructor, ObjectKey, ScopeTraversal } from '../syntax/tree.ts';
import type { Diagnostic } from '../text/diagnostic.ts';
import { objectValue, stringValue, tupleValue } from '../value/construct.ts';
import { convert } from '../value/convert.ts';
import { type Marks, mergeMarks, unmark, withMarks } from '../value/marks.ts';
import { quote } from '../value/quote.ts';
import { DYNAMIC, STRING } from '../value/type.ts';
import type { Value } from '../value/value.ts';
import { evaluateCall } from './call.ts';
import { evaluateConditional } from './conditional.ts';
import { evaluateFor } from './for.ts';
import { evaluateJson } from './json.ts';
import { bounded } from './limits.ts';
import { itemValue } from './local-scope.ts';
import { evaluateBinary, evaluateUnary } from './operation.ts';
import { hasErrorsSince, problem } from './problem.ts';
import type { Scope } from './scope.ts';
import { evaluateSplat } from './splat.ts';
import { evaluateTemplate, evaluateTemplateJoin } from './template.ts';
import { indexOf, traverse } from './traverse.ts';
import { derivedUnknown, UNKNOWN } from './unknown.ts';

/**
 * Evaluates an expression as Terraform 1.11 does. Never throws; what is wrong becomes a diagnostic and an unknown value.
 * Recursion is as deep as the tree, which the parser limits; chains of operators need none.
 * @param scope meaning of names; without one names and function calls are errors and strings of JSON syntax are plain text
 * @param diagnostics receives the problems, in hashicorp/hcl's words and order
 */
export function evaluate(expression: Expression, scope: Scope | undefined, diagnostics: Diagnostic[]): Value {
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'scopeTraversal':
      return evaluateName(expression, scope, diagnostics);
    case 'template':
      return evaluateTemplate(expression, scope, diagnostics, evaluate);
    case 'templateWrap':
      return evaluate(expression.wrapped, scope, diagnostics);
    case 'parentheses':
      return evaluate(expression.inner, scope, diagnostics);
    case 'functionCall':
      return evaluateCall(expression, scope, diagnostics, evaluate);
    case 'tuple': {
      const elements: Value[] = [];
      for (const item of expression.items) elements.push(evaluate(item, scope, diagnostics));
      return bounded(tupleValue(elements), expression, diagnostics);
    }
    case 'object':
      return evaluateObject(expression, scope, diagnostics);
    case 'relativeTraversal': {
      const source = evaluate(expression.source, scope, diagnostics);
      return traverse(source, expression.steps, 0, diagnostics);
    }
    case 'index': {
      const collection = evaluate(expression.collection, scope, diagnostics);
      const key = evaluate(expression.key, scope, diagnostics);
      const { file, end } = expression;
      return indexOf(collection, key, { file, start: expression.openRange.start, end }, diagnostics);
    }
    case 'conditional':
      return evaluateConditional(expression, scope, diagnostics, evaluate);
    case 'binary':
      return evaluateBinary(expression, scope, diagnostics, evaluate);
    case 'unary':
      return evaluateUnary(expression, scope, diagnostics, evaluate);
    case 'for':
      return evaluateFor(expression, scope, diagnostics, evaluate);
    case 'splat':
      return evaluateSplat(expression, scope, diagnostics, evaluate);
    case 'splatItem':
      return itemValue(expression, scope) ?? UNKNOWN;
    case 'templateJoin':
      return evaluateTemplateJoin(expression, scope, diagnostics, evaluate);
    case 'syntaxError':
      // Its problem was reported by the parser.
      return expression.placeholder;
    case 'json':
      return evaluateJson(expression.node, scope, diagnostics, evaluate);
  }
}

function evaluateName(expression: ScopeTraversal, scope: Scope | undefined, diagnostics: Diagnostic[]): Value {
  const { root, steps } = expression;
  if (scope === undefined) {
    diagnostics.push(problem('Variables not allowed', 'Variables may not be used here.', root));
    return UNKNOWN;
  }
  const resolved = scope.resolve(expression, diagnostics);
  if (resolved === undefined) {
    const nearest = suggestName(root.name, scope.rootNames?.() ?? []);
    const suggestion = nearest === undefined ? '' : ` Did you mean ${quote(nearest)}?`;
    const detail = `There is no variable named ${quote(root.name)}.${suggestion}`;
    diagnostics.push(problem('Unknown variable', detail, root));
    return UNKNOWN;
  }
  const { value, stepsUsed } = resolved;
  return stepsUsed === steps.length ? value : traverse(value, steps, stepsUsed, diagnostics);
}

function evaluateObject(expression: ObjectConstructor, scope: Scope | undefined, diagnostics: Diagnostic[]): Value {
  const attributes = new Map<string, Value>();
  let marks: Marks;
  // Without all keys the type is not known; the rest is evaluated all the same, for its problems.
  let isKnown = true;
  const unknownKeys: Value[] = [];
  for (const item of expression.items) {
    const start = diagnostics.length;
    const given = evaluateKey(item.key, scope, diagnostics);
    const isFailed = diagnostics.length > start && hasErrorsSince(diagnostics, start);
    const value = evaluate(item.value, scope, diagnostics);
    if (isFailed) {
      isKnown = false;
      continue;
    }
    if (given.kind === 'null') {
      diagnostics.push(problem('Null value as key', "Can't use a null value as a key.", item.value));
      isKnown = false;
      continue;
    }
    marks = mergeMarks(marks, given.marks);
    const key = given.kind === 'string' ? given : convert(unmark(given), STRING);
    if (key.kind === 'string') attributes.set(key.value, value);
    else {
      isKnown = false;
      if (key.kind === 'conversionFailure') {
        const detail = `Can't use this value as a key: ${key.message}.`;
        diagnostics.push(problem('Incorrect key type', detail, item.key));
      } else unknownKeys.push(key);
    }
  }
  if (!isKnown) return derivedUnknown(DYNAMIC, ...unknownKeys);
  return withMarks(bounded(objectValue(attributes), expression, diagnostics), marks);
}

const AMBIGUOUS_KEY =
  "If this expression is intended to be a reference, wrap it in parentheses. If it's instead intended as a literal name containing periods, wrap it in quotes to create a string literal.";

function evaluateKey(key: ObjectKey, scope: Scope | undefined, diagnostics: Diagnostic[]): Value {
  if (!key.forceNonLiteral) {
    if (key.wrapped.kind === 'scopeTraversal' && key.wrapped.steps.length > 0) {
      diagnostics.push(problem('Ambiguous attribute key', AMBIGUOUS_KEY, key));
      return UNKNOWN;
    }
    if (key.keyword !== undefined) return stringValue(key.keyword);
  }
  return evaluate(key.wrapped, scope, diagnostics);
}
