import type { Comment, ParsedFile } from '@tfwarden/hcl';
import type { Directive } from './directive.ts';
import { mayHoldIgnores, parseComment } from './parse-comment.ts';

/** An ignore with the lines it reaches. Lines count from 1. */
export interface PlacedDirective {
  readonly directive: Directive;
  /** Nodes that begin on one of these lines are covered. */
  readonly lines: readonly number[];
  /** The line the ignore itself stands on. */
  readonly ownLine: number;
  /** Code stands before the comment on its line. */
  readonly isTrailing: boolean;
}

/** The ignores of a file. */
export interface FileIgnores {
  readonly file: ParsedFile;
  /** In source order. */
  readonly directives: readonly PlacedDirective[];
  /** Those that reach a line or the block that begins there, by line. */
  readonly byLine: ReadonlyMap<number, readonly PlacedDirective[]>;
  /** Those that reach the whole file. */
  readonly wide: readonly PlacedDirective[];
}

/**
 * Finds the ignores of a file and the lines they reach: the line of a comment that follows code and the line below it; for a comment that has its
 * lines to itself, the first line below that is not a comment.
 */
export function readFileIgnores(file: ParsedFile): FileIgnores {
  const placed: PlacedDirective[] = [];
  let commentLines: ReadonlySet<number> | undefined;
  // The text is at hand; the comments may have to be parsed first.
  for (const comment of mayHoldIgnores(file.file.text) ? file.comments : []) {
    for (const directive of parseComment(comment)) {
      commentLines ??= linesOfComments(file);
      placed.push(place(file, comment, directive, commentLines));
    }
  }
  const byLine = new Map<number, PlacedDirective[]>();
  const wide: PlacedDirective[] = [];
  for (const item of placed) {
    const { reach } = item.directive;
    if (reach === 'file') {
      wide.push(item);
    } else if (reach !== 'block') {
      for (const line of item.lines) {
        const list = byLine.get(line);
        if (list === undefined) byLine.set(line, [item]);
        else list.push(item);
      }
    }
  }
  return { file, directives: placed, byLine, wide };
}

/** The ignores that stand on the lines from `first` to `last`. */
export function directivesOnLines(ignores: FileIgnores, first: number, last: number): readonly PlacedDirective[] {
  const { directives } = ignores;
  let low = 0;
  let high = directives.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((directives[middle]?.ownLine ?? 0) < first) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < directives.length && (directives[end]?.ownLine ?? 0) <= last) end++;
  return directives.slice(low, end);
}

function place(
  file: ParsedFile,
  comment: Comment,
  directive: Directive,
  commentLines: ReadonlySet<number>,
): PlacedDirective {
  const source = file.file;
  const first = source.lineOf(comment.start);
  const last = source.lineOf(endOf(comment));
  const isTrailing = !isBlankBetween(file, source.lineStart(first), comment.start) && !commentLines.has(first);
  let below = last + 1;
  if (commentLines.has(first) && commentLines.has(last)) {
    while (commentLines.has(below)) below++;
  }
  const lines = commentLines.has(first) ? [below] : [first, last, last + 1];
  return { directive, lines: [...new Set(lines)], ownLine: source.lineOf(directive.range.start), isTrailing };
}

/** Lines that hold comments and nothing else. */
function linesOfComments(file: ParsedFile): ReadonlySet<number> {
  const lines = new Set<number>();
  const source = file.file;
  for (const comment of file.comments) {
    const end = endOf(comment);
    const first = source.lineOf(comment.start);
    const last = source.lineOf(end);
    const lineEnd = source.text.indexOf('\n', end);
    const startsLine = isBlankBetween(file, source.lineStart(first), comment.start) || lines.has(first);
    const endsLine = isBlankBetween(file, end, lineEnd === -1 ? source.text.length : lineEnd);
    if (startsLine && endsLine) for (let line = first; line <= last; line++) lines.add(line);
  }
  return lines;
}

/** The end of a comment without the line break that belongs to it. */
function endOf(comment: Comment): number {
  let end = comment.end;
  const { text } = comment.file;
  while (end > comment.start && (text[end - 1] === '\n' || text[end - 1] === '\r')) end--;
  return end;
}

function isBlankBetween(file: ParsedFile, start: number, end: number): boolean {
  const { text } = file.file;
  for (let index = start; index < end; index++) {
    const unit = text.charCodeAt(index);
    if (unit !== 0x20 && unit !== 0x09 && unit !== 0x0d && unit !== 0xfeff) return false;
  }
  return true;
}
