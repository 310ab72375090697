import type { Range } from '../text/range.ts';
import type { SourceFile } from '../text/source-file.ts';
import { stringValue } from '../value/construct.ts';
import type {
  Attribute,
  Block,
  Body,
  Expression,
  FunctionCall,
  Literal,
  ObjectConstructor,
  ObjectItem,
  Template,
  TupleConstructor,
} from './tree.ts';

// Nodes that trees have most of. They are classes so that ranges which follow from others, and the text of plain strings, are made when
// they are asked for: trees take 10 bytes of heap for a byte of source instead of 16, and most of the time of parsing is the collector's
// (`npm run bench -- parse`).

/** An attribute of a body. */
export class AttributeNode implements Attribute {
  readonly kind = 'attribute';
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly expression: Expression;
  private readonly equals: number;

  /** @param equals  offset of the equals sign */
  constructor(file: SourceFile, start: number, end: number, name: string, equals: number, expression: Expression) {
    this.file = file;
    this.start = start;
    this.end = end;
    this.name = name;
    this.expression = expression;
    this.equals = equals;
  }

  get nameRange(): Range {
    return { file: this.file, start: this.start, end: this.start + this.name.length };
  }

  get equalsRange(): Range {
    return { file: this.file, start: this.equals, end: this.equals + 1 };
  }
}

/** A block with both braces. */
export class BlockNode implements Block {
  readonly kind = 'block';
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly labels: readonly string[];
  readonly labelRanges: readonly Range[];
  readonly body: Body;
  private readonly open: number;
  private readonly close: number;

  /** @param open  offset of the opening brace; @param close  start of the token taken for the closing one */
  constructor(header: BlockHeader, open: number, close: number, end: number, body: Body) {
    this.file = header.file;
    this.start = header.start;
    this.end = end;
    this.type = header.type;
    this.labels = header.labels;
    this.labelRanges = header.labelRanges;
    this.body = body;
    this.open = open;
    this.close = close;
  }

  get typeRange(): Range {
    return { file: this.file, start: this.start, end: this.start + this.type.length };
  }

  get openBraceRange(): Range {
    return { file: this.file, start: this.open, end: this.open + 1 };
  }

  get closeBraceRange(): Range {
    return { file: this.file, start: this.close, end: this.end };
  }

  get headerRange(): Range {
    return headerRangeOf(this);
  }
}

/** What stands before the body of a block. */
export interface BlockHeader {
  readonly file: SourceFile;
  readonly start: number;
  readonly type: string;
  readonly labels: readonly string[];
  readonly labelRanges: readonly Range[];
}

/** From the type to the last label. */
export function headerRangeOf({ file, start, type, labelRanges }: BlockHeader): Range {
  return { file, start, end: labelRanges.at(-1)?.end ?? start + type.length };
}

export class BodyNode implements Body {
  readonly kind = 'body';
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
  readonly attributes: readonly Attribute[];
  readonly blocks: readonly Block[];

  constructor(range: Range, attributes: readonly Attribute[], blocks: readonly Block[]) {
    this.file = range.file;
    this.start = range.start;
    this.end = range.end;
    this.attributes = attributes;
    this.blocks = blocks;
  }

  get endRange(): Range {
    return { file: this.file, start: this.end, end: this.end };
  }
}

/** A quoted string that is text and nothing else, without escapes. */
export class PlainString implements Template {
  readonly kind = 'template';
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
  private known: readonly [Literal] | undefined = undefined;

  /** Offsets of the quotes: `end` is behind the closing one. */
  constructor(file: SourceFile, start: number, end: number) {
    this.file = file;
    this.start = start;
    this.end = end;
  }

  get parts(): readonly [Literal] {
    if (this.known === undefined) {
      const { file } = this;
      const start = this.start + 1;
      const end = this.end - 1;
      this.known = [{ kind: 'literal', file, start, end, value: stringValue(file.text.slice(start, end)) }];
    }
    return this.known;
  }
}

export class TupleNode implements TupleConstructor {
  readonly kind = 'tuple';
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
  readonly items: readonly Expression[];

  constructor(file: SourceFile, start: number, end: number, items: readonly Expression[]) {
    this.file = file;
    this.start = start;
    this.end = end;
    this.items = items;
  }

  get openRange(): Range {
    return { file: this.file, start: this.start, end: this.start + 1 };
  }
}

export class ObjectNode implements ObjectConstructor {
  readonly kind = 'object';
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
  readonly items: readonly ObjectItem[];

  constructor(file: SourceFile, start: number, end: number, items: readonly ObjectItem[]) {
    this.file = file;
    this.start = start;
    this.end = end;
    this.items = items;
  }

  get openRange(): Range {
    return { file: this.file, start: this.start, end: this.start + 1 };
  }
}

export class CallNode implements FunctionCall {
  readonly kind = 'functionCall';
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly arguments: readonly Expression[];
  readonly expandFinal: boolean;
  private readonly nameEnd: number;
  private readonly open: number;
  private readonly close: number;

  /**
   * @param nameEnd  offset behind the name, which may have spaces in it
   * @param open  offset of the opening parenthesis
   * @param close  start of the token taken for the closing one; `end` where there is none
   */
  constructor(
    place: Range,
    name: string,
    nameEnd: number,
    open: number,
    close: number,
    args: readonly Expression[],
    expandFinal: boolean,
  ) {
    this.file = place.file;
    this.start = place.start;
    this.end = place.end;
    this.name = name;
    this.arguments = args;
    this.expandFinal = expandFinal;
    this.nameEnd = nameEnd;
    this.open = open;
    this.close = close;
  }

  get nameRange(): Range {
    return { file: this.file, start: this.start, end: this.nameEnd };
  }

  get openRange(): Range {
    return { file: this.file, start: this.open, end: this.open + 1 };
  }

  get closeRange(): Range {
    return { file: this.file, start: this.close, end: this.end };
  }
}
