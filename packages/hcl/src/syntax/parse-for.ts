import { parseExpression } from './parse-expression.ts';
import type { Parser } from './parser.ts';
import { PROBLEMS, type Problem } from './problem.ts';
import type { TokenType } from './token.ts';
import * as Token from './token.ts';
import type { Expression } from './tree.ts';

/** `for` in brackets or braces; the opening one was read, the next token is `for`. */
export function parseFor(p: Parser, open: number): Expression {
  p.pushNewlines(false);
  const expression = parseForClauses(p, open);
  p.popNewlines();
  return expression;
}

function parseForClauses(p: Parser, open: number): Expression {
  p.read();
  const makesObject = p.typeOf(open) === Token.OBRACE;
  const closeType = makesObject ? Token.CBRACE : Token.CBRACK;

  if (p.nextType !== Token.IDENT) return giveUp(p, open, closeType, PROBLEMS.forVariable);
  let valueVariable = p.textOf(p.read());
  let keyVariable: string | undefined;
  if (p.nextType === Token.COMMA) {
    keyVariable = valueVariable;
    p.read();
    if (p.nextType !== Token.IDENT) return giveUp(p, open, closeType, PROBLEMS.forValueVariable);
    valueVariable = p.textOf(p.read());
  }
  if (!p.nextIsKeyword('in')) return giveUp(p, open, closeType, PROBLEMS.forIn);
  p.read();

  let mark = p.diagnostics.length;
  const collection = parseExpression(p);
  if (p.recovery && p.hasErrorsSince(mark)) return giveUp(p, open, closeType);
  if (p.nextType !== Token.COLON) return giveUp(p, open, closeType, PROBLEMS.forColon);
  p.read();

  mark = p.diagnostics.length;
  let keyExpression: Expression | undefined;
  let valueExpression = parseExpression(p);
  if (p.nextType === Token.FAT_ARROW) {
    p.read();
    keyExpression = valueExpression;
    valueExpression = parseExpression(p);
  }
  if (p.recovery && p.hasErrorsSince(mark)) return giveUp(p, open, closeType);

  const ellipsis = p.nextType === Token.ELLIPSIS ? p.read() : undefined;
  let condition: Expression | undefined;
  if (p.nextIsKeyword('if')) {
    p.read();
    mark = p.diagnostics.length;
    condition = parseExpression(p);
    if (p.recovery && p.hasErrorsSince(mark)) return giveUp(p, open, closeType);
  }

  let close: number;
  if (p.nextType === closeType) {
    close = p.read();
  } else {
    if (!p.recovery) p.report(PROBLEMS.forExtra, p.rangeOf(p.next), p.rangeBetween(open, p.next));
    close = p.recover(closeType);
  }

  const range = p.rangeBetween(open, close);
  if (makesObject) {
    if (keyExpression === undefined) p.report(PROBLEMS.forObjectKey, valueExpression, range);
  } else {
    if (keyExpression !== undefined) p.report(PROBLEMS.forTupleKey, keyExpression, range);
    if (ellipsis !== undefined) p.report(PROBLEMS.forTupleGroup, p.rangeOf(ellipsis), range);
  }
  return {
    kind: 'for',
    file: p.file,
    start: range.start,
    end: range.end,
    keyVariable,
    valueVariable,
    collection,
    keyExpression,
    valueExpression,
    condition,
    group: ellipsis !== undefined,
    openRange: p.rangeOf(open),
    closeRange: p.rangeOf(close),
  };
}

/** Reports the problem, if it is one of its own, and skips the rest of the expression. */
function giveUp(p: Parser, open: number, closeType: TokenType, problem?: Problem): Expression {
  if (problem !== undefined && !p.recovery) p.report(problem, p.rangeOf(p.next), p.rangeBetween(open, p.next));
  return p.placeholder(p.rangeBetween(open, p.recover(closeType)));
}
