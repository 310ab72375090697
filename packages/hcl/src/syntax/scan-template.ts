import { badByteOf, characterLength } from '../text/utf8.ts';
import { isGoSpace } from './go-space.ts';
import { newlineLength, type ScanState } from './scan-state.ts';
import { QUOTED_STOP } from './scan-tables.ts';
import * as Token from './token.ts';

const LF = 0x0a;
const CR = 0x0d;
const DOLLAR = 0x24;
const PERCENT_SIGN = 0x25;
const OPEN_BRACE = 0x7b;
const TILDE = 0x7e;

/** Scans a quoted template until it ends or a sequence begins. */
export function scanQuoted(s: ScanState): void {
  const { text, length } = s;
  while (s.at < length) {
    const start = s.at;
    let at = start;
    let unit = text.charCodeAt(at);
    for (;;) {
      if (unit < 0x80) {
        if (QUOTED_STOP[unit] === 0) {
          unit = text.charCodeAt(++at);
          continue;
        }
        if (unit !== 0x5c) break;
        const escaped = text.charCodeAt(at + 1);
        const escapedLength = escaped === LF || escaped === CR || at + 1 >= length ? 0 : characterLength(text, at + 1);
        if (escapedLength === 0) break;
        if (escaped > 0x7f) s.hasWideCharacters = true;
        at += 1 + escapedLength;
      } else {
        if (at >= length) break;
        s.hasWideCharacters = true;
        const more = characterLength(text, at);
        if (more === 0) break;
        at += more;
      }
      unit = text.charCodeAt(at);
    }
    if (at > start) {
      s.emit(Token.QUOTED_LIT, start, at);
      if (at >= length) return;
    }
    if (unit === 0x22) {
      s.emit(Token.CQUOTE, at, at + 1);
      s.leave();
      return;
    }
    if (unit === DOLLAR || unit === PERCENT_SIGN) {
      if (text.charCodeAt(at + 1) === OPEN_BRACE) {
        s.openSequence(at, unit);
        return;
      }
      if (at + 1 >= length) s.emitInvalid(Token.INVALID, at, length);
      else s.emit(Token.QUOTED_LIT, at, at + signLength(s, at, unit));
    } else if (unit === LF || unit === CR) {
      let end = at + 1;
      while (text.charCodeAt(end) === LF || text.charCodeAt(end) === CR) end++;
      s.emitInvalid(Token.QUOTED_NEWLINE, at, end);
    } else {
      s.emitInvalid(unit === 0x5c ? Token.INVALID : Token.BAD_UTF8, at, at + 1);
    }
  }
}

/** Scans a heredoc until its marker or a sequence. */
export function scanHeredoc(s: ScanState): void {
  const { text, length } = s;
  const heredoc = s.heredocs.at(-1);
  if (heredoc === undefined) return;
  while (s.at < length) {
    const start = s.at;
    const unit = text.charCodeAt(start);
    let end: number;
    if (unit === DOLLAR || unit === PERCENT_SIGN) {
      if (text.charCodeAt(start + 1) === OPEN_BRACE) {
        s.openSequence(start, unit);
        return;
      }
      if (start + 1 >= length) {
        s.emitInvalid(Token.INVALID, start, length);
        return;
      }
      end = start + signLength(s, start, unit);
      if (end === start + 1) {
        heredoc.startOfLine = false;
        s.emit(Token.STRING_LIT, start, endOfSign(s, start));
        continue;
      }
    } else {
      end = endOfPlainText(s, start);
    }
    const newline = newlineLength(text, end);
    if (newline > 0) {
      if (heredoc.startOfLine && isMarkerLine(text, start, end, heredoc.marker)) {
        s.emit(Token.CHEREDOC, start, end);
        s.emit(Token.NEWLINE, end, end + newline);
        s.heredocs.pop();
        s.leave();
        return;
      }
      heredoc.startOfLine = true;
      s.emit(Token.STRING_LIT, start, end + newline);
    } else if (end > start) {
      heredoc.startOfLine = false;
      s.emit(Token.STRING_LIT, start, end);
    } else if (unit === CR) {
      // No rule of the grammar takes a carriage return alone: the scanner of hashicorp/hcl gives up here.
      s.emitInvalid(Token.INVALID, start, length);
    } else {
      s.hasWideCharacters = true;
      s.emitInvalid(Token.BAD_UTF8, start, start + 1);
    }
  }
}

/** Scans the text of a template file until a sequence. */
export function scanBare(s: ScanState): void {
  const { text, length } = s;
  while (s.at < length) {
    const start = s.at;
    const unit = text.charCodeAt(start);
    let end: number;
    if (unit === DOLLAR || unit === PERCENT_SIGN) {
      if (text.charCodeAt(start + 1) === OPEN_BRACE) {
        s.openSequence(start, unit);
        return;
      }
      end = start + signLength(s, start, unit);
      if (end === start + 1) {
        s.emit(Token.STRING_LIT, start, endOfSign(s, start));
        continue;
      }
    } else {
      end = endOfPlainText(s, start);
    }
    end += newlineLength(text, end);
    if (end > start) {
      s.emit(Token.STRING_LIT, start, end);
    } else if (unit === CR) {
      s.emit(Token.STRING_LIT, start, length);
    } else {
      s.hasWideCharacters = true;
      s.emitInvalid(Token.BAD_UTF8, start, start + 1);
    }
  }
}

/** Length of the literal text that begins with `$` or `%` and is no sequence: `$${`, or the sign alone. */
function signLength(s: ScanState, start: number, unit: number): number {
  const { text } = s;
  if (text.charCodeAt(start + 1) !== unit || text.charCodeAt(start + 2) !== OPEN_BRACE) return 1;
  return text.charCodeAt(start + 3) === TILDE ? 4 : 3;
}

/** A sign alone; together with one more byte where a line break follows that, as the scanner of hashicorp/hcl has it. */
function endOfSign(s: ScanState, start: number): number {
  const { text } = s;
  const unit = text.charCodeAt(start + 1);
  const isByte = unit < 0x80 || badByteOf(unit) >= 0;
  const after = text.charCodeAt(start + 2);
  return isByte && (after === LF || after === CR) ? start + 2 : start + 1;
}

/** Text without `$`, `%` and line breaks. */
function endOfPlainText(s: ScanState, start: number): number {
  const { text, length } = s;
  let at = start;
  while (at < length) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) {
      if (unit === DOLLAR || unit === PERCENT_SIGN || unit === LF || unit === CR) break;
      at++;
    } else {
      s.hasWideCharacters = true;
      const more = characterLength(text, at);
      if (more === 0) break;
      at += more;
    }
  }
  return at;
}

/** Whether a line is the marker with nothing but white space around it. */
function isMarkerLine(text: string, start: number, end: number, marker: string): boolean {
  let first = start;
  while (first < end && isGoSpace(text.charCodeAt(first))) first++;
  if (!text.startsWith(marker, first)) return false;
  for (let at = first + marker.length; at < end; at++) if (!isGoSpace(text.charCodeAt(at))) return false;
  return true;
}
