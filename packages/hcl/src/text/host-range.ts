import type { Range } from './range.ts';

/**
 * The same place in the file that a person can open: a template inside a JSON string has a file of its own (`SourceFile.container`), and
 * its offsets count decoded characters. Other ranges are given back as they are.
 */
export function hostRange(range: Range): Range {
  let at = range;
  for (let container = at.file.container; container !== undefined; container = at.file.container) {
    const { file } = container;
    const start = rawOffset(file.text, container, at.start);
    at = { file, start, end: at.end === at.start ? start : rawOffset(file.text, container, at.end) };
  }
  return at;
}

/** Where the decoded unit number `decoded` of a JSON string begins in its source. */
function rawOffset(text: string, { start, end }: Range, decoded: number): number {
  let at = start + 1;
  for (let i = 0; i < decoded && at < end - 1; i++) {
    if (text.charCodeAt(at) !== 0x5c) at++;
    else at += text.charCodeAt(at + 1) === 0x75 ? 6 : 2;
  }
  return Math.min(at, end);
}
