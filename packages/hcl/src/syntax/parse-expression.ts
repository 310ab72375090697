import { FALSE, NULL, numberValue, TRUE, unknownValue } from '../value/construct.ts';
import { parseNumber } from '../value/number-text.ts';
import { NUMBER } from '../value/type.ts';
import type { Value } from '../value/value.ts';
import { parseCall } from './parse-call.ts';
import { parseObject, parseTuple } from './parse-constructor.ts';
import { parseSteps } from './parse-steps.ts';
import { parseQuotedTemplate } from './parse-template.ts';
import type { Parser } from './parser.ts';
import { PROBLEMS } from './problem.ts';
import * as Token from './token.ts';
import type { BinaryOperator, Expression, TraversalStep } from './tree.ts';

/** Parses one expression. Where there is none, reports it and gives a placeholder, without taking a token. */
export function parseExpression(p: Parser): Expression {
  if (!p.enter()) return p.placeholder(p.rangeOf(p.next));
  const expression = parseConditional(p);
  p.leave();
  return expression;
}

function parseConditional(p: Parser): Expression {
  const start = p.startOf(p.next);
  const first = p.next;
  let mark = p.diagnostics.length;
  const condition = parseBinary(p, 1);
  if (p.nextType !== Token.QUESTION) return condition;
  if (p.recovery && p.hasErrorsSince(mark)) return condition;
  p.read();

  mark = p.diagnostics.length;
  const trueResult = parseExpression(p);
  if (p.recovery && p.hasErrorsSince(mark)) return condition;
  if (p.nextType !== Token.COLON) {
    p.report(PROBLEMS.missingFalseResult, p.rangeOf(p.next), p.rangeBetween(first, p.next));
    return condition;
  }
  p.read();

  mark = p.diagnostics.length;
  const falseResult = parseExpression(p);
  if (p.recovery && p.hasErrorsSince(mark)) return condition;
  return { kind: 'conditional', file: p.file, start, end: falseResult.end, condition, trueResult, falseResult };
}

/** How tightly binary operators bind, by token type; 0 for every other token. */
const PRECEDENCE = new Uint8Array(64);
const OPERATORS: readonly (readonly [number, number, BinaryOperator])[] = [
  [Token.OR, 1, '||'],
  [Token.AND, 2, '&&'],
  [Token.EQUAL_OP, 3, '=='],
  [Token.NOT_EQUAL, 3, '!='],
  [Token.GREATER_THAN, 4, '>'],
  [Token.GREATER_THAN_EQ, 4, '>='],
  [Token.LESS_THAN, 4, '<'],
  [Token.LESS_THAN_EQ, 4, '<='],
  [Token.PLUS, 5, '+'],
  [Token.MINUS, 5, '-'],
  [Token.STAR, 6, '*'],
  [Token.SLASH, 6, '/'],
  [Token.PERCENT, 6, '%'],
];
const OPERATOR_OF: BinaryOperator[] = [];
for (const [type, precedence, operator] of OPERATORS) {
  PRECEDENCE[type] = precedence;
  OPERATOR_OF[type] = operator;
}

/** Operators of one level are left-associative, so a chain of them is a loop here and leans to the left in the tree. */
function parseBinary(p: Parser, lowest: number): Expression {
  let mark = p.diagnostics.length;
  let left = parseOperand(p);
  for (;;) {
    const precedence = PRECEDENCE[p.nextType] ?? 0;
    if (precedence < lowest || (p.recovery && p.hasErrorsSince(mark))) return left;
    const operator = OPERATOR_OF[p.nextType] ?? '+';
    p.read();
    mark = p.diagnostics.length;
    if (!p.enter()) return left;
    const right = parseBinary(p, precedence + 1);
    p.leave();
    if (p.recovery && p.hasErrorsSince(mark)) return left;
    left = { kind: 'binary', file: p.file, start: left.start, end: right.end, operator, left, right };
  }
}

