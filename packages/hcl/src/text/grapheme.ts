import { CONTROL, EXTEND, EXTENDED_PICTOGRAPHIC, PREPEND, SPACING_MARK } from './grapheme-table.ts';
import { type CodePointRanges, decodeRanges, hasCodePoint } from './unicode-ranges.ts';
import { characterLength } from './utf8.ts';

/**
 * Where the grapheme cluster that begins at `start` ends, as go-textseg v15 splits text (Unicode 15.0), which hashicorp/hcl counts
 * columns with and Terraform measures strings with. `Intl.Segmenter` is newer and joins Indic conjuncts, so it is not used.
 * @param start  offset in UTF-16 code units, before `limit`
 * @param limit  the text is taken to end here
 * @returns an offset greater than `start`
 * @see go-textseg v15.0.0, grapheme_clusters.rl, whose deviations from UAX #29 are kept
 */
export function clusterEnd(text: string, start: number, limit: number): number {
  const unit = text.charCodeAt(start);
  const after = start + 1 < limit ? text.charCodeAt(start + 1) : 0;
  if (unit < 0x80 && unit >= 0x20 && unit !== 0x7f && after < 0x80) return start + 1;
  if (unit === 0x0d) return after === 0x0a ? start + 2 : start + 1;
  if (unit === 0x0a) return start + 1;

  let at = start;
  let kind = classAt(text, at, limit);
  while (kind === 'prepend') {
    at = next(text, at, limit);
    if (at >= limit) return limit;
    kind = classAt(text, at, limit);
    if (kind === 'control') return at;
  }
  switch (kind) {
    case 'control':
      return next(text, at, limit);
    case 'hangulL':
    case 'hangulV':
    case 'hangulT':
    case 'hangulLv':
    case 'hangulLvt':
      return endOfExtension(text, endOfHangul(text, at, limit), limit);
    case 'pictograph':
      return endOfExtension(text, next(text, at, limit), limit);
    case 'flag': {
      at = next(text, at, limit);
      if (at < limit && classAt(text, at, limit) === 'flag') at = next(text, at, limit);
      return endOfExtension(text, at, limit);
    }
    case 'extend':
    case 'joiner':
    case 'spacing':
    case 'other':
      at = next(text, at, limit);
      while (at < limit && isExtender(classAt(text, at, limit))) at = next(text, at, limit);
      return at;
  }
}

/** How many grapheme clusters a piece of text has. */
export function countClusters(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; count++) at = clusterEnd(text, at, end);
  return count;
}

/** Splits a text into its grapheme clusters. */
export function graphemeClusters(text: string): string[] {
  const clusters: string[] = [];
  for (let at = 0; at < text.length; ) {
    const end = clusterEnd(text, at, text.length);
    clusters.push(text.slice(at, end));
    at = end;
  }
  return clusters;
}

type GraphemeClass =
  | 'control'
  | 'extend'
  | 'joiner'
  | 'flag'
  | 'spacing'
  | 'prepend'
  | 'hangulL'
  | 'hangulV'
  | 'hangulT'
  | 'hangulLv'
  | 'hangulLvt'
  | 'pictograph'
  | 'other';

function isExtender(kind: GraphemeClass): boolean {
  return kind === 'extend' || kind === 'joiner' || kind === 'spacing';
}

/** Extenders behind Hangul, emoji and flags: there a joiner also glues the next emoji. */
function endOfExtension(text: string, start: number, limit: number): number {
  let at = start;
  while (at < limit) {
    const kind = classAt(text, at, limit);
    if (!isExtender(kind)) break;
    at = next(text, at, limit);
    if (kind === 'joiner' && at < limit && classAt(text, at, limit) === 'pictograph') at = next(text, at, limit);
  }
  return at;
}

/** `L+ (((LV? V+ | LVT) T*)? | LV?) | LV V* T* | V+ T* | LVT T* | T+`; after `L+ LV` alone no T follows, as in the source. */
function endOfHangul(text: string, start: number, limit: number): number {
  const skip = (from: number, kind: GraphemeClass): number => {
    let at = from;
    while (at < limit && classAt(text, at, limit) === kind) at++;
    return at;
  };
  const first = classAt(text, start, limit);
  const afterL = skip(start, 'hangulL');
  if (afterL >= limit) return afterL;
  switch (classAt(text, afterL, limit)) {
    case 'hangulLv': {
      const afterV = skip(afterL + 1, 'hangulV');
      return afterV === afterL + 1 && first === 'hangulL' ? afterV : skip(afterV, 'hangulT');
    }
    case 'hangulLvt':
      return skip(afterL + 1, 'hangulT');
    case 'hangulV':
      return skip(skip(afterL, 'hangulV'), 'hangulT');
    case 'hangulT':
      return first === 'hangulL' ? afterL : skip(afterL, 'hangulT');
    default:
      return afterL;
  }
}

function next(text: string, at: number, limit: number): number {
  return Math.min(limit, at + Math.max(1, characterLength(text, at)));
}

interface Tables {
  readonly control: CodePointRanges;
  readonly extend: CodePointRanges;
  readonly spacing: CodePointRanges;
  readonly prepend: CodePointRanges;
  readonly pictograph: CodePointRanges;
}

let tables: Tables | undefined;

/** Decoded when the first character outside ASCII asks for them. */
function graphemeTables(): Tables {
  tables ??= {
    control: decodeRanges(CONTROL),
    extend: decodeRanges(EXTEND),
    spacing: decodeRanges(SPACING_MARK),
    prepend: decodeRanges(PREPEND),
    pictograph: decodeRanges(EXTENDED_PICTOGRAPHIC),
  };
  return tables;
}

function classAt(text: string, at: number, limit: number): GraphemeClass {
  const unit = text.charCodeAt(at);
  if (unit < 0x80) return unit < 0x20 || unit === 0x7f ? 'control' : 'other';
  let point = unit;
  if (unit >= 0xd800 && unit <= 0xdfff) {
    const low = unit < 0xdc00 && at + 1 < limit ? text.charCodeAt(at + 1) : 0;
    if (low < 0xdc00 || low > 0xdfff) return 'other';
    point = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
  }
  if (point >= 0xac00 && point <= 0xd7a3) return (point - 0xac00) % 28 === 0 ? 'hangulLv' : 'hangulLvt';
  if ((point >= 0x1100 && point <= 0x115f) || (point >= 0xa960 && point <= 0xa97c)) return 'hangulL';
  if ((point >= 0x1160 && point <= 0x11a7) || (point >= 0xd7b0 && point <= 0xd7c6)) return 'hangulV';
  if ((point >= 0x11a8 && point <= 0x11ff) || (point >= 0xd7cb && point <= 0xd7fb)) return 'hangulT';
  if (point === 0x200d) return 'joiner';
  if (point === 0xfffd) return 'control'; // go-textseg lets the replacement character break like a control character
  if (point >= 0x1f1e6 && point <= 0x1f1ff) return 'flag';
  const { control, extend, spacing, prepend, pictograph } = graphemeTables();
  if (hasCodePoint(extend, point)) return 'extend';
  if (hasCodePoint(pictograph, point)) return 'pictograph';
  if (hasCodePoint(spacing, point)) return 'spacing';
  if (hasCodePoint(control, point)) return 'control';
  return hasCodePoint(prepend, point) ? 'prepend' : 'other';
}
