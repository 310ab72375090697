import { goQuote } from '../text/go-quote.ts';
import type { Range } from '../text/range.ts';
import { trimEndAsGo, trimStartAsGo } from './go-space.ts';
import { suggestName } from './name-suggestion.ts';
import { parseExpression } from './parse-expression.ts';
import type { Parser } from './parser.ts';
import { PROBLEMS, type Problem } from './problem.ts';
import { readStringLiteral } from './string-literal.ts';
import type { TemplatePart, TemplateParts } from './template-part.ts';
import type { TokenType } from './token.ts';
import * as Token from './token.ts';

const TILDE = 0x7e;

/**
 * Reads a template up to its end token, which is taken too, as a flat list of parts. Strip markers are applied.
 * hashicorp/hcl: `parseTemplateParts`.
 */
export function readTemplateParts(p: Parser, end: TokenType): TemplateParts {
  const parts: TemplatePart[] = [];
  const first = p.next;
  let trimsNext = false;
  let previousIsText = false;
  let last: number;
  for (;;) {
    const type = p.nextType;
    const token = p.read();
    if (type === end) {
      last = token;
      break;
    }
    const trimsStart = trimsNext;
    const canTrimPrevious = previousIsText;
    trimsNext = false;
    previousIsText = false;
    switch (type) {
      case Token.STRING_LIT:
      case Token.QUOTED_LIT: {
        const range = p.rangeOf(token);
        const text = readStringLiteral(range, type === Token.QUOTED_LIT, p.reportAt);
        const value = trimsStart ? trimStartAsGo(text) : text;
        parts.push({ kind: 'literal', file: p.file, start: range.start, end: range.end, value });
        previousIsText = true;
        continue;
      }
      case Token.TEMPLATE_INTERP:
        if (canTrimPrevious && stripsBefore(p, token)) trimLast(parts);
        trimsNext = readInterpolation(p, token, first, end, parts);
        continue;
      case Token.TEMPLATE_CONTROL:
        if (canTrimPrevious && stripsBefore(p, token)) trimLast(parts);
        trimsNext = readDirective(p, token, first, parts);
        continue;
      default:
        if (!p.recovery) p.report(PROBLEMS.unclosedTemplate, p.rangeOf(token), p.rangeBetween(first, token));
        last = p.recover(end);
    }
    break;
  }

  if (parts.length === 0) {
    const at = p.endOf(first);
    parts.push({ kind: 'literal', file: p.file, start: at, end: at, value: '' });
  }
  parts.push({ kind: 'end', ...p.rangeOf(last) });
  return { parts, range: p.rangeBetween(first, last) };
}

/** `${~` and `%{~` */
function stripsBefore(p: Parser, token: number): boolean {
  return p.text.charCodeAt(p.startOf(token) + 2) === TILDE && p.endOf(token) - p.startOf(token) === 3;
}

function trimLast(parts: readonly TemplatePart[]): void {
  const last = parts.at(-1);
  if (last?.kind === 'literal') last.value = trimEndAsGo(last.value);
}

/** @returns whether the text behind loses its leading space, because of `~}` */
function readInterpolation(p: Parser, open: number, first: number, end: TokenType, parts: TemplatePart[]): boolean {
  p.pushNewlines(false);
  const expression = parseExpression(p);
  const close = p.next;
  let trimsNext = false;
  if (p.nextType === Token.TEMPLATE_SEQ_END) {
    p.read();
    trimsNext = p.text.charCodeAt(p.startOf(close)) === TILDE;
  } else {
    if (!p.recovery) reportUnclosedInterpolation(p, first, end);
    p.recover(Token.TEMPLATE_SEQ_END);
  }
  p.popNewlines();
  parts.push({ kind: 'interpolation', ...p.rangeBetween(open, close), expression });
  return trimsNext;
}

