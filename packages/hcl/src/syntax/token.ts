/**
 * Types of tokens, named as in hashicorp/hcl (`TokenOBrace` is `OBRACE`). Numbers, so that a stream is an array of bytes.
 * `INVALID` to `QUOTED_NEWLINE` never occur in a text without errors.
 */
export type TokenType = number;

export const EOF: TokenType = 0;
export const NEWLINE: TokenType = 1;
export const COMMENT: TokenType = 2;
export const IDENT: TokenType = 3;
export const NUMBER_LIT: TokenType = 4;
export const EQUAL: TokenType = 5;
export const OBRACE: TokenType = 6;
export const CBRACE: TokenType = 7;
export const OBRACK: TokenType = 8;
export const CBRACK: TokenType = 9;
export const OPAREN: TokenType = 10;
export const CPAREN: TokenType = 11;
export const OQUOTE: TokenType = 12;
export const CQUOTE: TokenType = 13;
/** `<<EOT` with its newline. */
export const OHEREDOC: TokenType = 14;
/** The line of the closing marker without its newline. */
export const CHEREDOC: TokenType = 15;
/** Text of a quoted template; may hold escapes. */
export const QUOTED_LIT: TokenType = 16;
/** Text of a heredoc or of a template file; has no backslash escapes. */
export const STRING_LIT: TokenType = 17;
/** `${` or `${~`. */
export const TEMPLATE_INTERP: TokenType = 18;
/** `%{` or `%{~`. */
export const TEMPLATE_CONTROL: TokenType = 19;
/** `}` or `~}`. */
export const TEMPLATE_SEQ_END: TokenType = 20;
export const DOT: TokenType = 21;
export const COMMA: TokenType = 22;
export const COLON: TokenType = 23;
export const QUESTION: TokenType = 24;
export const ELLIPSIS: TokenType = 25;
export const FAT_ARROW: TokenType = 26;
export const DOUBLE_COLON: TokenType = 27;
export const BANG: TokenType = 28;
export const OR: TokenType = 29;
export const AND: TokenType = 30;
export const EQUAL_OP: TokenType = 31;
export const NOT_EQUAL: TokenType = 32;
export const GREATER_THAN: TokenType = 33;
export const GREATER_THAN_EQ: TokenType = 34;
export const LESS_THAN: TokenType = 35;
export const LESS_THAN_EQ: TokenType = 36;
export const PLUS: TokenType = 37;
export const MINUS: TokenType = 38;
export const STAR: TokenType = 39;
export const SLASH: TokenType = 40;
export const PERCENT: TokenType = 41;
/** A character that the language does not use. */
export const INVALID: TokenType = 42;
export const BAD_UTF8: TokenType = 43;
export const BITWISE_AND: TokenType = 44;
export const BITWISE_OR: TokenType = 45;
export const BITWISE_NOT: TokenType = 46;
export const BITWISE_XOR: TokenType = 47;
export const APOSTROPHE: TokenType = 48;
export const BACKTICK: TokenType = 49;
export const SEMICOLON: TokenType = 50;
/** Line breaks inside a quoted template. */
export const QUOTED_NEWLINE: TokenType = 51;
/** No token; only where a function has none to give. */
export const NIL: TokenType = 52;
