import type { Range } from '../text/range.ts';
import type { Value } from '../value/value.ts';
import { parseExpression, readNumber } from './parse-expression.ts';
import { type Parser, PLACEHOLDER } from './parser.ts';
import { PROBLEMS, type Problem } from './problem.ts';
import * as Token from './token.ts';
import type { Expression, SplatItem, TraversalStep } from './tree.ts';

/** Parses the steps behind a term: attributes, indexes, splats. hashicorp/hcl: `parseExpressionTraversals`. */
export function parseSteps(p: Parser, from: Expression): Expression {
  const diagnosticsMark = p.diagnostics.length;
  const mark = p.steps.mark;
  // Constant steps are gathered until another construct needs the traversal that they make.
  let result = from;
  let levels = 0;
  for (;;) {
    const before = result;
    if (p.nextType === Token.DOT) {
      result = parseDot(p, from, before, mark, diagnosticsMark);
    } else if (p.nextType === Token.OBRACK) {
      const open = p.read();
      result =
        p.nextType === Token.STAR
          ? parseFullSplat(p, from, closeTraversal(p, before, mark), open)
          : parseIndex(p, from, before, mark, open);
    } else {
      break;
    }
    // An index or splat holds what stands before it, so a chain of them nests.
    if (result !== before) {
      if (!p.enter()) break;
      levels++;
    }
  }
  p.leave(levels);
  return closeTraversal(p, result, mark);
}

function parseDot(p: Parser, from: Expression, before: Expression, mark: number, diagnosticsMark: number): Expression {
  const dot = p.read();
  const token = p.next;
  switch (p.nextType) {
    case Token.IDENT: {
      p.read();
      const start = p.startOf(dot);
      const end = p.endOf(token);
      p.steps.add({ kind: 'attributeStep', file: p.file, start, end, name: p.textOf(token) });
      return before;
    }
    case Token.NUMBER_LIT: {
      p.read();
      p.steps.add(indexStep(p.rangeBetween(dot, token), readLegacyIndex(p, token, token, CHAINED_INDEXES)));
      return before;
    }
    case Token.STAR:
      p.read();
      return parseAttributeSplat(p, from, before, mark, dot, token);
    default: {
      p.report(PROBLEMS.attributeName, p.rangeOf(token));
      // Whoever completes names in an editor finds here what was written before the dot.
      p.recovery = true;
      p.steps.finish(mark);
      return {
        kind: 'syntaxError',
        file: p.file,
        start: from.start,
        end: p.endOf(dot),
        placeholder: PLACEHOLDER,
        parseDiagnostics: p.diagnostics.slice(diagnosticsMark),
      };
    }
  }
}

const CHAINED_INDEXES = 'Use the proper index syntax instead, like';
const CHAINED_INDEXES_IN_SPLAT = 'Use the proper index syntax with a full splat expression [*] instead, like';

/** `.0` is an index, a form kept from the first HCL; `.0.1` is scanned as a fraction and refused. */
function readLegacyIndex(p: Parser, token: number, subject: number, advice: string): Value {
  const text = p.textOf(token);
  const dot = text.indexOf('.');
  if (dot < 0) return readNumber(p, token);
  p.report(chainedIndexes(text.slice(0, dot), text.slice(dot + 1), advice), p.rangeOf(subject));
  return PLACEHOLDER;
}

function chainedIndexes(first: string, second: string, advice: string): Problem {
  return {
    code: 'hcl/legacy-index',
    summary: 'Invalid legacy index syntax',
    detail: `When using the legacy index syntax, chaining two indexes together is not permitted. ${advice} [${first}][${second}].`,
  };
}

