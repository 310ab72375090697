import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffLines, MAX_LINE_DIFFERENCES } from './line-diff.ts';
import { renderDiff } from './render-diff.ts';

describe('renderDiff', () => {
  it('is empty for equal texts', () => {
    expect(renderDiff('a = 1\n', 'a = 1\n', 'main.tf')).toBe('');
  });

  it('shows three lines around a change', () => {
    const before = 'one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine\n';
    expect(renderDiff(before, before.replace('five', 'FIVE'), 'main.tf')).toBe(
      [
        '--- old/main.tf',
        '+++ new/main.tf',
        '@@ -2,7 +2,7 @@',
        ' two',
        ' three',
        ' four',
        '-five',
        '+FIVE',
        ' six',
        ' seven',
        ' eight',
        '',
      ].join('\n'),
    );
  });

  it('writes counts of one and of zero lines as GNU diff does', () => {
    expect(renderDiff('', 'a\n', 'x')).toBe('--- old/x\n+++ new/x\n@@ -0,0 +1 @@\n+a\n');
    expect(renderDiff('a\n', '', 'x')).toBe('--- old/x\n+++ new/x\n@@ -1 +0,0 @@\n-a\n');
  });

  it('marks a missing final newline', () => {
    expect(renderDiff('a', 'a\n', 'x')).toBe(
      '--- old/x\n+++ new/x\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n',
    );
  });

  it('joins changes that are near and separates those that are far', () => {
    const lines = Array.from({ length: 30 }, (_, index) => `line ${index}\n`);
    const change = (...changed: number[]): string =>
      lines.map((line, index) => (changed.includes(index) ? 'changed\n' : line)).join('');
    expect(renderDiff(lines.join(''), change(5, 11), 'x').match(/^@@/gm)).toHaveLength(1);
    expect(renderDiff(lines.join(''), change(5, 13), 'x').match(/^@@/gm)).toHaveLength(2);
  });

  it('gives what turns the one text into the other', () => {
    fc.assert(
      fc.property(linesArbitrary, linesArbitrary, (before, after) => {
        expect(patched(before, renderDiff(before, after, 'x'))).toBe(after);
      }),
      { numRuns: 500 },
    );
  });
});

describe('diffLines', () => {
  it('finds the smallest difference', () => {
    const changes = diffLines('ABCABBA'.split(''), 'CBABAC'.split(''));
    const size = changes.reduce(
      (sum, { beforeStart, beforeEnd, afterStart, afterEnd }) => sum + beforeEnd - beforeStart + afterEnd - afterStart,
      0,
    );
    expect(size).toBe(5);
  });

  it('gives up on texts that have too little in common', () => {
    const before = Array.from({ length: MAX_LINE_DIFFERENCES }, (_, index) => `before ${index}`);
    const after = Array.from({ length: MAX_LINE_DIFFERENCES }, (_, index) => `after ${index}`);
    expect(diffLines(['same', ...before], ['same', ...after])).toEqual([
      { beforeStart: 1, beforeEnd: MAX_LINE_DIFFERENCES + 1, afterStart: 1, afterEnd: MAX_LINE_DIFFERENCES + 1 },
    ]);
  });
});

const linesArbitrary = fc
  .tuple(fc.array(fc.constantFrom('a', 'b', 'c', '', 'd\r'), { maxLength: 40 }), fc.boolean())
  .map(([lines, endsWithNewline]) => lines.join('\n') + (endsWithNewline && lines.length > 0 ? '\n' : ''));

/** A small `patch`: applies a unified diff, or says where it does not fit. */
function patched(before: string, diff: string): string {
  if (diff === '') return before;
  const lines = before.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  let result = '';
  let position = 0;
  const rows = diff.split('\n').slice(2, -1);
  for (const [index, row] of rows.entries()) {
    const header = /^@@ -(\d+)(?:,(\d+))? /.exec(row);
    const line = row.slice(1) + (rows[index + 1]?.startsWith('\\') === true ? '' : '\n');
    if (header !== null) {
      const start = Number(header[1]) - (header[2] === '0' ? 0 : 1);
      result += lines.slice(position, start).join('');
      position = start;
    } else if (row.startsWith('+')) {
      result += line;
    } else if (!row.startsWith('\\')) {
      if (lines[position] !== line) return `row ${index} does not fit`;
      if (row.startsWith(' ')) result += line;
      position++;
    }
  }
  return result + lines.slice(position).join('');
}
