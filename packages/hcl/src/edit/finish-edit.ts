import { parseConfig } from '../syntax/parse.ts';
import { hasErrors } from '../text/diagnostic.ts';
import { SourceFile } from '../text/source-file.ts';
import type { Item } from './body-place.ts';
import { itemsOf } from './body-place.ts';
import { format, formatConfig } from './format.ts';
import type { EditResult, TextEdit } from './text-edit.ts';
import { applyEdits, edited, notEditable, replacement } from './text-edit.ts';
import { gapLines, lineIndent, lineTail, startOfLine } from './white-space.ts';

/**
 * Makes edits fit to be handed out. The paragraph of the file around them must parse afterwards, and when it was formatted before, the
 * answer also aligns and indents what the edits moved, so that formatting the result changes nothing. Nothing outside the paragraph is
 * looked at: a file with one unformatted corner still gets aligned edits elsewhere.
 */
export function finishEdit(file: SourceFile, edits: readonly TextEdit[]): EditResult {
  const first = edits[0];
  const last = edits.at(-1);
  if (first === undefined || last === undefined) return edited([]);
  const known = knownFile(file);
  if (known.hasErrors) return notEditable('The file has syntax errors, which must be corrected first.', first);

  const { start, end } = paragraphAround(known, file, first.start, last.end);
  const before = file.text.slice(start, end);
  const applied = applyEdits(
    before,
    edits.map((edit) => replacement(file, edit.start - start, edit.end - start, edit.text)),
  );
  if (applied.kind === 'conflict') return notEditable('The edits of this change overlap each other.', first);
  const formatted = formatConfig(applied.text);
  if (formatted.kind === 'invalid') {
    const problem = formatted.diagnostics[0]?.summary ?? 'syntax error';
    return notEditable(`The edited text would not parse: ${problem}.`, first);
  }
  if (formatted.text === applied.text || !known.isFormatted(start, end)) return edited(edits);
  if (formatted.losesCode) return notEditable('Formatting the edited text would lose a label.', first);
  return edited([lineEdit(file, start, before, formatted.text)]);
}

/** The indentation that one level of nesting adds in this file: that of the first block with something on a line of its own. */
export function indentUnit(file: SourceFile): string {
  return knownFile(file).indentUnit;
}

/** What is remembered of a file while edits of it are computed. */
interface KnownFile {
  readonly hasErrors: boolean;
  readonly paragraphs: readonly Paragraph[];
  readonly indentUnit: string;
  isFormatted(start: number, end: number): boolean;
}

/** Items of the file with their comments and no blank line between them; lines of different paragraphs never align with each other. */
interface Paragraph {
  readonly start: number;
  readonly end: number;
}

/** A pure memory: several edits of one file share its parse. */
const knownFiles = new WeakMap<SourceFile, KnownFile>();

function knownFile(file: SourceFile): KnownFile {
  let known = knownFiles.get(file);
  if (known === undefined) {
    known = learnFile(file);
    knownFiles.set(file, known);
  }
  return known;
}

function learnFile(file: SourceFile): KnownFile {
  const { text } = file;
  const { parsed, diagnostics } = parseConfig(new SourceFile(file.name, text));
  const items = itemsOf(parsed.body);
  const answers = new Map<string, boolean>();
  return {
    hasErrors: hasErrors(diagnostics),
    paragraphs: paragraphsOf(file, items),
    indentUnit: findIndentUnit(text, items),
    isFormatted(start: number, end: number): boolean {
      const key = `${start}:${end}`;
      let answer = answers.get(key);
      if (answer === undefined) {
        const before = text.slice(start, end);
        answer = format(before) === before;
        answers.set(key, answer);
      }
      return answer;
    },
  };
}

function paragraphsOf(file: SourceFile, items: readonly Item[]): readonly Paragraph[] {
  const { text } = file;
  const paragraphs: Paragraph[] = [];
  let start = file.hasByteOrderMark() ? 1 : 0;
  let gapStart = start;
  const closeAtBlankLines = (gapEnd: number): void => {
    const lines = gapLines(text, gapStart, gapEnd);
    for (let index = 0; index < lines.length - 1; index++) {
      const line = lines[index];
      if (line === undefined || line.hasComment) continue;
      if (line.start > start) paragraphs.push({ start, end: line.start });
      start = line.end;
    }
  };
  for (const item of items) {
    closeAtBlankLines(item.start);
    gapStart = lineTail(text, item.end).end;
  }
  closeAtBlankLines(text.length);
  if (start < text.length) paragraphs.push({ start, end: text.length });
  return paragraphs;
}

/** The paragraphs that hold a piece of the text, as one. */
function paragraphAround(known: KnownFile, file: SourceFile, start: number, end: number): Paragraph {
  const { paragraphs } = known;
  const first = paragraphs[firstIndex(paragraphs, (paragraph) => paragraph.start > start) - 1];
  const last = paragraphs[firstIndex(paragraphs, (paragraph) => paragraph.end >= end)];
  return { start: first?.start ?? (file.hasByteOrderMark() ? 1 : 0), end: last?.end ?? file.text.length };
}

/** Index of the first paragraph that passes, given that all behind it pass too; their number when none does. */
function firstIndex(paragraphs: readonly Paragraph[], passes: (paragraph: Paragraph) => boolean): number {
  let low = 0;
  let high = paragraphs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const paragraph = paragraphs[middle];
    if (paragraph !== undefined && passes(paragraph)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function findIndentUnit(text: string, items: readonly Item[]): string {
  for (const item of items) {
    if (item.kind !== 'block') continue;
    const child = itemsOf(item.body)[0];
    if (child === undefined || startOfLine(text, child.start) <= item.openBraceRange.start) continue;
    const outer = lineIndent(text, item.start);
    const inner = lineIndent(text, child.start);
    if (inner.length > outer.length && inner.startsWith(outer)) return inner.slice(outer.length);
  }
  return '  ';
}

/** The one edit that changes whole lines of `before`, a piece of the file that begins at `offset`, to those of `after`. */
function lineEdit(file: SourceFile, offset: number, before: string, after: string): TextEdit {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before.charCodeAt(head) === after.charCodeAt(head)) head++;
  head = startOfLine(before, head);
  let tail = 0;
  while (
    tail < shorter - head &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail++;
  }
  // What is kept at the end begins with a whole line in both texts.
  if (!isLineStart(before, before.length - tail) || !isLineStart(after, after.length - tail)) {
    const feed = before.indexOf('\n', before.length - tail);
    tail = feed < 0 ? 0 : before.length - feed - 1;
  }
  return replacement(file, offset + head, offset + before.length - tail, after.slice(head, after.length - tail));
}

function isLineStart(text: string, offset: number): boolean {
  return offset === 0 || text.charCodeAt(offset - 1) === 0x0a;
}