function reportUnclosedInterpolation(p: Parser, first: number, end: TokenType): void {
  const start = p.rangeOf(first);
  const type = p.nextType;
  if (type === Token.EOF) {
    p.report(PROBLEMS.unclosedInterpolationAtEnd, start);
  } else if (type === Token.COLON) {
    p.report(PROBLEMS.interpolationColon, p.rangeOf(p.next), p.rangeBetween(first, p.next));
  } else if ((type === Token.CQUOTE || type === Token.OQUOTE) && end === Token.CQUOTE) {
    p.report(PROBLEMS.unclosedInterpolationInQuotes, start);
  } else {
    p.report(PROBLEMS.interpolationExtra, p.rangeOf(p.next), p.rangeBetween(first, p.next));
  }
}

/** @returns whether the text behind loses its leading space, because of `~}` */
function readDirective(p: Parser, open: number, first: number, parts: TemplatePart[]): boolean {
  p.pushNewlines(false);
  const trimsNext = readDirectiveBody(p, open, first, parts);
  p.popNewlines();
  return trimsNext;
}

function readDirectiveBody(p: Parser, open: number, first: number, parts: TemplatePart[]): boolean {
  if (p.nextType !== Token.IDENT) {
    return giveUp(p, PROBLEMS.invalidDirective, p.rangeBetween(open, p.next));
  }
  const keywordToken = p.read();
  const keyword = p.textOf(keywordToken);
  switch (keyword) {
    case 'if': {
      const condition = parseExpression(p);
      parts.push({ kind: 'if', ...p.rangeBetween(open, p.next), condition });
      break;
    }
    case 'else':
    case 'endif':
    case 'endfor':
      parts.push({ kind: keyword, ...p.rangeBetween(open, p.next) });
      break;
    case 'for': {
      const problem = readForDirective(p, open, parts);
      if (problem !== undefined) return giveUp(p, problem);
      break;
    }
    default:
      if (!p.recovery) {
        p.report(invalidKeyword(keyword), p.rangeOf(keywordToken), p.rangeBetween(open, keywordToken));
      }
      p.recover(Token.TEMPLATE_SEQ_END);
      return false;
  }

  if (p.nextType === Token.TEMPLATE_SEQ_END) return p.text.charCodeAt(p.startOf(p.read())) === TILDE;
  if (!p.recovery) {
    p.report(
      {
        code: 'hcl/extra-characters-in-directive',
        summary: `Extra characters in ${keyword} marker`,
        detail: 'Expected a closing brace to end the sequence, but found extra characters.',
      },
      p.rangeOf(p.next),
      p.rangeBetween(first, p.next),
    );
  }
  p.recover(Token.TEMPLATE_SEQ_END);
  return false;
}

function readForDirective(p: Parser, open: number, parts: TemplatePart[]): Problem | undefined {
  if (p.nextType !== Token.IDENT) return PROBLEMS.forDirectiveVariable;
  let valueVariable = p.textOf(p.read());
  let keyVariable: string | undefined;
  if (p.nextType === Token.COMMA) {
    keyVariable = valueVariable;
    p.read();
    if (p.nextType !== Token.IDENT) return PROBLEMS.forDirectiveValueVariable;
    valueVariable = p.textOf(p.read());
  }
  if (!p.nextIsKeyword('in')) return PROBLEMS.forDirectiveIn;
  p.read();
  const collection = parseExpression(p);
  parts.push({ kind: 'for', ...p.rangeBetween(open, p.next), keyVariable, valueVariable, collection });
  return undefined;
}

function giveUp(p: Parser, problem: Problem, context?: Range): false {
  if (!p.recovery) p.report(problem, p.rangeOf(p.next), context);
  p.recover(Token.TEMPLATE_SEQ_END);
  return false;
}

const DIRECTIVES: readonly string[] = ['if', 'for', 'else', 'endif', 'endfor'];

function invalidKeyword(given: string): Problem {
  const suggestion = suggestName(given, DIRECTIVES);
  const hint = suggestion === undefined ? '' : ` Did you mean ${goQuote(suggestion)}?`;
  return {
    code: 'hcl/invalid-directive',
    summary: 'Invalid template control keyword',
    detail: `${goQuote(given)} is not a valid template control keyword.${hint}`,
  };
}