/** A term with the steps behind it: `a.b[0]`, `f(x).y`. */
function parseOperand(p: Parser): Expression {
  const term = parseTerm(p);
  switch (p.nextType) {
    case Token.DOT:
    case Token.OBRACK:
      return parseSteps(p, term);
    default:
      return term;
  }
}

function parseTerm(p: Parser): Expression {
  switch (p.nextType) {
    case Token.IDENT:
      return parseName(p);
    case Token.OQUOTE:
    case Token.OHEREDOC:
      return parseQuotedTemplate(p);
    case Token.NUMBER_LIT: {
      const token = p.read();
      return {
        kind: 'literal',
        file: p.file,
        start: p.startOf(token),
        end: p.endOf(token),
        value: readNumber(p, token),
      };
    }
    case Token.OBRACK:
      return parseTuple(p);
    case Token.OBRACE:
      return parseObject(p);
    case Token.OPAREN:
      return parseParentheses(p);
    case Token.MINUS:
    case Token.BANG:
      return parseUnary(p);
    case Token.EOF:
      if (!p.recovery) p.report(PROBLEMS.missingExpression, p.rangeOf(p.next));
      break;
    default:
      if (!p.recovery) p.report(PROBLEMS.invalidExpression, p.rangeOf(p.next));
  }
  p.recovery = true;
  return p.placeholder(p.rangeOf(p.next));
}

function parseName(p: Parser): Expression {
  const token = p.read();
  if (p.nextType === Token.OPAREN || p.nextType === Token.DOUBLE_COLON) return parseCall(p, token);
  const start = p.startOf(token);
  const end = p.endOf(token);
  const name = p.textOf(token);
  const value = KEYWORDS.get(name);
  if (value !== undefined) return { kind: 'literal', file: p.file, start, end, value };
  return {
    kind: 'scopeTraversal',
    file: p.file,
    start,
    end,
    root: { file: p.file, start, end, name },
    steps: NO_STEPS,
  };
}

const NO_STEPS: readonly TraversalStep[] = [];

const KEYWORDS: ReadonlyMap<string, Value> = new Map<string, Value>([
  ['true', TRUE],
  ['false', FALSE],
  ['null', NULL],
]);

/** The value of a number token; unknown, and reported, where cty cannot read it. */
export function readNumber(p: Parser, token: number): Value {
  const value = parseNumber(p.textOf(token));
  if (value !== undefined) return numberValue(value);
  p.report(PROBLEMS.invalidNumber, p.rangeOf(token));
  return unknownValue(NUMBER);
}

/** The operand takes steps but no binary operators: `-46 + 5` is `(-46) + 5`. */
function parseUnary(p: Parser): Expression {
  const operator = p.nextType === Token.MINUS ? '-' : '!';
  const token = p.read();
  const symbolRange = p.rangeOf(token);
  const operand = p.enter() ? parseOperand(p) : undefined;
  if (operand === undefined) return p.placeholder(symbolRange);
  p.leave();
  return { kind: 'unary', file: p.file, start: symbolRange.start, end: operand.end, operator, operand, symbolRange };
}

function parseParentheses(p: Parser): Expression {
  const open = p.read();
  p.pushNewlines(false);
  const mark = p.diagnostics.length;
  const inner = parseExpression(p);
  if (p.hasErrorsSince(mark)) {
    // The next parser has some chance to go on behind our closing parenthesis.
    p.recover(Token.CPAREN);
    p.popNewlines();
    return inner;
  }
  if (p.nextType !== Token.CPAREN) {
    p.report(PROBLEMS.unbalancedParentheses, p.rangeOf(p.next), p.rangeBetween(open, p.next));
    p.recovery = true;
  }
  const close = p.read();
  p.popNewlines();
  return { kind: 'parentheses', file: p.file, start: p.startOf(open), end: p.endOf(close), inner };
}
