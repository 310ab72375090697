/**
 * Types of tokens, named as in hashicorp/hcl (`TokenOBrace` is `OBRACE`). Numbers, so that a stream is an array of bytes.
 * `INVALID` to `QUOTED_NEWLINE` never occur in a text without errors.
 */
export type TokenType = number;

export const EOF = 0;
export const NEWLINE = 1;
export const COMMENT = 2;
export const IDENT = 3;
export const NUMBER_LIT = 4;
export const EQUAL = 5;
export const OBRACE = 6;
export const CBRACE = 7;
export const OBRACK = 8;
export const CBRACK = 9;
export const OPAREN = 10;
export const CPAREN = 11;
export const OQUOTE = 12;
export const CQUOTE = 13;
/** `<<EOT` with its newline. */
export const OHEREDOC = 14;
/** The line of the closing marker without its newline. */
export const CHEREDOC = 15;
/** Text of a quoted template; may hold escapes. */
export const QUOTED_LIT = 16;
/** Text of a heredoc or of a template file; has no backslash escapes. */
export const STRING_LIT = 17;
/** `${` or `${~`. */
export const TEMPLATE_INTERP = 18;
/** `%{` or `%{~`. */
export const TEMPLATE_CONTROL = 19;
/** `}` or `~}`. */
export const TEMPLATE_SEQ_END = 20;
export const DOT = 21;
export const COMMA = 22;
export const COLON = 23;
export const QUESTION = 24;
export const ELLIPSIS = 25;
export const FAT_ARROW = 26;
export const DOUBLE_COLON = 27;
export const BANG = 28;
export const OR = 29;
export const AND = 30;
export const EQUAL_OP = 31;
export const NOT_EQUAL = 32;
export const GREATER_THAN = 33;
export const GREATER_THAN_EQ = 34;
export const LESS_THAN = 35;
export const LESS_THAN_EQ = 36;
export const PLUS = 37;
export const MINUS = 38;
export const STAR = 39;
export const SLASH = 40;
export const PERCENT = 41;
/** A character that the language does not use. */
export const INVALID = 42;
export const BAD_UTF8 = 43;
export const BITWISE_AND = 44;
export const BITWISE_OR = 45;
export const BITWISE_NOT = 46;
export const BITWISE_XOR = 47;
export const APOSTROPHE = 48;
export const BACKTICK = 49;
export const SEMICOLON = 50;
/** Line breaks inside a quoted template. */
export const QUOTED_NEWLINE = 51;
/** No token; only where a function has none to give. */
export const NIL = 52;
