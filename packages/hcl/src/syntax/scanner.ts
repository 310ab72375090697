import type { SourceFile } from '../text/source-file.ts';
import { badByteOf, characterLength } from '../text/utf8.ts';
import { isGoSpace } from './go-space.ts';
import { identifierPartLength } from './identifier.ts';
import * as Token from './token.ts';

/**
 * The tokens of a text, comments and newlines among them; the last is `EOF`. Between two tokens there are only spaces and tabs
 * (and a byte order mark before the first). Token `i` is `text.slice(starts[i], ends[i])`.
 */
export interface TokenStream {
  readonly file: SourceFile;
  /** How many tokens, `EOF` included; the arrays may be longer. */
  readonly count: number;
  readonly types: Uint8Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Some character is not ASCII. */
  readonly hasWideCharacters: boolean;
  /** Some token can never be part of a valid text, see `checkInvalidTokens`. */
  readonly hasInvalidTokens: boolean;
}

/** `config`: bodies and expressions; `template`: the text of a template file. */
export type ScanMode = 'config' | 'template';

/** Splits a text into tokens, exactly as hashicorp/hcl v2.23.0 (scan_tokens.rl) does. Takes linear time on any text. */
export function scanTokens(file: SourceFile, mode: ScanMode): TokenStream {
  const scanner = new Scanner(file);
  scanner.run(mode === 'config' ? MAIN : BARE);
  return scanner.finish();
}

// What the scanner is in the middle of.
const MAIN = 0;
const QUOTED = 1;
const HEREDOC = 2;
const BARE = 3;
type Mode = number;

// Classes of ASCII characters at the beginning of a token; 0 is a character that the language does not use.
const SPACE = 1;
const LETTER = 2;
const DIGIT = 3;
/** A token by itself whatever follows; its type is in `SELF_TOKEN`. */
const SELF = 4;
/** May begin more than one token. */
const OPERATOR = 5;
const BRACE = 6;
const COMMENT_START = 7;
const QUOTE = 8;
const CLASS = new Uint8Array(128);
const SELF_TOKEN = new Uint8Array(128);
/** 1 for what a name may go on with. */
const NAME_PART = new Uint8Array(128);
/** 1 for what ends a run of ordinary text in a quoted template: `"`, `\`, `$`, `%`, CR, LF. */
const QUOTED_STOP = new Uint8Array(128);

for (let c = 0x41; c <= 0x5a; c++) CLASS[c] = CLASS[c + 0x20] = LETTER;
for (let c = 0x30; c <= 0x39; c++) CLASS[c] = DIGIT;
for (let c = 0; c < 128; c++)
  NAME_PART[c] = CLASS[c] === LETTER || CLASS[c] === DIGIT || c === 0x2d || c === 0x5f ? 1 : 0;
CLASS[0x5f] = LETTER;
CLASS[0x20] = CLASS[0x09] = SPACE;
for (const character of '<>=!&|.:~\r') CLASS[character.charCodeAt(0)] = OPERATOR;
for (const character of '{}') CLASS[character.charCodeAt(0)] = BRACE;
for (const character of '#/') CLASS[character.charCodeAt(0)] = COMMENT_START;
CLASS[0x22] = QUOTE;
for (const character of '"\\$%\r\n') QUOTED_STOP[character.charCodeAt(0)] = 1;
const SELF_TOKENS: readonly (readonly [string, number])[] = [
  ['\n', Token.NEWLINE],
  ['[', Token.OBRACK],
  [']', Token.CBRACK],
  ['(', Token.OPAREN],
  [')', Token.CPAREN],
  [',', Token.COMMA],
  ['*', Token.STAR],
  ['%', Token.PERCENT],
  ['+', Token.PLUS],
  ['-', Token.MINUS],
  ['?', Token.QUESTION],
  ['^', Token.BITWISE_XOR],
  [';', Token.SEMICOLON],
  ['`', Token.BACKTICK],
  ["'", Token.APOSTROPHE],
];
for (const [character, type] of SELF_TOKENS) {
  CLASS[character.charCodeAt(0)] = SELF;
  SELF_TOKEN[character.charCodeAt(0)] = type;
}

const LF = 0x0a;
const CR = 0x0d;
const DOLLAR = 0x24;
const PERCENT_SIGN = 0x25;
const OPEN_BRACE = 0x7b;
const TILDE = 0x7e;

