import { parseConfig } from '../syntax/parse.ts';
import type { Body } from '../syntax/tree.ts';
import { hasErrors } from '../text/diagnostic.ts';
import { SourceFile } from '../text/source-file.ts';
import type { Style } from './body-place.ts';
import { itemsOf } from './body-place.ts';
import type { Item } from './change.ts';
import { gapLines, lineEndingAt, lineIndent, lineTail, startOfLine } from './white-space.ts';

/** What is known of a file before it is edited. */
export interface KnownFile {
  readonly hasErrors: boolean;
  readonly style: Style;
  /** What the file holds, in source order. */
  readonly items: readonly Item[];
  /**
   * Where each segment of the file begins; it ends where the next one does. A segment holds a paragraph, items with no blank line between
   * them, and the blank lines behind it. Lines of different segments never align with each other, so each can be edited and formatted
   * as if it were a file.
   */
  readonly segmentStarts: readonly number[];
}

/** A pure memory: several edits of one file share its parse. */
const knownFiles = new WeakMap<SourceFile, KnownFile>();

/** Parses a file for editing, once. */
export function knownFile(file: SourceFile): KnownFile {
  let known = knownFiles.get(file);
  if (known === undefined) {
    const { parsed, diagnostics } = parseConfig(new SourceFile(file.name, file.text));
    const items = itemsOf(parsed.body);
    known = {
      hasErrors: hasErrors(diagnostics),
      items,
      style: { indentUnit: findIndentUnit(file.text, items), lineEnding: lineEndingAt(file.text, 0, '\n') },
      segmentStarts: segmentStartsOf(file, items),
    };
    knownFiles.set(file, known);
  }
  return known;
}

/** Behind a byte order mark, which belongs to no segment. */
export function startOfFile(file: SourceFile): number {
  return file.hasByteOrderMark() ? 1 : 0;
}

function segmentStartsOf(file: SourceFile, items: readonly Item[]): readonly number[] {
  const { text } = file;
  const starts = [startOfFile(file)];
  let gapStart = startOfFile(file);
  for (const [index, item] of items.entries()) {
    const lines = gapLines(text, gapStart, item.start);
    const blank = lines.findLast((line, at) => at < lines.length - 1 && !line.hasComment);
    if (index > 0 && blank !== undefined) starts.push(blank.end);
    gapStart = lineTail(text, item.end).end;
  }
  return starts;
}

function findIndentUnit(text: string, items: readonly Item[]): string {
  for (const item of items) {
    if (item.kind !== 'block') continue;
    const child = firstItem(item.body);
    if (child === undefined || startOfLine(text, child.start) <= item.openBraceRange.start) continue;
    const outer = lineIndent(text, item.start);
    const inner = lineIndent(text, child.start);
    if (inner.length > outer.length && inner.startsWith(outer)) return inner.slice(outer.length);
  }
  return '  ';
}

function firstItem(body: Body): Item | undefined {
  const [attribute] = body.attributes;
  const [block] = body.blocks;
  return attribute !== undefined && (block === undefined || attribute.start < block.start) ? attribute : block;
}
