import { characterLength } from '../text/utf8.ts';
import { identifierPartLength } from './identifier.ts';
import { HEREDOC, newlineLength, QUOTED, type ScanState } from './scan-state.ts';
import { BRACE, CLASS, COMMENT_START, DIGIT, LETTER, OPERATOR, QUOTE, SELF, SELF_TOKEN, SPACE } from './scan-tables.ts';
import * as Token from './token.ts';

const LF = 0x0a;
const CR = 0x0d;
const OPEN_BRACE = 0x7b;
const TILDE = 0x7e;

/** Scans outside of templates until a template begins or ends. */
export function scanMain(s: ScanState): void {
  const { text, length } = s;
  while (s.at < length) {
    const start = s.at;
    const unit = text.charCodeAt(start);
    if (unit > 0x7f) {
      scanWide(s, start);
      continue;
    }
    switch (CLASS[unit]) {
      case SPACE: {
        let at = start + 1;
        let next = text.charCodeAt(at);
        while (next === 0x20 || next === 0x09) next = text.charCodeAt(++at);
        s.at = at;
        break;
      }
      case LETTER:
        s.emit(Token.IDENT, start, s.endOfName(start + 1));
        break;
      case SELF: {
        const type = SELF_TOKEN[unit] ?? Token.INVALID;
        if (type >= Token.INVALID) s.hasInvalidTokens = true;
        s.emit(type, start, start + 1);
        break;
      }
      case DIGIT:
        s.emit(Token.NUMBER_LIT, start, endOfNumber(s, start + 1));
        break;
      case QUOTE:
        s.emit(Token.OQUOTE, start, start + 1);
        s.enter(QUOTED);
        return;
      case COMMENT_START:
        scanComment(s, start, unit);
        break;
      case BRACE:
        if (unit === OPEN_BRACE) {
          s.emit(Token.OBRACE, start, start + 1);
          s.braces++;
        } else if (s.closeBrace(Token.CBRACE, start, start + 1)) {
          return;
        }
        break;
      case OPERATOR:
        if (scanOperator(s, start, unit)) return;
        break;
      default:
        s.emitInvalid(Token.INVALID, start, start + 1);
    }
  }
}

/** A number goes on over digits, dots and exponents, but never ends with a dot. */
function endOfNumber(s: ScanState, from: number): number {
  const { text } = s;
  let end = from;
  let at = from;
  for (;;) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x30 && unit <= 0x39) {
      end = ++at;
    } else if (unit === 0x2e) {
      at++;
    } else if (unit === 0x65 || unit === 0x45) {
      const sign = text.charCodeAt(at + 1);
      const digitAt = sign === 0x2b || sign === 0x2d ? at + 2 : at + 1;
      const digit = text.charCodeAt(digitAt);
      if (!(digit >= 0x30 && digit <= 0x39)) return end;
      at = digitAt + 1;
      end = at;
    } else {
      return end;
    }
  }
}

function scanWide(s: ScanState, start: number): void {
  s.hasWideCharacters = true;
  const nameStart = identifierPartLength(s.text, start, true);
  if (nameStart > 0) {
    s.emit(Token.IDENT, start, s.endOfName(start + nameStart));
    return;
  }
  const length = characterLength(s.text, start);
  if (length === 0) s.emitInvalid(Token.BAD_UTF8, start, start + 1);
  else s.emitInvalid(Token.INVALID, start, start + length);
}

function scanComment(s: ScanState, start: number, unit: number): void {
  const next = s.text.charCodeAt(start + 1);
  if (unit === 0x23 || next === 0x2f) {
    s.emit(Token.COMMENT, start, endOfLine(s, start + 1));
    return;
  }
  if (next === 0x2a && start + 2 < s.noCommentEndFrom) {
    const end = s.text.indexOf('*/', start + 2);
    if (end >= 0) {
      if (!s.hasWideCharacters) noteWideCharacters(s, start, end);
      s.emit(Token.COMMENT, start, end + 2);
      return;
    }
    s.noCommentEndFrom = start + 2;
  }
  s.emit(Token.SLASH, start, start + 1);
}

