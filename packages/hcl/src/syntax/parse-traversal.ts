import { stringValue } from '../value/construct.ts';
import type { Value } from '../value/value.ts';
import { readNumber } from './parse-expression.ts';
import { readQuotedString } from './parse-quoted-string.ts';
import type { Parser } from './parser.ts';
import { PROBLEMS } from './problem.ts';
import * as Token from './token.ts';
import type { ScopeTraversal, TraversalRoot, TraversalStep } from './tree.ts';

/**
 * An absolute traversal that takes all tokens: a name, then attributes and constant indexes. Stops at the first mistake in an index.
 * hashicorp/hcl: `parseTraversal`.
 */
export function parseAbsoluteTraversal(p: Parser): ScopeTraversal | undefined {
  if (p.nextType !== Token.IDENT) {
    p.report(PROBLEMS.variableName, p.rangeOf(p.read()));
    return undefined;
  }
  const first = p.read();
  const root: TraversalRoot = { ...p.rangeOf(first), name: p.textOf(first) };
  const steps: TraversalStep[] = [];
  const mark = p.diagnostics.length;
  for (;;) {
    const step = parseStep(p, first);
    if (step === undefined) break;
    steps.push(step);
    if (step.kind === 'indexStep' && p.hasErrorsSince(mark)) break;
  }
  return { kind: 'scopeTraversal', file: p.file, start: root.start, end: steps.at(-1)?.end ?? root.end, root, steps };
}

function parseStep(p: Parser, first: number): TraversalStep | undefined {
  switch (p.nextType) {
    case Token.EOF:
      return undefined;
    case Token.DOT: {
      const dot = p.read();
      const nameType = p.nextType;
      const name = p.read();
      if (nameType === Token.IDENT) {
        return { kind: 'attributeStep', ...p.rangeBetween(dot, name), name: p.textOf(name) };
      }
      const problem = nameType === Token.STAR ? PROBLEMS.traversalSplat : PROBLEMS.traversalAttributeName;
      p.report(problem, p.rangeOf(name), p.rangeBetween(first, name));
      return undefined;
    }
    case Token.OBRACK:
      return parseIndexStep(p, first);
    default:
      p.report(PROBLEMS.traversalCharacter, p.rangeOf(p.next), p.rangeBetween(first, p.next));
      return undefined;
  }
}

function parseIndexStep(p: Parser, first: number): TraversalStep | undefined {
  const open = p.read();
  let key: Value;
  switch (p.nextType) {
    case Token.NUMBER_LIT:
      key = readNumber(p, p.read());
      break;
    case Token.OQUOTE:
      key = stringValue(readQuotedString(p).value);
      break;
    default: {
      const problem = p.nextType === Token.STAR ? PROBLEMS.traversalFullSplat : PROBLEMS.traversalIndex;
      p.report(problem, p.rangeOf(p.next), p.rangeBetween(first, p.next));
      return undefined;
    }
  }
  const closeType = p.nextType;
  const close = p.read();
  const range = p.rangeBetween(open, close);
  if (closeType !== Token.CBRACK) p.report(PROBLEMS.traversalIndexBracket, p.rangeOf(close), range);
  return { kind: 'indexStep', ...range, key };
}
