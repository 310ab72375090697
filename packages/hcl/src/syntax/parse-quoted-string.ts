import { goQuote } from '../text/go-quote.ts';
import type { Range } from '../text/range.ts';
import type { Parser } from './parser.ts';
import { PROBLEMS, type Problem } from './problem.ts';
import { readStringLiteral } from './string-literal.ts';
import * as Token from './token.ts';

export interface QuotedString {
  readonly value: string;
  /** With its quotes. */
  readonly range: Range;
}

/** A quoted string in which templates mean nothing, such as a block label. The next token is its opening quote. */
export function readQuotedString(p: Parser): QuotedString {
  const open = p.read();
  const pieces: string[] = [];
  for (;;) {
    const type = p.nextType;
    const token = p.read();
    switch (type) {
      case Token.CQUOTE:
        break;
      case Token.QUOTED_LIT:
        pieces.push(readStringLiteral(p.rangeOf(token), true, p.reportAt));
        continue;
      case Token.TEMPLATE_INTERP:
      case Token.TEMPLATE_CONTROL: {
        const sign = type === Token.TEMPLATE_INTERP ? '$' : '%';
        p.report(templateNotAllowed(sign), p.rangeOf(token), p.rangeBetween(open, token));
        // A mark in the value, for whoever looks at what could be read.
        pieces.push(`${sign}{ ... }`);
        p.recover(Token.TEMPLATE_SEQ_END);
        continue;
      }
      case Token.EOF:
        p.report(PROBLEMS.unclosedString, p.rangeOf(token), p.rangeBetween(open, token));
        break;
      default:
        p.report(PROBLEMS.invalidStringItem, p.rangeOf(token), p.rangeBetween(open, token));
        p.recover(Token.CQUOTE);
    }
    return { value: pieces.join(''), range: p.rangeBetween(open, token) };
  }
}

function templateNotAllowed(sign: '$' | '%'): Problem {
  return {
    code: 'hcl/template-not-allowed',
    summary: 'Invalid string literal',
    detail: `Template sequences are not allowed in this string. To include a literal ${goQuote(sign)}, double it (as "${sign}${sign}") to escape it.`,
  };
}
