import { parseConfig } from '../syntax/parse.ts';
import type { Block, Body } from '../syntax/tree.ts';
import { hasErrors } from '../text/diagnostic.ts';
import { SourceFile } from '../text/source-file.ts';
import { itemsOf } from './body-place.ts';
import type { EditableBody, Item } from './change.ts';
import { format, formatConfig } from './format.ts';
import { diffLines } from './line-diff.ts';
import { splitLines } from './render-diff.ts';
import type { Splice } from './splice.ts';
import { applySplices, composeSplice, mapOffset } from './splice.ts';

/** A segment of the file with the changes that were made so far. Never changed: every change makes a new one. */
export interface Draft {
  /** Of the segment, in the original text. */
  readonly start: number;
  readonly end: number;
  /** From the original text of the segment to the present one; offsets count from the start of the segment. */
  readonly splices: readonly Splice[];
  /** The segment as it was, as if it were a file. */
  readonly original: Body;
  /** As it is now. */
  readonly body: Body;
}

/** A segment of a file before any change. */
export function newDraft(file: SourceFile, start: number, end: number): Draft {
  const { body } = parseConfig(new SourceFile(file.name, file.text.slice(start, end))).parsed;
  return { start, end, splices: [], original: body, body };
}

/** Where an offset of the original file is in the present text of its segment; undefined when it was replaced. */
export function presentOffset(draft: Draft, offset: number): number | undefined {
  return mapOffset(draft.splices, offset - draft.start);
}

/** The block that a block, or the body of a block, of the original file is now; undefined when it is gone. */
export function presentBlock(draft: Draft, target: EditableBody): Block | undefined {
  const original = target.kind === 'block' ? target.openBraceRange.start : originalBrace(draft, target);
  const brace = original === undefined ? undefined : presentOffset(draft, original);
  return brace === undefined
    ? undefined
    : findBlock(draft.body, brace, (block) => block.openBraceRange.start === brace);
}

/** The opening brace in the original file of a body; a brace stays where the rest of a block on one line is written anew. */
function originalBrace(draft: Draft, target: EditableBody): number | undefined {
  const start = target.start - draft.start;
  const block = findBlock(draft.original, start, (candidate) => candidate.body.start === start);
  return block && block.openBraceRange.start + draft.start;
}

/** The outermost block around an offset that passes. */
function findBlock(root: Body, offset: number, passes: (block: Block) => boolean): Block | undefined {
  let body: Body | undefined = root;
  while (body !== undefined) {
    const holder: Block | undefined = body.blocks.find((block) => block.start <= offset && offset < block.end);
    if (holder !== undefined && passes(holder)) return holder;
    body = holder?.body;
  }
  return undefined;
}

/** The item of a body that began at an offset of the original file. */
export function presentItem(draft: Draft, body: Body, start: number): Item | undefined {
  const offset = presentOffset(draft, start);
  return itemsOf(body).find((item) => item.start === offset);
}

/** The draft with more splices of its present text, or why that cannot be. */
export function advance(draft: Draft, splices: readonly Splice[]): Draft | string {
  const { file } = draft.body;
  const text = applySplices(file.text, splices);
  const { parsed, diagnostics } = parseConfig(new SourceFile(file.name, text));
  if (hasErrors(diagnostics)) return `The edited text would not parse: ${diagnostics[0]?.summary ?? 'syntax error'}.`;
  let composed = draft.splices;
  // From the last to the first, so that the offsets of those still to come stay right.
  let present = file.text;
  for (const splice of splices.toReversed()) {
    composed = composeSplice(composed, present, splice);
    present = applySplices(present, [splice]);
  }
  return { ...draft, splices: composed, body: parsed.body };
}

/** The splices of a draft; when its segment was formatted before, those that make it formatted again, as whole lines. */
export function alignedSplices(before: string, draft: Draft): readonly Splice[] {
  const { text } = draft.body.file;
  const formatted = formatConfig(text);
  if (formatted.kind === 'invalid' || formatted.losesCode) return draft.splices;
  if (formatted.text === text || format(before) !== before) return draft.splices;
  return lineSplices(before, formatted.text);
}

function lineSplices(before: string, after: string): readonly Splice[] {
  const beforeLines = splitLines(before);
  const afterLines = splitLines(after);
  const splices: Splice[] = [];
  let line = 0;
  let offset = 0;
  const advanceTo = (end: number): number => {
    for (; line < end; line++) offset += beforeLines[line]?.length ?? 0;
    return offset;
  };
  for (const change of diffLines(beforeLines, afterLines)) {
    const start = advanceTo(change.beforeStart);
    const end = advanceTo(change.beforeEnd);
    splices.push({ start, end, text: afterLines.slice(change.afterStart, change.afterEnd).join('') });
  }
  return splices;
}
