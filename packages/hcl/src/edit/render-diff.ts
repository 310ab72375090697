import type { LineChange } from './line-diff.ts';
import { diffLines } from './line-diff.ts';

/** Unchanged lines shown around a change, as `diff -u` does. */
const CONTEXT_LINES = 3;

/**
 * A unified diff that `patch` and `git apply` read; empty when the texts are equal. Lines keep their line endings, so a change from
 * CRLF to LF shows. Labels are those of `terraform fmt -diff`: `old/PATH` and `new/PATH`.
 * @param path  written as given; slashes are the caller's business
 */
export function renderDiff(before: string, after: string, path: string): string {
  if (before === after) return '';
  const beforeLines = splitLines(before);
  const afterLines = splitLines(after);
  const changes = diffLines(beforeLines, afterLines);
  const parts: string[] = [`--- old/${path}\n+++ new/${path}\n`];
  let index = 0;
  while (index < changes.length) {
    let last = index;
    while (last + 1 < changes.length && gapBetween(changes, last) <= 2 * CONTEXT_LINES) last++;
    renderHunk(changes.slice(index, last + 1), beforeLines, afterLines, parts);
    index = last + 1;
  }
  return parts.join('');
}

/** Lines with their line feed; the last one may lack it. An empty text has no lines. */
export function splitLines(text: string): readonly string[] {
  const lines: string[] = [];
  let start = 0;
  while (start < text.length) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed + 1;
    lines.push(text.slice(start, end));
    start = end;
  }
  return lines;
}

function gapBetween(changes: readonly LineChange[], index: number): number {
  return (changes[index + 1]?.beforeStart ?? 0) - (changes[index]?.beforeEnd ?? 0);
}

function renderHunk(
  changes: readonly LineChange[],
  before: readonly string[],
  after: readonly string[],
  parts: string[],
): void {
  const first = changes[0];
  const last = changes.at(-1);
  if (first === undefined || last === undefined) return;
  const lead = Math.min(CONTEXT_LINES, first.beforeStart);
  const trail = Math.min(CONTEXT_LINES, before.length - last.beforeEnd);
  const beforeStart = first.beforeStart - lead;
  const beforeEnd = last.beforeEnd + trail;
  const afterStart = first.afterStart - lead;
  const afterEnd = last.afterEnd + trail;
  parts.push(`@@ -${spanOf(beforeStart, beforeEnd)} +${spanOf(afterStart, afterEnd)} @@\n`);

  let position = beforeStart;
  for (const change of changes) {
    pushLines(' ', before, position, change.beforeStart, parts);
    pushLines('-', before, change.beforeStart, change.beforeEnd, parts);
    pushLines('+', after, change.afterStart, change.afterEnd, parts);
    position = change.beforeEnd;
  }
  pushLines(' ', before, position, beforeEnd, parts);
}

/** `line,count` from 1, as GNU diff writes it: no count when it is 1, and the line before when it is 0. */
function spanOf(start: number, end: number): string {
  const count = end - start;
  if (count === 1) return `${start + 1}`;
  return `${count === 0 ? start : start + 1},${count}`;
}

function pushLines(mark: string, lines: readonly string[], start: number, end: number, parts: string[]): void {
  for (let index = start; index < end; index++) {
    const line = lines[index] ?? '';
    parts.push(mark, line);
    if (!line.endsWith('\n')) parts.push('\n\\ No newline at end of file\n');
  }
}
