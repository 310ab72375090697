/** A line of the space between two items of a body, where only white space and comments can be. Offsets are UTF-16 code units. */
export interface GapLine {
  readonly start: number;
  /** Behind the line feed; the last line ends where the gap does. A block comment of several lines is one line. */
  readonly end: number;
  readonly hasComment: boolean;
}

const LINE_FEED = 0x0a;

/** The lines of a gap; never empty, and the last one has no line feed: it is what stands before the next item on its line. */
export function gapLines(text: string, start: number, end: number): readonly GapLine[] {
  const lines: GapLine[] = [];
  let lineStart = start;
  let hasComment = false;
  for (let at = start; at < end; ) {
    const next = skipSpaceOrComment(text, at);
    if (next === at) break;
    if (text.charCodeAt(at) === 0x23 || text.charCodeAt(at) === 0x2f) hasComment = true;
    at = Math.min(next, end);
    // A block comment may hold line feeds, but cannot end with one.
    if (text.charCodeAt(at - 1) === LINE_FEED) {
      lines.push({ start: lineStart, end: at, hasComment });
      lineStart = at;
      hasComment = false;
    }
  }
  lines.push({ start: lineStart, end, hasComment });
  return lines;
}

/** The first offset from `start` on that is neither white space nor in a comment. */
export function skipGap(text: string, start: number): number {
  let at = start;
  for (let next = skipSpaceOrComment(text, at); next > at; next = skipSpaceOrComment(text, at)) at = next;
  return at;
}

/** What ends the line behind an item, and where that end ends. */
export interface LineTail {
  /** `code`: more than comments follows, `end` is where it begins. */
  readonly kind: 'newline' | 'endOfFile' | 'code';
  readonly end: number;
}

/** The rest of the line behind an item: spaces, comments and the line feed. */
export function lineTail(text: string, start: number): LineTail {
  for (let at = start; at < text.length; ) {
    const next = skipSpaceOrComment(text, at);
    if (next === at) return { kind: 'code', end: at };
    if (text.charCodeAt(next - 1) === LINE_FEED) return { kind: 'newline', end: next };
    at = next;
  }
  return { kind: 'endOfFile', end: text.length };
}

/** Behind one white space character or one comment, a line comment with its line feed; `at` itself when there is neither. */
function skipSpaceOrComment(text: string, at: number): number {
  switch (text.charCodeAt(at)) {
    case 0x20:
    case 0x09:
    case 0x0d:
    case LINE_FEED:
      return at + 1;
    case 0x23:
      return endOfLineComment(text, at);
    case 0x2f:
      if (text.charCodeAt(at + 1) === 0x2f) return endOfLineComment(text, at);
      if (text.charCodeAt(at + 1) !== 0x2a) return at;
      return endOfBlockComment(text, at);
    default:
      return at;
  }
}

function endOfLineComment(text: string, at: number): number {
  const feed = text.indexOf('\n', at);
  return feed < 0 ? text.length : feed + 1;
}

function endOfBlockComment(text: string, at: number): number {
  const close = text.indexOf('*/', at + 2);
  return close < 0 ? text.length : close + 2;
}

/** The start of the line that holds an offset. */
export function startOfLine(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** The spaces and tabs that begin the line that holds an offset. */
export function lineIndent(text: string, offset: number): string {
  const start = startOfLine(text, offset);
  let end = start;
  while (text.charCodeAt(end) === 0x20 || text.charCodeAt(end) === 0x09) end++;
  return text.slice(start, end);
}

/** Whether only white space stands in [start, end). */
export function isBlank(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit !== 0x20 && unit !== 0x09 && unit !== 0x0d && unit !== LINE_FEED) return false;
  }
  return true;
}

/** The line ending of the line before an offset, or of the first line; `otherwise` where there is neither. */
export function lineEndingAt(text: string, offset: number, otherwise: '\n' | '\r\n'): '\n' | '\r\n' {
  let feed = offset === 0 ? -1 : text.lastIndexOf('\n', offset - 1);
  if (feed < 0) feed = text.indexOf('\n');
  if (feed < 0) return otherwise;
  return feed > 0 && text.charCodeAt(feed - 1) === 0x0d ? '\r\n' : '\n';
}
