/** A set of code points, or of byte sequences read as numbers, as sorted ranges: starts at even, ends (inclusive) at odd indexes. */
export type CodePointRanges = Float64Array;

/** Reads a table as written in `grapheme-table.ts`: ranges in base 36, each as distance from the end before, `+`, length minus one. */
export function decodeRanges(table: string): CodePointRanges {
  const entries = table.split(' ');
  const ranges = new Float64Array(entries.length * 2);
  let last = 0;
  for (let i = 0; i < entries.length; i++) {
    const [distance = '0', more = '0'] = (entries[i] ?? '').split('+');
    const start = last + Number.parseInt(distance, 36);
    last = start + Number.parseInt(more, 36);
    ranges[i * 2] = start;
    ranges[i * 2 + 1] = last;
  }
  return ranges;
}

export function hasCodePoint(ranges: CodePointRanges, codePoint: number): boolean {
  let low = 0;
  let high = (ranges.length >> 1) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (codePoint < (ranges[middle * 2] ?? 0)) high = middle - 1;
    else if (codePoint > (ranges[middle * 2 + 1] ?? 0)) low = middle + 1;
    else return true;
  }
  return false;
}
