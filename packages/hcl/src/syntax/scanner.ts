import type { SourceFile } from '../text/source-file.ts';
import { scanMain } from './scan-main.ts';
import { BARE, HEREDOC, MAIN, QUOTED, ScanState } from './scan-state.ts';
import { scanBare, scanHeredoc, scanQuoted } from './scan-template.ts';
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
  const s = new ScanState(file);
  s.mode = mode === 'config' ? MAIN : BARE;
  while (s.at < s.length) {
    if (s.mode === MAIN) scanMain(s);
    else if (s.mode === QUOTED) scanQuoted(s);
    else if (s.mode === HEREDOC) scanHeredoc(s);
    else scanBare(s);
  }
  s.emit(Token.EOF, s.length, s.length);
  const { count, types, starts, ends, hasWideCharacters, hasInvalidTokens } = s;
  return { file, count, types, starts, ends, hasWideCharacters, hasInvalidTokens };
}