/** @returns the offset behind the newline, or the end of the text */
function endOfLine(s: ScanState, from: number): number {
  const { text, length } = s;
  for (let at = from; at < length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === LF) return at + 1;
    if (unit > 0x7f) s.hasWideCharacters = true;
  }
  return length;
}

function noteWideCharacters(s: ScanState, start: number, end: number): void {
  for (let at = start; at < end; at++) if (s.text.charCodeAt(at) > 0x7f) s.hasWideCharacters = true;
}

/** @returns whether the mode changed */
function scanOperator(s: ScanState, start: number, unit: number): boolean {
  const { text } = s;
  const next = text.charCodeAt(start + 1);
  switch (unit) {
    case 0x3d: // =
      if (next === 0x3d) s.emit(Token.EQUAL_OP, start, start + 2);
      else if (next === 0x3e) s.emit(Token.FAT_ARROW, start, start + 2);
      else s.emit(Token.EQUAL, start, start + 1);
      return false;
    case 0x2e: // .
      if (next === 0x2e && text.charCodeAt(start + 2) === 0x2e) s.emit(Token.ELLIPSIS, start, start + 3);
      else s.emit(Token.DOT, start, start + 1);
      return false;
    case 0x3a: // :
      if (next === 0x3a) s.emit(Token.DOUBLE_COLON, start, start + 2);
      else s.emit(Token.COLON, start, start + 1);
      return false;
    case 0x21: // !
      if (next === 0x3d) s.emit(Token.NOT_EQUAL, start, start + 2);
      else s.emit(Token.BANG, start, start + 1);
      return false;
    case 0x26: // &
      if (next === 0x26) s.emit(Token.AND, start, start + 2);
      else s.emitInvalid(Token.BITWISE_AND, start, start + 1);
      return false;
    case 0x7c: // |
      if (next === 0x7c) s.emit(Token.OR, start, start + 2);
      else s.emitInvalid(Token.BITWISE_OR, start, start + 1);
      return false;
    case 0x3e: // >
      if (next === 0x3d) s.emit(Token.GREATER_THAN_EQ, start, start + 2);
      else s.emit(Token.GREATER_THAN, start, start + 1);
      return false;
    case TILDE:
      if (next === 0x7d) return s.closeBrace(Token.TEMPLATE_SEQ_END, start, start + 2);
      s.emitInvalid(Token.BITWISE_NOT, start, start + 1);
      return false;
    case CR:
      if (next === LF) s.emit(Token.NEWLINE, start, start + 2);
      else s.emitInvalid(Token.INVALID, start, start + 1);
      return false;
    default: // <
      if (next === 0x3d) s.emit(Token.LESS_THAN_EQ, start, start + 2);
      else if (next === 0x3c && openHeredoc(s, start)) return true;
      else s.emit(Token.LESS_THAN, start, start + 1);
      return false;
  }
}

/** `<<EOT` or `<<-EOT` and a newline; @returns false where the text is not that */
function openHeredoc(s: ScanState, start: number): boolean {
  const { text } = s;
  let markerStart = start + 2;
  if (text.charCodeAt(markerStart) === 0x2d) markerStart++;
  const first = text.charCodeAt(markerStart);
  const firstLength =
    first < 0x80 ? (CLASS[first] === LETTER ? 1 : 0) : first > 0x7f ? identifierPartLength(text, markerStart, true) : 0;
  if (firstLength === 0) return false;
  const markerEnd = s.endOfName(markerStart + firstLength);
  const newline = newlineLength(text, markerEnd);
  if (newline === 0) return false;
  if (first > 0x7f) s.hasWideCharacters = true;
  s.emit(Token.OHEREDOC, start, markerEnd + newline);
  s.heredocs.push({ marker: text.slice(markerStart, markerEnd), startOfLine: true });
  s.enter(HEREDOC);
  return true;
}
