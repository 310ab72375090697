import { ObjectNode, TupleNode } from './nodes.ts';
import { parseExpression } from './parse-expression.ts';
import { parseFor } from './parse-for.ts';
import type { Parser } from './parser.ts';
import { PROBLEMS } from './problem.ts';
import * as Token from './token.ts';
import type { Expression, ObjectKey } from './tree.ts';

/** `[a, b]`, or `[for ...]`. The next token is the opening bracket. */
export function parseTuple(p: Parser): Expression {
  const open = p.read();
  p.pushNewlines(false);
  const expression = p.nextIsKeyword('for') ? parseFor(p, open) : parseItems(p, open);
  p.popNewlines();
  return expression;
}

function parseItems(p: Parser, open: number): Expression {
  const itemsMark = p.expressions.mark;
  let close: number;
  for (;;) {
    if (p.nextType === Token.CBRACK) {
      close = p.read();
      break;
    }
    const mark = p.diagnostics.length;
    p.expressions.add(parseExpression(p));
    if (p.recovery && p.hasErrorsSince(mark)) {
      close = p.recover(Token.CBRACK);
      break;
    }
    if (p.nextType === Token.COMMA) {
      p.read();
    } else if (p.nextType !== Token.CBRACK) {
      if (!p.recovery) {
        if (p.nextType === Token.EOF) p.report(PROBLEMS.unclosedTuple, p.rangeOf(open));
        else p.report(PROBLEMS.itemSeparator, p.rangeOf(p.next), p.rangeBetween(open, p.next));
      }
      close = p.recover(Token.CBRACK);
      break;
    }
  }
  const items = p.expressions.finish(itemsMark);
  return new TupleNode(p.file, p.startOf(open), p.endOf(close), items);
}

/** `{ a = b }`, or `{for ...}`. The next token is the opening brace. */
export function parseObject(p: Parser): Expression {
  const open = p.read();
  // Newlines separate the items of an object, but mean nothing in a `for`.
  p.pushNewlines(false);
  const isFor = p.nextIsKeyword('for');
  p.popNewlines();
  if (isFor) return parseFor(p, open);

  p.pushNewlines(true);
  const itemsMark = p.objectItems.mark;
  const close = parseObjectItems(p, open);
  const items = p.objectItems.finish(itemsMark);
  p.popNewlines();
  return new ObjectNode(p.file, p.startOf(open), p.endOf(close), items);
}

/** @returns the token that closes the object */
function parseObjectItems(p: Parser, open: number): number {
  for (;;) {
    if (p.nextType === Token.NEWLINE) {
      p.read();
      continue;
    }
    if (p.nextType === Token.CBRACE) return p.read();

    const forceNonLiteral = p.nextType === Token.OPAREN;
    let mark = p.diagnostics.length;
    const wrapped = parseExpression(p);
    if (p.recovery && p.hasErrorsSince(mark)) return p.recover(Token.CBRACE);
    if (p.nextType !== Token.EQUAL && p.nextType !== Token.COLON) {
      if (!p.recovery) reportMissingSeparator(p, open);
      return p.recover(Token.CBRACE);
    }
    p.read();

    mark = p.diagnostics.length;
    const value = parseExpression(p);
    const isBroken = p.recovery && p.hasErrorsSince(mark);
    // An item whose value breaks off behind a dot is kept, for completion in editors.
    if (!isBroken || value.kind === 'syntaxError') {
      p.objectItems.add({ key: objectKey(wrapped, forceNonLiteral), value });
    }
    if (isBroken) return p.recover(Token.CBRACE);

    if (p.nextType === Token.COMMA || p.nextType === Token.NEWLINE) {
      p.read();
    } else if (p.nextType !== Token.CBRACE) {
      if (!p.recovery) {
        if (p.nextType === Token.EOF) p.report(PROBLEMS.unclosedObject, p.rangeOf(open));
        else p.report(PROBLEMS.attributeSeparator, p.rangeOf(p.next), p.rangeBetween(open, p.next));
      }
      return p.recover(Token.CBRACE);
    }
  }
}

function reportMissingSeparator(p: Parser, open: number): void {
  const subject = p.rangeOf(p.next);
  const context = p.rangeBetween(open, p.next);
  switch (p.nextType) {
    case Token.NEWLINE:
    case Token.COMMA:
      p.report(PROBLEMS.missingAttributeValue, subject, context);
      break;
    case Token.IDENT:
      p.report(PROBLEMS.keySeparatorBeforeName, subject, context);
      break;
    case Token.EOF:
      p.report(PROBLEMS.unclosedObject, p.rangeOf(open));
      break;
    default:
      p.report(PROBLEMS.keySeparator, subject, context);
  }
}

function objectKey(wrapped: Expression, forceNonLiteral: boolean): ObjectKey {
  const { file, start, end } = wrapped;
  return { kind: 'objectKey', file, start, end, wrapped, forceNonLiteral, keyword: bareName(wrapped) };
}

/** The name, where a key is a bare name; `true`, `false` and `null` are names here. */
function bareName(expression: Expression): string | undefined {
  if (expression.kind === 'scopeTraversal') return expression.steps.length === 0 ? expression.root.name : undefined;
  if (expression.kind !== 'literal') return undefined;
  const { value } = expression;
  if (value.kind === 'bool') return String(value.value);
  return value.kind === 'null' ? 'null' : undefined;
}
