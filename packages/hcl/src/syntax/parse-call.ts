import { CallNode } from './nodes.ts';
import { parseExpression } from './parse-expression.ts';
import { type Parser, PLACEHOLDER } from './parser.ts';
import { PROBLEMS, type Problem } from './problem.ts';
import * as Token from './token.ts';
import type { Expression } from './tree.ts';

/**
 * Parses a function call whose name was just read.
 * @param nameToken  the name, or the first part of `provider::aws::arn_parse`
 */
export function parseCall(p: Parser, nameToken: number): Expression {
  let name = p.textOf(nameToken);
  let lastName = nameToken;
  let openType = p.nextType;
  let open = p.read();
  while (openType === Token.DOUBLE_COLON) {
    const nextType = p.nextType;
    const next = p.read();
    if (nextType !== Token.IDENT) return brokenCall(p, PROBLEMS.missingFunctionName, nameToken, next);
    name = `${name}::${p.textOf(next)}`;
    lastName = next;
    openType = p.nextType;
    open = p.read();
  }
  if (openType !== Token.OPAREN) return brokenCall(p, PROBLEMS.missingOpenParenthesis, nameToken, open);

  p.pushNewlines(false);
  const argumentsMark = p.expressions.mark;
  let expandFinal = false;
  let close: number | undefined;
  for (;;) {
    if (p.nextType === Token.CPAREN) {
      close = p.read();
      break;
    }
    const mark = p.diagnostics.length;
    p.expressions.add(parseExpression(p));
    if (p.recovery && p.hasErrorsSince(mark)) {
      const recovered = p.recover(Token.CPAREN);
      if (p.typeOf(recovered) === Token.CPAREN) close = recovered;
      break;
    }
    const separatorType = p.nextType;
    const separator = p.read();
    if (separatorType === Token.CPAREN) {
      close = separator;
      break;
    }
    if (separatorType === Token.ELLIPSIS) {
      expandFinal = true;
      close = readExpandedEnd(p, nameToken, separator);
      break;
    }
    if (separatorType !== Token.COMMA) {
      if (separatorType === Token.EOF) p.report(PROBLEMS.unclosedCall, p.rangeBetween(nameToken, open));
      else p.report(PROBLEMS.argumentSeparator, p.rangeOf(separator), p.rangeBetween(nameToken, separator));
      close = p.recover(Token.CPAREN);
      break;
    }
  }
  p.popNewlines();

  const args = p.expressions.finish(argumentsMark);
  const place = p.rangeBetween(nameToken, close ?? p.previous);
  const closeStart = close === undefined ? place.end : p.startOf(close);
  const call = new CallNode(place, name, p.endOf(lastName), p.startOf(open), closeStart, args, expandFinal);
  if (close !== undefined) return call;
  const { nameRange, openRange, closeRange } = call;
  return {
    ...place,
    kind: 'functionCall',
    name,
    nameRange,
    arguments: args,
    expandFinal,
    openRange,
    closeRange,
    isUnclosed: true,
  };
}

/** Behind `...` there must be the closing parenthesis. */
function readExpandedEnd(p: Parser, nameToken: number, ellipsis: number): number {
  if (p.nextType === Token.CPAREN) return p.read();
  if (!p.recovery) p.report(PROBLEMS.expandedArgumentEnd, p.rangeOf(ellipsis), p.rangeBetween(nameToken, ellipsis));
  return p.recover(Token.CPAREN);
}

function brokenCall(p: Parser, problem: Problem, nameToken: number, at: number): Expression {
  const mark = p.diagnostics.length;
  const range = p.rangeBetween(nameToken, at);
  p.report(problem, p.rangeOf(at), range);
  p.recoverOver(Token.OPAREN);
  const { file, start, end } = range;
  return {
    kind: 'syntaxError',
    file,
    start,
    end,
    placeholder: PLACEHOLDER,
    parseDiagnostics: p.diagnostics.slice(mark),
  };
}
