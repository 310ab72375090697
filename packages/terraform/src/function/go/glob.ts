/** Why a glob pattern or its matching is refused. */
export interface GlobProblem {
  readonly message: string;
}

const BAD_PATTERN: GlobProblem = { message: 'syntax error in pattern' };

/** Whether a component of a pattern is more than a name. */
export function hasWildcards(component: string): boolean {
  return /[*?[{\\]/.test(component);
}

/** Splits a pattern at unescaped slashes, as doublestar does: brackets and braces do not protect a slash. */
export function splitPattern(pattern: string, separator: string): readonly string[] {
  if (pattern === '') return [];
  const components: string[] = [];
  let start = 0;
  for (let i = 0; i < pattern.length; i++) {
    if (pattern.charAt(i) !== separator || (i > start && pattern.charAt(i - 1) === '\\')) continue;
    components.push(pattern.slice(start, i));
    start = i + 1;
  }
  components.push(pattern.slice(start));
  return components;
}

/**
 * Matches one name against one component of a pattern, as `github.com/bmatcuk/doublestar` 1.1.5 does, which Terraform uses:
 * `*`, `?`, `[a-z]`, `[^a-z]`, `{one,two}` and `\` before a character.
 * @param maxSteps bound on the work; going over it is a problem
 */
export function matchComponent(pattern: string, name: string, maxSteps: number): boolean | GlobProblem {
  const matcher: Matcher = { steps: maxSteps, name: Array.from(name) };
  const result = matchFrom(matcher, Array.from(pattern), 0, 0);
  return matcher.steps < 0 ? { message: `matching the pattern takes more than ${maxSteps} steps` } : result;
}

interface Matcher {
  readonly name: readonly string[];
  steps: number;
}

function matchFrom(
  matcher: Matcher,
  pattern: readonly string[],
  start: number,
  nameStart: number,
): boolean | GlobProblem {
  const { name } = matcher;
  let at = start;
  let nameAt = nameStart;
  if (at >= pattern.length && nameAt >= name.length) return true;
  if (at >= pattern.length) return false;
  if (nameAt >= name.length && !isOnlyStar(pattern, at, 1)) return false;
  while (at < pattern.length && nameAt < name.length) {
    if (--matcher.steps < 0) return false;
    const character = pattern[at];
    switch (character) {
      case '\\':
        if (at + 1 >= pattern.length) return BAD_PATTERN;
        if (pattern[at + 1] !== name[nameAt]) return false;
        at += 2;
        nameAt++;
        break;
      case '*':
        return matchStar(matcher, pattern, at + 1, nameAt);
      case '[': {
        const end = indexOfUnescaped(pattern, at + 1, ']');
        if (end < 0) return BAD_PATTERN;
        const matched = matchClass(pattern.slice(at + 1, end), name[nameAt] ?? '');
        if (matched !== true) return matched;
        at = end + 1;
        nameAt++;
        break;
      }
      case '{':
        return matchAlternatives(matcher, pattern, at + 1, nameAt);
      default:
        if (character !== '?' && character !== name[nameAt]) return false;
        at++;
        nameAt++;
    }
  }
  if (at >= pattern.length && nameAt >= name.length) return true;
  return (nameAt >= name.length && isOnlyStar(pattern, at, 1)) || isOnlyStar(pattern, at, 2);
}

function isOnlyStar(pattern: readonly string[], at: number, count: number): boolean {
  return pattern.length - at === count && pattern.slice(at).every((character) => character === '*');
}

function matchStar(matcher: Matcher, pattern: readonly string[], at: number, nameStart: number): boolean | GlobProblem {
  if (at >= pattern.length) return true;
  for (let nameAt = nameStart; nameAt < matcher.name.length; nameAt++) {
    // A malformed rest behind a star counts as no match, as in doublestar.
    if (matchFrom(matcher, pattern, at, nameAt) === true) return true;
    if (matcher.steps < 0) return false;
  }
  return false;
}

function matchAlternatives(
  matcher: Matcher,
  pattern: readonly string[],
  at: number,
  nameAt: number,
): boolean | GlobProblem {
  const end = indexOfUnescaped(pattern, at, '}');
  if (end < 0) return BAD_PATTERN;
  const rest = pattern.slice(end + 1);
  for (const option of splitPattern(pattern.slice(at, end).join(''), ',')) {
    const matched = matchFrom(matcher, [...Array.from(option), ...rest], 0, nameAt);
    if (matched !== false) return matched;
    if (matcher.steps < 0) return false;
  }
  return false;
}

function indexOfUnescaped(pattern: readonly string[], start: number, wanted: string): number {
  for (let i = start; i < pattern.length; i++) {
    if (pattern[i] === wanted && !(i > start && pattern[i - 1] === '\\')) return i;
  }
  return -1;
}

function matchClass(characters: readonly string[], character: string): boolean | GlobProblem {
  if (characters.length === 0) return BAD_PATTERN;
  const isNegated = characters[0] === '^';
  const point = character.codePointAt(0) ?? 0;
  let isMatched = false;
  let at = isNegated ? 1 : 0;
  while (at < characters.length) {
    const low = readBound(characters, at);
    if (low === undefined) return BAD_PATTERN;
    at = low.next;
    let high = low;
    if (characters[at] === '-') {
      const bound = readBound(characters, at + 1);
      if (bound === undefined) return BAD_PATTERN;
      high = bound;
      at = bound.next;
    }
    if (low.point <= point && point <= high.point) isMatched = true;
  }
  return isMatched !== isNegated;
}

/** @returns undefined where a bound is missing or a bare `-` */
function readBound(
  characters: readonly string[],
  at: number,
): { readonly point: number; readonly next: number } | undefined {
  const isEscaped = characters[at] === '\\';
  const character = characters[isEscaped ? at + 1 : at];
  if (character === undefined || (character === '-' && !isEscaped)) return undefined;
  return { point: character.codePointAt(0) ?? 0, next: at + (isEscaped ? 2 : 1) };
}
