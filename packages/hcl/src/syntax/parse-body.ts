import type { Diagnostic } from '../text/diagnostic.ts';
import { rangeText } from '../text/range-text.ts';
import { AttributeNode, type BlockHeader, BlockNode, BodyNode, headerRangeOf } from './nodes.ts';
import { parseExpression } from './parse-expression.ts';
import { readQuotedString } from './parse-quoted-string.ts';
import type { Parser } from './parser.ts';
import { PROBLEMS, type Problem } from './problem.ts';
import type { TokenType } from './token.ts';
import * as Token from './token.ts';
import type { Attribute, Block, Body } from './tree.ts';

/** Parses attributes and blocks up to the token `end`, which is taken too: `EOF` for a file, `CBRACE` for a block. */
export function parseBody(p: Parser, end: TokenType): Body {
  const { attributes, blocks } = p;
  const attributesMark = attributes.mark;
  const blocksMark = blocks.mark;
  let byName: Map<string, Attribute> | undefined;
  const first = p.previous;
  let last: number;
  for (;;) {
    if (p.nextType === end) {
      last = p.read();
      break;
    }
    if (p.nextType === Token.NEWLINE) {
      p.read();
    } else if (p.nextType === Token.IDENT) {
      const item = parseBodyItem(p);
      if (item?.kind === 'block') {
        blocks.add(item);
      } else if (item !== undefined) {
        if (byName === undefined && attributes.countSince(attributesMark) > FEW_ATTRIBUTES) {
          byName = new Map(attributes.since(attributesMark).map((attribute) => [attribute.name, attribute]));
        }
        const existing = byName === undefined ? findAttribute(p, attributesMark, item.name) : byName.get(item.name);
        if (existing === undefined) {
          attributes.add(item);
          byName?.set(item.name, item);
        } else {
          p.report(redefined(item, existing), item.nameRange);
        }
      }
    } else {
      const type = p.nextType;
      const bad = p.read();
      if (!p.recovery) reportBadItem(p, type, bad, end, first);
      last = p.previous;
      p.recover(end);
      break;
    }
  }

  const range = p.rangeBetween(first, last);
  return new BodyNode(range, attributes.finish(attributesMark), blocks.finish(blocksMark));
}

/** Bodies with more attributes than this are searched with a map. */
const FEW_ATTRIBUTES = 12;

function findAttribute(p: Parser, mark: number, name: string): Attribute | undefined {
  for (let i = p.attributes.mark - 1; i >= mark; i--) {
    const attribute = p.attributes.at(i);
    if (attribute?.name === name) return attribute;
  }
  return undefined;
}

function redefined(attribute: Attribute, existing: Attribute): Problem {
  return {
    code: 'hcl/attribute-redefined',
    summary: 'Attribute redefined',
    detail: `The argument "${attribute.name}" was already set at ${rangeText(existing.nameRange)}. Each argument may be set only once.`,
  };
}

function reportBadItem(p: Parser, type: TokenType, bad: number, end: TokenType, first: number): void {
  if (type === Token.OQUOTE) {
    p.report(PROBLEMS.quotedArgumentName, p.rangeOf(bad));
  } else if (type === Token.EOF) {
    p.report(end === Token.CBRACE ? PROBLEMS.unclosedBlock : PROBLEMS.unclosedBody, p.rangeOf(first));
  } else {
    p.report(PROBLEMS.itemRequired, p.rangeOf(bad));
  }
}

/** The next token is a name. */
function parseBodyItem(p: Parser): Attribute | Block | undefined {
  const name = p.read();
  switch (p.nextType) {
    case Token.EQUAL:
      return parseAttribute(p, name, false);
    case Token.OQUOTE:
    case Token.OBRACE:
    case Token.IDENT:
      return parseBlock(p, name);
    default:
      p.recoverAfterBodyItem();
      p.report(PROBLEMS.itemNeedsEquals, p.rangeOf(name));
      return undefined;
  }
}

function parseAttribute(p: Parser, name: number, isSingleLine: boolean): Attribute {
  const equals = p.read();
  const mark = p.diagnostics.length;
  const expression = parseExpression(p);
  let last = p.previous;
  if (p.recovery && p.hasErrorsSince(mark)) {
    p.recoverAfterBodyItem();
  } else if (!isSingleLine) {
    if (p.nextType === Token.NEWLINE || p.nextType === Token.EOF) {
      p.read();
    } else {
      if (!p.recovery) {
        const problem = p.nextType === Token.COMMA ? PROBLEMS.commaAfterArgument : PROBLEMS.missingNewline;
        p.report(problem, p.rangeOf(p.next), p.rangeBetween(name, p.next));
      }
      last = p.previous;
      p.recoverAfterBodyItem();
    }
  }
  return new AttributeNode(p.file, p.startOf(name), p.endOf(last), p.textOf(name), p.startOf(equals), expression);
}

