/** Which styles of YAML can hold a text, as libyaml's emitter finds out. */
export interface ScalarTraits {
  readonly isMultiline: boolean;
  readonly mayBePlain: boolean;
  readonly mayBeSingleQuoted: boolean;
  readonly mayBeBlock: boolean;
}

/** libyaml's `yaml_emitter_analyze_scalar`, as far as blocks outside flow collections need it. */
export function traitsOf(text: string): ScalarTraits {
  if (text === '') return { isMultiline: false, mayBePlain: true, mayBeSingleQuoted: true, mayBeBlock: false };
  let isMultiline = false;
  let isSpecial = false;
  let hasBreakBeforeSpace = false;
  let hasSpaceBeforeBreak = false;
  let hasIndicator = text.startsWith('---') || text.startsWith('...') || FIRST_INDICATOR.test(text);
  let before = '';
  for (const character of text) {
    if (!isPrintable(character)) isSpecial = true;
    if (isLineBreak(character)) {
      isMultiline = true;
      if (before === ' ') hasSpaceBeforeBreak = true;
    } else if (character === ' ' && isLineBreak(before)) hasBreakBeforeSpace = true;
    before = character;
  }
  if (LATER_INDICATOR.test(text)) hasIndicator = true;
  const isQuotable = !hasBreakBeforeSpace && !hasSpaceBeforeBreak && !isSpecial;
  const touchesEdge = text.startsWith(' ') || text.endsWith(' ') || isLineBreak(text.charAt(0)) || isLineBreak(before);
  return {
    isMultiline,
    mayBePlain: isQuotable && !isMultiline && !hasIndicator && !touchesEdge,
    mayBeSingleQuoted: isQuotable,
    mayBeBlock: !text.endsWith(' ') && !hasSpaceBeforeBreak && !isSpecial,
  };
}

/** CR, LF, NEL, LS, PS. */
export function isLineBreak(character: string): boolean {
  switch (character) {
    case '\r':
    case '\n':
    case '\u0085':
    case '\u2028':
    case '\u2029':
      return true;
    default:
      return false;
  }
}

/** What libyaml writes without an escape: everything above U+FFFF is not printable to it, nor are tabs. */
export function isPrintable(character: string): boolean {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x7f) return point >= 0x20 || point === 0x0a;
  return point >= 0xa0 && point < 0xfffe && point !== 0xfeff && !(point >= 0xd800 && point < 0xe000);
}

const FIRST_INDICATOR = /^(?:[#,[\]{}&*!|>'"%@`]|[-?:](?:[ \t]|$))/;
const LATER_INDICATOR = /:(?:[ \t]|$)|[ \t\r\n\u0085\u2028\u2029]#/;
