import type { SourceFile } from '../text/source-file.ts';
import { isFileBody, itemsOf } from './body-place.ts';
import type { Change, Item } from './change.ts';
import { neighbourOf } from './change.ts';
import type { Draft } from './draft.ts';
import { advance, alignedSplices, newDraft } from './draft.ts';
import type { KnownFile } from './segment.ts';
import { knownFile, startOfFile } from './segment.ts';
import type { ChangeContext } from './splices-of-change.ts';
import { splicesOf } from './splices-of-change.ts';
import type { TextEdit } from './text-edit.ts';

/** Makes changes of one file, one on top of the other. */
export class FileEditor {
  private readonly file: SourceFile;
  private readonly known: KnownFile;
  private readonly starts: readonly number[];
  /** By number of the segment; a segment without changes has none. */
  private readonly drafts = new Map<number, Draft>();
  private readonly context: ChangeContext;
  /** Drafts as they were before the group. */
  private readonly before = new Map<number, Draft | undefined>();

  /** @param isWhole  treats the file as one segment, for changes that look at all of its body */
  constructor(file: SourceFile, isWhole: boolean) {
    this.file = file;
    this.known = knownFile(file);
    this.context = { style: this.known.style, fileItems: () => this.fileItems() };
    this.starts = isWhole ? [startOfFile(file)] : this.known.segmentStarts;
  }

  /** Remembers the present state for `undoGroup`. */
  beginGroup(): void {
    this.before.clear();
  }

  undoGroup(): void {
    for (const [segment, draft] of this.before) {
      if (draft === undefined) this.drafts.delete(segment);
      else this.drafts.set(segment, draft);
    }
  }

  /** @returns why the change cannot be made, as a sentence; undefined when it is made */
  make(change: Change): string | undefined {
    if (this.file.container !== undefined || isJson(change)) return 'JSON syntax is not edited.';
    if (this.known.hasErrors) return 'The file has syntax errors, which must be corrected first.';
    const segment = this.segmentAt(anchorOf(change, this.file));
    const draft = this.drafts.get(segment) ?? this.newDraft(segment);
    const result = splicesOf(change, draft, this.context);
    if (result.kind === 'refused') return result.detail;
    if (result.splices.length === 0) return undefined;
    const next = advance(draft, result.splices);
    if (typeof next === 'string') return next;
    if (!this.before.has(segment)) this.before.set(segment, this.drafts.get(segment));
    this.drafts.set(segment, next);
    return undefined;
  }

  /** The edits of all changes that were made, in order of their places. */
  textEdits(): readonly TextEdit[] {
    const { file } = this;
    const segments = [...this.drafts.keys()].toSorted((a, b) => a - b);
    return segments.flatMap((segment) => {
      const draft = this.drafts.get(segment);
      if (draft === undefined) return [];
      const splices = alignedSplices(file.text.slice(draft.start, draft.end), draft);
      return splices.map(({ start, end, text }) => ({
        file,
        start: start + draft.start,
        end: end + draft.start,
        text,
      }));
    });
  }

  private fileItems(): readonly Item[] {
    if (this.drafts.size === 0) return this.known.items;
    const untouched = this.known.items.filter((item) => !this.drafts.has(this.segmentAt(item.start)));
    return [...untouched, ...[...this.drafts.values()].flatMap((draft) => itemsOf(draft.body))];
  }

  /** Number of the segment that holds an offset. */
  private segmentAt(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  private newDraft(segment: number): Draft {
    return newDraft(this.file, this.starts[segment] ?? 0, this.starts[segment + 1] ?? this.file.text.length);
  }
}

/** An offset of the original file in the segment that the change concerns. */
function anchorOf(change: Change, file: SourceFile): number {
  switch (change.kind) {
    case 'replaceExpression':
      return change.target.start;
    case 'insertAfter':
      return change.after.start;
    case 'setLabel':
      return change.block.start;
    case 'insertBlock':
      return neighbourOf(change.position).start;
    case 'appendBlock':
      return isFileBody(change.body) ? file.text.length : change.body.start;
    case 'setAttribute':
    case 'insertAttribute':
    case 'removeAttribute':
    case 'removeBlock':
      return change.body.start;
  }
}

function isJson(change: Change): boolean {
  if (change.kind === 'replaceExpression') return change.target.kind === 'json';
  return 'body' in change && change.body.kind === 'jsonBody';
}
