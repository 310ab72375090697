import type { Expression, Literal, Range, UnknownValue } from '@tfwarden/hcl';
import { withoutParentheses } from '../expression-part.ts';
import { textOf } from '../known-value.ts';
import type { AttributeView } from '../view.ts';

/** Stands for an unknown piece in `LocatedText.text`; only where `unknownAt` has its offset. */
const PLACEHOLDER = '\uFFFC';

/** A text with unknown pieces, and the way back from its offsets to the source. */
export interface LocatedText {
  readonly text: string;
  /** Offsets of the placeholders in `text`. */
  readonly unknownAt: ReadonlyMap<number, UnknownValue>;
  /** The source of `text[start..end]`, as tight as it can be told. */
  rangeOf(start: number, end: number): Range;
}

/** @returns undefined when the attribute is no text, or nothing of the text is known */
export function locatedText(attribute: AttributeView): LocatedText | undefined {
  const { value, source } = attribute;
  if (value === undefined) return undefined;
  const template = withoutParentheses(attribute.expression);
  const builder = new TextBuilder(attribute.range);
  if (template?.kind === 'template' && source?.evaluate !== undefined) {
    for (const part of template.parts) {
      const partValue = part.kind === 'literal' ? part.value : source.evaluate(part);
      if (partValue.kind === 'unknown') builder.addUnknown(partValue, part);
      else builder.add(textOf(partValue) ?? '', part);
    }
    return builder;
  }
  if (value.kind === 'unknown') {
    if (value.parts === undefined) return undefined;
    for (const part of value.parts) {
      if (typeof part === 'string') builder.add(part, undefined);
      else builder.addUnknown(part, undefined);
    }
    return builder;
  }
  const text = textOf(value);
  if (text === undefined) return undefined;
  builder.add(text, template);
  return builder;
}

interface Segment {
  readonly start: number;
  readonly end: number;
  readonly expression: Expression | undefined;
}

class TextBuilder implements LocatedText {
  text = '';
  readonly unknownAt = new Map<number, UnknownValue>();
  readonly #segments: Segment[] = [];
  readonly #maps = new Map<Segment, LiteralMap>();
  readonly #whole: Range;

  constructor(whole: Range) {
    this.#whole = whole;
  }

  add(text: string, expression: Expression | undefined): void {
    if (text === '') return;
    this.#segments.push({ start: this.text.length, end: this.text.length + text.length, expression });
    this.text += text;
  }

  addUnknown(value: UnknownValue, expression: Expression | undefined): void {
    // Known pieces of an interpolation that is unknown as a whole still count.
    for (const part of value.parts ?? [value]) {
      if (typeof part === 'string') {
        this.add(part, expression);
      } else {
        this.unknownAt.set(this.text.length, part);
        this.add(PLACEHOLDER, expression);
      }
    }
  }

  rangeOf(start: number, end: number): Range {
    const first = this.#locate(start);
    const last = this.#locate(Math.max(start, end - 1));
    if (first === undefined || last === undefined) return this.#whole;
    return { file: first.file, start: first.start, end: Math.max(first.start, last.end) };
  }

  /** The source of one character. */
  #locate(offset: number): Range | undefined {
    const segment = this.#segmentAt(offset);
    if (segment?.expression === undefined) return undefined;
    const { expression } = segment;
    if (expression.kind !== 'literal') return expression;
    let map = this.#maps.get(segment);
    if (map === undefined) {
      map = new LiteralMap(expression, this.text.slice(segment.start, segment.end));
      this.#maps.set(segment, map);
    }
    const position = map.sourceOffset(offset - segment.start);
    return position === undefined ? expression : { file: expression.file, start: position, end: position + 1 };
  }

  #segmentAt(offset: number): Segment | undefined {
    let low = 0;
    let high = this.#segments.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#segments[middle]?.end ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return this.#segments[low];
  }
}

/** Where the characters of a literal stand: exact without escapes, and behind the indentation that `<<-` takes off. */
class LiteralMap {
  readonly #literal: Literal;
  readonly #text: string;
  readonly #source: string;
  readonly #isExact: boolean;
  readonly #textLines: readonly number[];
  readonly #sourceLines: readonly number[];

  constructor(literal: Literal, text: string) {
    this.#literal = literal;
    this.#text = text;
    this.#source = literal.file.text.slice(literal.start, literal.end);
    this.#isExact = this.#source === text;
    this.#textLines = this.#isExact ? [] : lineStarts(text);
    this.#sourceLines = this.#isExact ? [] : lineStarts(this.#source);
  }

  sourceOffset(offset: number): number | undefined {
    if (this.#isExact) return this.#literal.start + offset;
    let low = 0;
    let high = this.#textLines.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#textLines[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const line = lineAt(this.#text, this.#textLines, low);
    const sourceLine = lineAt(this.#source, this.#sourceLines, low);
    if (!sourceLine.endsWith(line)) return undefined;
    const column = offset - (this.#textLines[low] ?? 0);
    return this.#literal.start + (this.#sourceLines[low] ?? 0) + sourceLine.length - line.length + column;
  }
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
  return starts;
}

function lineAt(text: string, starts: readonly number[], line: number): string {
  const start = starts[line] ?? text.length;
  return text.slice(start, (starts[line + 1] ?? text.length + 1) - 1);
}