interface HeredocInProgress {
  readonly marker: string;
  startOfLine: boolean;
}

class Scanner {
  private readonly file: SourceFile;
  private readonly text: string;
  private readonly length: number;
  private at: number;
  private types: Uint8Array;
  private starts: Int32Array;
  private ends: Int32Array;
  private count = 0;
  private hasWideCharacters = false;
  private hasInvalidTokens = false;

  private mode: Mode = MAIN;
  private readonly outerModes: Mode[] = [];
  private braces = 0;
  /** Brace depths at which a closing brace ends a template sequence. */
  private readonly sequenceBraces: number[] = [];
  private sequenceBrace = -1;
  private readonly heredocs: HeredocInProgress[] = [];
  /** Known not to hold the end of a block comment from here on; keeps unterminated comments linear. */
  private noCommentEndFrom: number;

  constructor(file: SourceFile) {
    this.file = file;
    this.text = file.text;
    this.length = this.text.length;
    this.at = file.hasByteOrderMark() ? 1 : 0;
    this.noCommentEndFrom = this.length;
    const capacity = (this.length >> 2) + 16;
    this.types = new Uint8Array(capacity);
    this.starts = new Int32Array(capacity);
    this.ends = new Int32Array(capacity);
  }

  run(mode: Mode): void {
    this.mode = mode;
    while (this.at < this.length) {
      switch (this.mode) {
        case MAIN:
          this.scanMain();
          break;
        case QUOTED:
          this.scanQuoted();
          break;
        case HEREDOC:
          this.scanHeredoc();
          break;
        default:
          this.scanBare();
      }
    }
    this.emit(Token.EOF, this.length, this.length);
  }

  finish(): TokenStream {
    const { file, count, types, starts, ends, hasWideCharacters, hasInvalidTokens } = this;
    return { file, count, types, starts, ends, hasWideCharacters, hasInvalidTokens };
  }

  private emit(type: number, start: number, end: number): void {
    const index = this.count++;
    if (index >= this.types.length) this.grow();
    this.types[index] = type;
    this.starts[index] = start;
    this.ends[index] = end;
    this.at = end;
  }

  private grow(): void {
    const capacity = this.types.length * 2;
    const types = new Uint8Array(capacity);
    const starts = new Int32Array(capacity);
    const ends = new Int32Array(capacity);
    types.set(this.types);
    starts.set(this.starts);
    ends.set(this.ends);
    this.types = types;
    this.starts = starts;
    this.ends = ends;
  }

  private emitInvalid(type: number, start: number, end: number): void {
    this.hasInvalidTokens = true;
    this.emit(type, start, end);
  }

  private scanMain(): void {
    const { text, length } = this;
    while (this.at < length) {
      const start = this.at;
      const unit = text.charCodeAt(start);
      if (unit > 0x7f) {
        this.scanWide(start);
        continue;
      }
      switch (CLASS[unit]) {
        case SPACE: {
          let at = start + 1;
          let next = text.charCodeAt(at);
          while (next === 0x20 || next === 0x09) next = text.charCodeAt(++at);
          this.at = at;
          break;
        }
        case LETTER:
          this.emit(Token.IDENT, start, this.endOfName(start + 1));
          break;
        case SELF: {
          const type = SELF_TOKEN[unit] ?? Token.INVALID;
          if (type >= Token.INVALID) this.hasInvalidTokens = true;
          this.emit(type, start, start + 1);
          break;
        }
        case DIGIT:
          this.emit(Token.NUMBER_LIT, start, this.endOfNumber(start + 1));
          break;
        case QUOTE:
          this.emit(Token.OQUOTE, start, start + 1);
          this.enter(QUOTED);
          return;
        case COMMENT_START:
          this.scanComment(start, unit);
          break;
        case BRACE:
          if (unit === OPEN_BRACE) {
            this.emit(Token.OBRACE, start, start + 1);
            this.braces++;
          } else if (this.closeBrace(Token.CBRACE, start, start + 1)) {
            return;
          }
          break;
        case OPERATOR:
          if (this.scanOperator(start, unit)) return;
          break;
        default:
          this.emitInvalid(Token.INVALID, start, start + 1);
      }
    }
  }

