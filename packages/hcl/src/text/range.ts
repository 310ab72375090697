import type { SourceFile } from './source-file.ts';

/**
 * A piece of a source file. Every syntax node is one, so a node can be given wherever a range is asked for.
 * Lines, columns and byte offsets are computed on demand: `file.position(range.start)`.
 */
export interface Range {
  readonly file: SourceFile;
  /** First offset, in UTF-16 code units from 0. */
  readonly start: number;
  /** Offset behind the last unit; equal to `start` for an empty range. */
  readonly end: number;
}

/** The smallest range that holds both; they must be of one file. */
export function rangeBetween(first: Range, last: Range): Range {
  return { file: first.file, start: Math.min(first.start, last.start), end: Math.max(first.end, last.end) };
}
