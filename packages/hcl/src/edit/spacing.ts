import * as Token from '../syntax/token.ts';
import type { TokenTable } from './token-table.ts';
import { tokenText, typeAt } from './token-table.ts';

/** How a token of this type changes the nesting of brackets: 1, 0 or -1. */
export function bracketChange(type: number): number {
  switch (type) {
    case Token.OBRACE:
    case Token.OBRACK:
    case Token.OPAREN:
    case Token.TEMPLATE_CONTROL:
    case Token.TEMPLATE_INTERP:
      return 1;
    case Token.CBRACE:
    case Token.CBRACK:
    case Token.CPAREN:
    case Token.TEMPLATE_SEQ_END:
      return -1;
    default:
      return 0;
  }
}

/**
 * Whether one space separates a token from the next one of its cell; the rules of hclwrite's `spaceAfterToken`, in its order.
 * @param hasBefore  false when the token is the first of its cell
 */
export function needsSpaceAfter(table: TokenTable, token: number, hasBefore: boolean): boolean {
  const type = typeAt(table, token);
  const after = typeAt(table, token + 1);
  const before = hasBefore ? typeAt(table, token - 1) : Token.NIL;

  if (after === Token.NEWLINE) return false;
  // A function name and its parenthesis, the parts of a namespaced name.
  if (type === Token.IDENT && (after === Token.OPAREN || after === Token.DOUBLE_COLON)) return false;
  if (type === Token.DOUBLE_COLON && after === Token.IDENT) return false;
  if (type === Token.DOT || after === Token.DOT) return false;
  if (after === Token.COMMA || after === Token.ELLIPSIS) return false;
  if (type === Token.COMMA) return true;
  if (touchesTemplateText(type, after)) return false;
  // `[for x in [a, b] : x]`: here `in` is a keyword, not a name that is indexed.
  if (before === Token.IDENT && type === Token.IDENT && tokenText(table, token) === 'in') return true;
  if (after === Token.OBRACK && (type === Token.IDENT || type === Token.NUMBER_LIT || bracketChange(type) < 0)) {
    return false;
  }
  if (type === Token.BANG) return false;
  if (type === Token.MINUS) return !isNegationAfter(before);
  if (type === Token.OBRACE || after === Token.CBRACE) {
    return !(type === Token.OBRACE && after === Token.CBRACE);
  }
  // An object inside an interpolation: `${ {} }`.
  if ((type === Token.TEMPLATE_INTERP || type === Token.TEMPLATE_CONTROL) && after === Token.OBRACE) {
    return true;
  }
  if (type === Token.CBRACE && after === Token.TEMPLATE_SEQ_END) return true;
  if (type === Token.TEMPLATE_SEQ_END && (after === Token.TEMPLATE_INTERP || after === Token.TEMPLATE_CONTROL)) {
    return false;
  }
  return !(bracketChange(type) > 0 || bracketChange(after) < 0);
}

/** Spaces between these tokens would become part of the string. */
function touchesTemplateText(type: number, after: number): boolean {
  switch (type) {
    case Token.QUOTED_LIT:
    case Token.STRING_LIT:
    case Token.OQUOTE:
    case Token.OHEREDOC:
      return true;
    default:
      break;
  }
  switch (after) {
    case Token.QUOTED_LIT:
    case Token.STRING_LIT:
    case Token.CQUOTE:
    case Token.CHEREDOC:
      return true;
    default:
      return false;
  }
}

/** A minus behind an operator, a separator or an opening bracket, or at the start of a cell, negates; behind anything else it subtracts. */
function isNegationAfter(before: number): boolean {
  switch (before) {
    case Token.NIL:
    case Token.OPAREN:
    case Token.OBRACE:
    case Token.OBRACK:
    case Token.EQUAL:
    case Token.COLON:
    case Token.COMMA:
    case Token.QUESTION:
    case Token.PLUS:
    case Token.STAR:
    case Token.SLASH:
    case Token.PERCENT:
    case Token.MINUS:
    case Token.EQUAL_OP:
    case Token.NOT_EQUAL:
    case Token.GREATER_THAN:
    case Token.GREATER_THAN_EQ:
    case Token.LESS_THAN:
    case Token.LESS_THAN_EQ:
    case Token.AND:
    case Token.OR:
    case Token.BANG:
      return true;
    default:
      return false;
  }
}