function parseBlock(p: Parser, typeToken: number): Block | undefined {
  const labelsMark = p.labels.mark;
  const rangesMark = p.labelRanges.mark;
  while (p.nextType !== Token.OBRACE) {
    if (p.nextType === Token.OQUOTE) {
      const label = readQuotedString(p);
      p.labels.add(label.value);
      p.labelRanges.add(label.range);
    } else if (p.nextType === Token.IDENT) {
      const label = p.read();
      p.labels.add(p.textOf(label));
      p.labelRanges.add(p.rangeOf(label));
    } else {
      reportBadHeader(p, typeToken);
      p.recoverAfterBodyItem();
      return headerOnly(p, readHeader(p, typeToken, labelsMark, rangesMark), typeToken);
    }
  }

  const header = readHeader(p, typeToken, labelsMark, rangesMark);
  const open = p.read();
  // What is wrong behind a one-line body is reported before what is wrong in it.
  const outer = p.diagnostics;
  let body: Body | undefined;
  if (!p.enter()) {
    p.recover(Token.CBRACE);
  } else {
    if (p.nextType === Token.NEWLINE || p.nextType === Token.EOF || p.nextType === Token.CBRACE) {
      body = parseBody(p, Token.CBRACE);
    } else {
      const inner: Diagnostic[] = [];
      p.diagnostics = inner;
      body = parseSingleAttribute(p);
      p.diagnostics = outer;
      closeSingleLine(p, typeToken, open);
      for (const diagnostic of inner) outer.push(diagnostic);
    }
    p.leave();
  }
  const close = p.previous;

  if (p.nextType === Token.NEWLINE || p.nextType === Token.EOF) {
    p.read();
  } else {
    if (!p.recovery) p.report(PROBLEMS.newlineAfterBlock, p.rangeOf(p.next), p.rangeBetween(typeToken, p.next));
    p.recoverAfterBodyItem();
  }
  const end = p.endOf(close);
  return new BlockNode(header, p.startOf(open), p.startOf(close), end, body ?? emptyBody(p, open, close, close));
}

function readHeader(p: Parser, type: number, labelsMark: number, rangesMark: number): BlockHeader {
  const labels = p.labels.finish(labelsMark);
  const labelRanges = p.labelRanges.finish(rangesMark);
  return { file: p.file, start: p.startOf(type), type: p.textOf(type), labels, labelRanges };
}

/** A block that breaks off before its body; its type stands for the braces too. */
function headerOnly(p: Parser, header: BlockHeader, type: number): Block {
  const typeRange = p.rangeOf(type);
  return {
    kind: 'block',
    ...header,
    end: typeRange.end,
    typeRange,
    openBraceRange: typeRange,
    closeBraceRange: typeRange,
    headerRange: headerRangeOf(header),
    body: emptyBody(p, type, type, type),
  };
}

/** Stands for a body that could not be read. */
function emptyBody(p: Parser, first: number, last: number, end: number): Body {
  const { file } = p;
  const range = p.rangeBetween(first, last);
  return {
    kind: 'body',
    file,
    start: range.start,
    end: range.end,
    attributes: [],
    blocks: [],
    endRange: p.rangeOf(end),
  };
}

function reportBadHeader(p: Parser, typeToken: number): void {
  const subject = p.rangeOf(p.next);
  const context = p.rangeBetween(typeToken, p.next);
  if (p.nextType === Token.EQUAL) p.report(PROBLEMS.blockWithEquals, subject, context);
  else if (p.nextType === Token.NEWLINE) p.report(PROBLEMS.blockWithoutBody, subject, context);
  else if (!p.recovery) p.report(PROBLEMS.blockHeader, subject, context);
}

/** The body of `name { attribute = value }`. */
function parseSingleAttribute(p: Parser): Body | undefined {
  const nameType = p.nextType;
  const name = p.read();
  if (nameType !== Token.IDENT) {
    p.recoverAfterBodyItem();
    p.report(PROBLEMS.itemRequired, p.rangeOf(name));
    return undefined;
  }
  switch (p.nextType) {
    case Token.EQUAL: {
      const attribute = parseAttribute(p, name, true);
      return new BodyNode(attribute, [attribute], []);
    }
    case Token.OQUOTE:
    case Token.OBRACE:
    case Token.IDENT: {
      const range = p.rangeBetween(name, p.next);
      p.recoverAfterBodyItem();
      p.report(blockInSingleLine(p.textOf(name)), range);
      return undefined;
    }
    default:
      p.recoverAfterBodyItem();
      p.report(PROBLEMS.itemNeedsEquals, p.rangeOf(name));
      return undefined;
  }
}

function blockInSingleLine(name: string): Problem {
  return {
    code: 'hcl/argument-required',
    summary: 'Argument definition required',
    detail: `A single-line block definition can contain only a single argument. If you meant to define argument "${name}", use an equals sign to assign it a value. To define a nested block, place it on a line of its own within its parent block.`,
  };
}

function closeSingleLine(p: Parser, typeToken: number, open: number): void {
  switch (p.nextType) {
    case Token.CBRACE:
      p.read();
      return;
    case Token.COMMA:
      p.report(PROBLEMS.singleArgumentComma, p.rangeOf(p.next));
      break;
    case Token.NEWLINE:
      p.report(PROBLEMS.singleArgumentNewline, p.rangeOf(p.next));
      break;
    case Token.EOF:
      if (!p.recovery) p.report(PROBLEMS.unclosedBlock, p.rangeOf(open), p.rangeBetween(typeToken, open));
      break;
    default:
      if (!p.recovery) p.report(PROBLEMS.singleArgumentEnd, p.rangeOf(p.next));
  }
  p.recover(Token.CBRACE);
}
