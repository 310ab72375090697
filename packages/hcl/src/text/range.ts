import type { Position, SourceFile } from './source-file.ts';

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

/** A range whose lines, columns and bytes are not those of its offsets: a few diagnostics, where hashicorp/hcl counts in its own way. */
export interface PositionedRange extends Range {
  readonly startPosition: Position;
  readonly endPosition: Position;
}

/** Where a range begins and ends in lines, columns and bytes, exactly as hashicorp/hcl gives them. */
export function positionsOf(range: Range | PositionedRange): { readonly start: Position; readonly end: Position } {
  if ('startPosition' in range) return { start: range.startPosition, end: range.endPosition };
  return { start: range.file.position(range.start), end: range.file.position(range.end) };
}