  private endOfName(from: number): number {
    const { text } = this;
    let at = from;
    for (;;) {
      const unit = text.charCodeAt(at);
      if (unit < 0x80) {
        if (NAME_PART[unit] === 0) return at;
        at++;
      } else if (unit > 0x7f) {
        this.hasWideCharacters = true;
        const more = identifierPartLength(text, at, false);
        if (more === 0) return at;
        at += more;
      } else {
        return at; // the end of the text
      }
    }
  }

  /** A number goes on over digits, dots and exponents, but never ends with a dot. */
  private endOfNumber(from: number): number {
    const { text } = this;
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

  private scanWide(start: number): void {
    this.hasWideCharacters = true;
    const nameStart = identifierPartLength(this.text, start, true);
    if (nameStart > 0) {
      this.emit(Token.IDENT, start, this.endOfName(start + nameStart));
      return;
    }
    const length = characterLength(this.text, start);
    if (length === 0) this.emitInvalid(Token.BAD_UTF8, start, start + 1);
    else this.emitInvalid(Token.INVALID, start, start + length);
  }

  private scanComment(start: number, unit: number): void {
    const next = this.text.charCodeAt(start + 1);
    if (unit === 0x23 || next === 0x2f) {
      this.emit(Token.COMMENT, start, this.endOfLine(start + 1));
      return;
    }
    if (next === 0x2a && start + 2 < this.noCommentEndFrom) {
      const end = this.text.indexOf('*/', start + 2);
      if (end >= 0) {
        if (!this.hasWideCharacters) this.noteWideCharacters(start, end);
        this.emit(Token.COMMENT, start, end + 2);
        return;
      }
      this.noCommentEndFrom = start + 2;
    }
    this.emit(Token.SLASH, start, start + 1);
  }

  /** @returns the offset behind the newline, or the end of the text */
  private endOfLine(from: number): number {
    const { text, length } = this;
    for (let at = from; at < length; at++) {
      const unit = text.charCodeAt(at);
      if (unit === LF) return at + 1;
      if (unit > 0x7f) this.hasWideCharacters = true;
    }
    return length;
  }

  private noteWideCharacters(start: number, end: number): void {
    for (let at = start; at < end; at++) if (this.text.charCodeAt(at) > 0x7f) this.hasWideCharacters = true;
  }

  /** @returns whether the mode changed */
  private scanOperator(start: number, unit: number): boolean {
    const { text } = this;
    const next = text.charCodeAt(start + 1);
    switch (unit) {
      case 0x3d: // =
        if (next === 0x3d) this.emit(Token.EQUAL_OP, start, start + 2);
        else if (next === 0x3e) this.emit(Token.FAT_ARROW, start, start + 2);
        else this.emit(Token.EQUAL, start, start + 1);
        return false;
      case 0x2e: // .
        if (next === 0x2e && text.charCodeAt(start + 2) === 0x2e) this.emit(Token.ELLIPSIS, start, start + 3);
        else this.emit(Token.DOT, start, start + 1);
        return false;
      case 0x3a: // :
        if (next === 0x3a) this.emit(Token.DOUBLE_COLON, start, start + 2);
        else this.emit(Token.COLON, start, start + 1);
        return false;
      case 0x21: // !
        if (next === 0x3d) this.emit(Token.NOT_EQUAL, start, start + 2);
        else this.emit(Token.BANG, start, start + 1);
        return false;
      case 0x26: // &
        if (next === 0x26) this.emit(Token.AND, start, start + 2);
        else this.emitInvalid(Token.BITWISE_AND, start, start + 1);
        return false;
      case 0x7c: // |
        if (next === 0x7c) this.emit(Token.OR, start, start + 2);
        else this.emitInvalid(Token.BITWISE_OR, start, start + 1);
        return false;
      case 0x3e: // >
        if (next === 0x3d) this.emit(Token.GREATER_THAN_EQ, start, start + 2);
        else this.emit(Token.GREATER_THAN, start, start + 1);
        return false;
      case TILDE:
        if (next === 0x7d) return this.closeBrace(Token.TEMPLATE_SEQ_END, start, start + 2);
        this.emitInvalid(Token.BITWISE_NOT, start, start + 1);
        return false;
      case CR:
        if (next === LF) this.emit(Token.NEWLINE, start, start + 2);
        else this.emitInvalid(Token.INVALID, start, start + 1);
        return false;
      default: // <
        if (next === 0x3d) this.emit(Token.LESS_THAN_EQ, start, start + 2);
        else if (next === 0x3c && this.openHeredoc(start)) return true;
        else this.emit(Token.LESS_THAN, start, start + 1);
        return false;
    }
  }

  /** `<<EOT` or `<<-EOT` and a newline; @returns false where the text is not that */
  private openHeredoc(start: number): boolean {
    const { text } = this;
    let markerStart = start + 2;
    if (text.charCodeAt(markerStart) === 0x2d) markerStart++;
    const first = text.charCodeAt(markerStart);
    const firstLength =
      first < 0x80
        ? CLASS[first] === LETTER
          ? 1
          : 0
        : first > 0x7f
          ? identifierPartLength(text, markerStart, true)
          : 0;
    if (firstLength === 0) return false;
    const markerEnd = this.endOfName(markerStart + firstLength);
    const newline = newlineLength(text, markerEnd);
    if (newline === 0) return false;
    if (first > 0x7f) this.hasWideCharacters = true;
    this.emit(Token.OHEREDOC, start, markerEnd + newline);
    this.heredocs.push({ marker: text.slice(markerStart, markerEnd), startOfLine: true });
    this.enter(HEREDOC);
    return true;
  }

  private enter(mode: Mode): void {
    this.outerModes.push(this.mode);
    this.mode = mode;
  }

  private leave(): void {
    this.mode = this.outerModes.pop() ?? MAIN;
  }

  /** Emits the end of a template sequence and returns to the template where the depth of braces is right. */
  private closeBrace(otherwise: number, start: number, end: number): boolean {
    const endsSequence = this.sequenceBrace === this.braces && this.sequenceBraces.length > 0;
    this.emit(endsSequence ? Token.TEMPLATE_SEQ_END : otherwise, start, end);
    this.braces--;
    if (!endsSequence) return false;
    this.sequenceBraces.pop();
    this.sequenceBrace = this.sequenceBraces.at(-1) ?? -1;
    this.leave();
    return true;
  }

  /** `${` or `%{`, with the strip marker if there is one. */
  private openSequence(start: number, unit: number): void {
    const end = this.text.charCodeAt(start + 2) === TILDE ? start + 3 : start + 2;
    this.emit(unit === DOLLAR ? Token.TEMPLATE_INTERP : Token.TEMPLATE_CONTROL, start, end);
    this.braces++;
    this.sequenceBraces.push(this.braces);
    this.sequenceBrace = this.braces;
    const heredoc = this.heredocs.at(-1);
    if (heredoc !== undefined) heredoc.startOfLine = false;
    this.enter(MAIN);
  }

  /** Length of the literal text that begins with `$` or `%` and is no sequence: `$${`, or the sign alone. */
  private signLength(start: number, unit: number): number {
    const { text } = this;
    if (text.charCodeAt(start + 1) !== unit || text.charCodeAt(start + 2) !== OPEN_BRACE) return 1;
    return text.charCodeAt(start + 3) === TILDE ? 4 : 3;
  }

  private scanQuoted(): void {
    const { text, length } = this;
    while (this.at < length) {
      const start = this.at;
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
          const escapedLength =
            escaped === LF || escaped === CR || at + 1 >= length ? 0 : characterLength(text, at + 1);
          if (escapedLength === 0) break;
          if (escaped > 0x7f) this.hasWideCharacters = true;
          at += 1 + escapedLength;
        } else {
          if (at >= length) break;
          this.hasWideCharacters = true;
          const more = characterLength(text, at);
          if (more === 0) break;
          at += more;
        }
        unit = text.charCodeAt(at);
      }
      if (at > start) {
        this.emit(Token.QUOTED_LIT, start, at);
        if (at >= length) return;
      }
      if (unit === 0x22) {
        this.emit(Token.CQUOTE, at, at + 1);
        this.leave();
        return;
      }
      if (unit === DOLLAR || unit === PERCENT_SIGN) {
        if (text.charCodeAt(at + 1) === OPEN_BRACE) {
          this.openSequence(at, unit);
          return;
        }
        if (at + 1 >= length) this.emitInvalid(Token.INVALID, at, length);
        else this.emit(Token.QUOTED_LIT, at, at + this.signLength(at, unit));
      } else if (unit === LF || unit === CR) {
        let end = at + 1;
        while (text.charCodeAt(end) === LF || text.charCodeAt(end) === CR) end++;
        this.emitInvalid(Token.QUOTED_NEWLINE, at, end);
      } else {
        this.emitInvalid(unit === 0x5c ? Token.INVALID : Token.BAD_UTF8, at, at + 1);
      }
    }
  }

  private scanHeredoc(): void {
    const { text, length } = this;
    const heredoc = this.heredocs.at(-1);
    while (this.at < length && heredoc !== undefined) {
      const start = this.at;
      const unit = text.charCodeAt(start);
      let end: number;
      if (unit === DOLLAR || unit === PERCENT_SIGN) {
        if (text.charCodeAt(start + 1) === OPEN_BRACE) {
          this.openSequence(start, unit);
          return;
        }
        if (start + 1 >= length) {
          this.emitInvalid(Token.INVALID, start, length);
          return;
        }
        end = start + this.signLength(start, unit);
        if (end === start + 1) {
          heredoc.startOfLine = false;
          this.emit(Token.STRING_LIT, start, this.endOfSign(start));
          continue;
        }
      } else {
        end = this.endOfPlainText(start);
      }
      const newline = newlineLength(text, end);
      if (newline > 0) {
        if (heredoc.startOfLine && isMarkerLine(text, start, end, heredoc.marker)) {
          this.emit(Token.CHEREDOC, start, end);
          this.emit(Token.NEWLINE, end, end + newline);
          this.heredocs.pop();
          this.leave();
          return;
        }
        heredoc.startOfLine = true;
        this.emit(Token.STRING_LIT, start, end + newline);
      } else if (end > start) {
        heredoc.startOfLine = false;
        this.emit(Token.STRING_LIT, start, end);
      } else if (unit === CR) {
        // No rule of the grammar takes a carriage return alone: the scanner of hashicorp/hcl gives up here.
        this.emitInvalid(Token.INVALID, start, length);
      } else {
        this.hasWideCharacters = true;
        this.emitInvalid(Token.BAD_UTF8, start, start + 1);
      }
    }
  }

  private scanBare(): void {
    const { text, length } = this;
    while (this.at < length) {
      const start = this.at;
      const unit = text.charCodeAt(start);
      let end: number;
      if (unit === DOLLAR || unit === PERCENT_SIGN) {
        if (text.charCodeAt(start + 1) === OPEN_BRACE) {
          this.openSequence(start, unit);
          return;
        }
        end = start + this.signLength(start, unit);
        if (end === start + 1) {
          this.emit(Token.STRING_LIT, start, this.endOfSign(start));
          continue;
        }
      } else {
        end = this.endOfPlainText(start);
      }
      end += newlineLength(text, end);
      if (end > start) {
        this.emit(Token.STRING_LIT, start, end);
      } else if (unit === CR) {
        this.emit(Token.STRING_LIT, start, length);
      } else {
        this.hasWideCharacters = true;
        this.emitInvalid(Token.BAD_UTF8, start, start + 1);
      }
    }
  }

  /** A sign alone; together with one more byte where a line break follows that, as the scanner of hashicorp/hcl has it. */
  private endOfSign(start: number): number {
    const { text } = this;
    const unit = text.charCodeAt(start + 1);
    const isByte = unit < 0x80 || badByteOf(unit) >= 0;
    const after = text.charCodeAt(start + 2);
    return isByte && (after === LF || after === CR) ? start + 2 : start + 1;
  }

  /** Text without `$`, `%` and line breaks. */
  private endOfPlainText(start: number): number {
    const { text, length } = this;
    let at = start;
    while (at < length) {
      const unit = text.charCodeAt(at);
      if (unit < 0x80) {
        if (unit === DOLLAR || unit === PERCENT_SIGN || unit === LF || unit === CR) break;
        at++;
      } else {
        this.hasWideCharacters = true;
        const more = characterLength(text, at);
        if (more === 0) break;
        at += more;
      }
    }
    return at;
  }
}

function newlineLength(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit === LF) return 1;
  return unit === CR && text.charCodeAt(at + 1) === LF ? 2 : 0;
}

/** Whether a line is the marker with nothing but white space around it. */
function isMarkerLine(text: string, start: number, end: number, marker: string): boolean {
  let first = start;
  while (first < end && isGoSpace(text.charCodeAt(first))) first++;
  if (!text.startsWith(marker, first)) return false;
  for (let at = first + marker.length; at < end; at++) if (!isGoSpace(text.charCodeAt(at))) return false;
  return true;
}