/** `.*`: takes only attributes and legacy indexes behind it. */
function parseAttributeSplat(
  p: Parser,
  from: Expression,
  before: Expression,
  mark: number,
  dot: number,
  star: number,
): Expression {
  const ownMark = p.steps.mark;
  const firstStart = p.startOf(p.next);
  let end = p.endOf(star);
  while (p.nextType === Token.DOT) {
    const stepDot = p.read();
    if (p.nextType === Token.NUMBER_LIT) {
      const token = p.read();
      const key = readLegacyIndex(p, token, star, CHAINED_INDEXES_IN_SPLAT);
      p.steps.add(indexStep(p.rangeBetween(stepDot, token), key));
      end = p.endOf(token);
    } else if (p.nextType === Token.IDENT) {
      const token = p.read();
      end = p.endOf(token);
      p.steps.add({ kind: 'attributeStep', file: p.file, start: p.startOf(stepDot), end, name: p.textOf(token) });
    } else {
      if (!p.recovery) {
        if (p.nextType === Token.STAR) p.report(PROBLEMS.nestedSplat, p.rangeOf(p.next));
        else p.report(PROBLEMS.attributeName, p.rangeOf(star));
      }
      p.recovery = true;
      p.steps.finish(ownMark);
      return before;
    }
  }

  const steps = p.steps.finish(ownMark);
  const source = closeTraversal(p, before, mark);
  const item: SplatItem = { kind: 'splatItem', file: p.file, start: p.startOf(dot), end: p.endOf(star) };
  const each: Expression =
    steps.length === 0
      ? item
      : { kind: 'relativeTraversal', file: p.file, start: firstStart, end, source: item, steps };
  const markerRange = p.rangeBetween(dot, star);
  return { kind: 'splat', file: p.file, start: from.start, end, source, each, item, markerRange };
}

/** `[*]`: all steps behind it go to each element. */
function parseFullSplat(p: Parser, from: Expression, source: Expression, open: number): Expression {
  p.read();
  const closeType = p.nextType;
  let close = p.read();
  if (closeType !== Token.CBRACK && !p.recovery) {
    close = p.recover(Token.CBRACK);
    p.report(PROBLEMS.splatBracket, p.rangeOf(close));
  }
  const item: SplatItem = { kind: 'splatItem', file: p.file, start: p.startOf(open), end: p.endOf(close) };
  const markerRange = p.rangeBetween(open, close);
  let each: Expression = item;
  if (p.enter()) {
    each = parseSteps(p, item);
    p.leave();
  }
  return { kind: 'splat', file: p.file, start: from.start, end: each.end, source, each, item, markerRange };
}

function parseIndex(p: Parser, from: Expression, before: Expression, mark: number, open: number): Expression {
  p.pushNewlines(false);
  const diagnosticsMark = p.diagnostics.length;
  const key = parseExpression(p);
  let close: number;
  if (p.recovery && p.hasErrorsSince(diagnosticsMark)) {
    close = p.recover(Token.CBRACK);
  } else {
    const closeType = p.nextType;
    close = p.read();
    if (closeType !== Token.CBRACK && !p.recovery) {
      // The place given is where reading goes on, since hashicorp/hcl reuses the variable it points to.
      close = p.recover(Token.CBRACK);
      p.report(PROBLEMS.indexBracket, p.rangeOf(close));
    }
  }
  p.popNewlines();

  const constant = constantKey(key);
  if (constant !== undefined) {
    p.steps.add(indexStep(p.rangeBetween(open, close), constant));
    return before;
  }
  return {
    kind: 'index',
    file: p.file,
    start: from.start,
    end: p.endOf(close),
    collection: closeTraversal(p, before, mark),
    key,
    openRange: p.rangeOf(open),
  };
}

/** The value of a key that makes the index a step of a traversal: a literal, or a string without interpolation. */
function constantKey(key: Expression): Value | undefined {
  if (key.kind === 'literal') return key.value;
  if (key.kind !== 'template' || key.parts.length !== 1) return undefined;
  const part = key.parts[0];
  return part?.kind === 'literal' ? part.value : undefined;
}

function indexStep(range: Range, key: Value): TraversalStep {
  return { kind: 'indexStep', file: range.file, start: range.start, end: range.end, key };
}

/** Gives the steps gathered since `mark`, if any, to the expression before them. */
function closeTraversal(p: Parser, expression: Expression, mark: number): Expression {
  const last = p.steps.at(p.steps.mark - 1);
  if (p.steps.mark === mark || last === undefined) return expression;
  const steps = p.steps.finish(mark);
  if (expression.kind === 'scopeTraversal' || expression.kind === 'relativeTraversal') {
    // Nobody else has seen the node yet: the parser made it for the term whose steps are being read.
    const open = expression as OpenTraversal;
    // Parentheses with a mistake inside give back what they hold, and that may have steps of its own.
    open.steps = open.steps.length === 0 ? steps : [...open.steps, ...steps];
    open.end = last.end;
    return expression;
  }
  return { kind: 'relativeTraversal', file: p.file, start: expression.start, end: last.end, source: expression, steps };
}

interface OpenTraversal {
  end: number;
  steps: readonly TraversalStep[];
}
