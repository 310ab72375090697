import { rangeText } from '../text/range-text.ts';
import { stringValue } from '../value/construct.ts';
import type { Parser } from './parser.ts';
import type { Problem } from './problem.ts';
import { PROBLEMS } from './problem.ts';
import type { ForPart, IfPart, TemplatePart } from './template-part.ts';
import type { Expression, Literal, Template } from './tree.ts';

/** Brings the directives of a template together: `%{ if }` becomes a conditional, `%{ for }` a joined `for`. */
export function buildTemplate(p: Parser, parts: readonly TemplatePart[]): readonly Expression[] {
  const builder: Builder = { p, parts, at: 0 };
  const mark = p.expressions.mark;
  while (peek(builder).kind !== 'end') p.expressions.add(buildExpression(builder));
  return p.expressions.finish(mark);
}

interface Builder {
  readonly p: Parser;
  readonly parts: readonly TemplatePart[];
  at: number;
}

/** The part that is next; the last is always `end`. */
function peek(builder: Builder): TemplatePart {
  const part = builder.parts[builder.at] ?? builder.parts.at(-1);
  if (part === undefined) throw new Error('the parts of a template end with `end`');
  return part;
}

function buildExpression(builder: Builder): Expression {
  const part = peek(builder);
  builder.at++;
  switch (part.kind) {
    case 'literal':
      return { kind: 'literal', file: part.file, start: part.start, end: part.end, value: stringValue(part.value) };
    case 'interpolation':
      return part.expression;
    case 'if':
      return nested(builder, part, buildIf);
    case 'for':
      return nested(builder, part, buildFor);
    case 'else':
    case 'endif':
    case 'endfor':
      builder.p.report(
        unexpected(part.kind, 'The control directives within this template are unbalanced.'),
        place(part),
      );
      return builder.p.placeholder(part);
    case 'end': {
      builder.at--;
      builder.p.report(unexpectedEnd('The control directives within this template are unbalanced.'), place(part));
      return builder.p.placeholder(part);
    }
  }
}

/** Directives nest like expressions do; past the limit the rest of the template is dropped. */
function nested<P extends IfPart | ForPart>(
  builder: Builder,
  part: P,
  build: (builder: Builder, open: P) => Expression,
): Expression {
  if (!builder.p.enter()) {
    builder.at = builder.parts.length - 1;
    return builder.p.placeholder(part);
  }
  const expression = build(builder, part);
  builder.p.leave();
  return expression;
}

function buildIf(builder: Builder, open: IfPart): Expression {
  const { p } = builder;
  const whenTrue: Expression[] = [];
  const whenFalse: Expression[] = [];
  let current = whenTrue;
  for (;;) {
    const part = peek(builder);
    switch (part.kind) {
      case 'end':
        p.report(
          unexpectedEnd(`The if directive at ${rangeText(open)} is missing its corresponding endif directive.`),
          place(part),
        );
        return p.placeholder(part);
      case 'else':
        builder.at++;
        if (current === whenFalse) {
          const detail = `Already in the else clause for the if started at ${rangeText(open)}.`;
          p.report(unexpected('else', detail), place(part));
          return p.placeholder(part);
        }
        current = whenFalse;
        break;
      case 'endfor':
        builder.at++;
        p.report(
          unexpected('endfor', `Expecting an endif directive for the if started at ${rangeText(open)}.`),
          place(part),
        );
        return p.placeholder(part);
      case 'endif':
        builder.at++;
        return {
          kind: 'conditional',
          file: open.file,
          start: open.start,
          end: part.end,
          condition: open.condition,
          trueResult: templateOf(whenTrue, open, open.end),
          falseResult: templateOf(whenFalse, open, part.start),
        };
      default:
        current.push(buildExpression(builder));
    }
  }
}

function buildFor(builder: Builder, open: ForPart): Expression {
  const { p } = builder;
  const content: Expression[] = [];
  for (;;) {
    const part = peek(builder);
    switch (part.kind) {
      case 'end':
        p.report(
          unexpectedEnd(`The for directive at ${rangeText(open)} is missing its corresponding endfor directive.`),
          place(part),
        );
        return p.placeholder(part);
      case 'else':
        builder.at++;
        p.report(PROBLEMS.elseInFor, place(part));
        return p.placeholder(part);
      case 'endif':
        builder.at++;
        p.report(
          unexpected(
            'endif',
            `Expecting an endfor directive corresponding to the for directive at ${rangeText(open)}.`,
          ),
          place(part),
        );
        return p.placeholder(part);
      case 'endfor': {
        builder.at++;
        const { file, start } = open;
        const { end } = part;
        const tuple: Expression = {
          kind: 'for',
          file,
          start,
          end,
          keyVariable: open.keyVariable,
          valueVariable: open.valueVariable,
          collection: open.collection,
          keyExpression: undefined,
          valueExpression: templateOf(content, open, open.end),
          condition: undefined,
          group: false,
          openRange: place(open),
          closeRange: place(part),
        };
        return { kind: 'templateJoin', file, start, end, tuple };
      }
      default:
        content.push(buildExpression(builder));
    }
  }
}

/** The expressions between two directives; where there are none, an empty text at `emptyAt`. */
function templateOf(expressions: readonly Expression[], open: IfPart | ForPart, emptyAt: number): Template {
  const { file } = open;
  const empty: Literal = { kind: 'literal', file, start: emptyAt, end: emptyAt, value: stringValue('') };
  const parts = expressions.length > 0 ? expressions : [empty];
  return { kind: 'template', file, start: parts[0]?.start ?? emptyAt, end: parts.at(-1)?.end ?? emptyAt, parts };
}

function place({ file, start, end }: TemplatePart): { file: TemplatePart['file']; start: number; end: number } {
  return { file, start, end };
}

function unexpected(directive: 'else' | 'endif' | 'endfor', detail: string): Problem {
  return { code: 'hcl/unbalanced-directive', summary: `Unexpected ${directive} directive`, detail };
}

function unexpectedEnd(detail: string): Problem {
  return { code: 'hcl/unbalanced-directive', summary: 'Unexpected end of template', detail };
}
