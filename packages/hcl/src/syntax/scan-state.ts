import type { SourceFile } from '../text/source-file.ts';
import { identifierPartLength } from './identifier.ts';
import { NAME_PART } from './scan-tables.ts';
import * as Token from './token.ts';

/** What the scanner is in the middle of. */
export type Mode = number;
export const MAIN: Mode = 0;
export const QUOTED: Mode = 1;
export const HEREDOC: Mode = 2;
export const BARE: Mode = 3;

export interface HeredocInProgress {
  readonly marker: string;
  startOfLine: boolean;
}

/** Where the scanner is, and the tokens it has found. Functions of `scan-main.ts` and `scan-template.ts` work on it. */
export class ScanState {
  readonly file: SourceFile;
  readonly text: string;
  readonly length: number;
  /** Where the next token is looked for. */
  at: number;
  types: Uint8Array;
  starts: Int32Array;
  ends: Int32Array;
  count: number = 0;
  hasWideCharacters: boolean = false;
  hasInvalidTokens: boolean = false;

  mode: Mode = MAIN;
  /** Modes to return to, the outermost first. */
  readonly outerModes: Mode[] = [];
  braces: number = 0;
  /** Brace depths at which a closing brace ends a template sequence. */
  readonly sequenceBraces: number[] = [];
  sequenceBrace: number = -1;
  readonly heredocs: HeredocInProgress[] = [];
  /** Known not to hold the end of a block comment from here on; keeps unterminated comments linear. */
  noCommentEndFrom: number;

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

  emit(type: number, start: number, end: number): void {
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

  emitInvalid(type: number, start: number, end: number): void {
    this.hasInvalidTokens = true;
    this.emit(type, start, end);
  }

  endOfName(from: number): number {
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

  enter(mode: Mode): void {
    this.outerModes.push(this.mode);
    this.mode = mode;
  }

  leave(): void {
    this.mode = this.outerModes.pop() ?? MAIN;
  }

  /** Emits the end of a template sequence and returns to the template where the depth of braces is right. */
  closeBrace(otherwise: number, start: number, end: number): boolean {
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
  openSequence(start: number, unit: number): void {
    const end = this.text.charCodeAt(start + 2) === TILDE ? start + 3 : start + 2;
    this.emit(unit === DOLLAR ? Token.TEMPLATE_INTERP : Token.TEMPLATE_CONTROL, start, end);
    this.braces++;
    this.sequenceBraces.push(this.braces);
    this.sequenceBrace = this.braces;
    const heredoc = this.heredocs.at(-1);
    if (heredoc !== undefined) heredoc.startOfLine = false;
    this.enter(MAIN);
  }
}

const LF = 0x0a;
const CR = 0x0d;
const DOLLAR = 0x24;
const TILDE = 0x7e;

/** Length of the line ending at an offset, or 0 where there is none. */
export function newlineLength(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit === LF) return 1;
  return unit === CR && text.charCodeAt(at + 1) === LF ? 2 : 0;
}
