import * as Token from './token.ts';

// Classes of ASCII characters at the beginning of a token; 0 is a character that the language does not use.
export const SPACE: number = 1;
export const LETTER: number = 2;
export const DIGIT: number = 3;
/** A token by itself whatever follows; its type is in `SELF_TOKEN`. */
export const SELF: number = 4;
/** May begin more than one token. */
export const OPERATOR: number = 5;
export const BRACE: number = 6;
export const COMMENT_START: number = 7;
export const QUOTE: number = 8;
export const CLASS: Uint8Array = new Uint8Array(128);
export const SELF_TOKEN: Uint8Array = new Uint8Array(128);
/** 1 for what a name may go on with. */
export const NAME_PART: Uint8Array = new Uint8Array(128);
/** 1 for what ends a run of ordinary text in a quoted template: `"`, `\`, `$`, `%`, CR, LF. */
export const QUOTED_STOP: Uint8Array = new Uint8Array(128);

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
