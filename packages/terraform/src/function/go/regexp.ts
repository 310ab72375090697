import type { RE2JS } from 're2js';
import { re2 } from '../library/re2.ts';

/** A compiled pattern of Go's `regexp`: RE2 syntax, matched in time linear in the text. */
export interface Regexp {
  readonly groupCount: number;
  /** Name of each group from 1, the empty string where it has none. */
  readonly groupNames: readonly string[];
  /** Instructions of the program: a match takes at most this many steps for each character. */
  readonly size: number;
  readonly compiled: RE2JS;
}

/** What is wrong with a pattern, in the words of Go's `regexp/syntax`. */
export interface PatternProblem {
  readonly code: string;
  readonly expression: string;
}

/** Start and end of the whole match and of each group, in UTF-16 units; -1 for a group that took no part. */
export type Match = readonly number[];

export function compileRegexp(pattern: string): Regexp | PatternProblem {
  const known = recent.get(pattern);
  if (known !== undefined) return known;
  const result = compile(pattern);
  if (recent.size >= MAX_RECENT) recent.clear();
  recent.set(pattern, result);
  return result;
}

/** Thrown where matching takes more than the steps it was given. */
export class TooManySteps extends Error {}

/** @param maxSteps characters that may be looked at, each as often as it is; going over it throws `TooManySteps` */
export function findFirst(regexp: Regexp, text: string, maxSteps: number): Match | undefined {
  return findFrom(regexp, matcherOf(regexp, text, maxSteps), 0);
}

/**
 * All matches that do not overlap, as Go's `FindAll`: an empty match right behind another match does not count.
 * @param allow asked after each match, with how many there are; false stops the search
 */
export function findAll(
  regexp: Regexp,
  text: string,
  maxSteps: number,
  allow: (count: number) => boolean,
): readonly Match[] {
  const matcher = matcherOf(regexp, text, maxSteps);
  const matches: Match[] = [];
  let previousEnd = -1;
  let at = 0;
  while (at <= text.length) {
    const match = findFrom(regexp, matcher, at);
    if (match === undefined) break;
    const [start = 0, end = 0] = match;
    if (end !== at || start !== previousEnd) matches.push(match);
    at = end === at ? at + widthAt(text, at) : end;
    previousEnd = end;
    if (!allow(matches.length)) break;
  }
  return matches;
}

/**
 * Replaces every match, as Go's `ReplaceAllString`: `$1`, `$name`, `${name}` and `$$` in the replacement.
 * @param allow asked after each match, with the length of the result so far; false stops the replacing
 */
export function replaceAll(
  regexp: Regexp,
  text: string,
  replacement: string,
  maxSteps: number,
  allow: (length: number) => boolean,
): string {
  const matcher = matcherOf(regexp, text, maxSteps);
  const pieces = parseReplacement(regexp, replacement);
  let replaced = '';
  let lastEnd = 0;
  let at = 0;
  while (at <= text.length) {
    const match = findFrom(regexp, matcher, at);
    if (match === undefined) break;
    const [start = 0, end = 0] = match;
    replaced += text.slice(lastEnd, start);
    if (end > lastEnd || start === 0) {
      for (const piece of pieces) replaced += typeof piece === 'string' ? piece : groupText(text, match, piece);
    }
    lastEnd = end;
    at = Math.max(at + widthAt(text, at), end);
    if (!allow(replaced.length)) break;
  }
  return replaced + text.slice(lastEnd);
}

/** Compiled patterns are kept, as a pattern is often used once for each element of a list. */
const recent = new Map<string, Regexp | PatternProblem>();
const MAX_RECENT = 200;

/** Go lets several groups have one name, re2js does not: the later ones are compiled without it. */
function compile(pattern: string): Regexp | PatternProblem {
  const result = compileAs(pattern, []);
  if (!('code' in result) || result.code !== 'duplicate capture group name') return result;
  const { renamed, names } = withoutRepeatedNames(pattern);
  return compileAs(renamed, names);
}

function withoutRepeatedNames(pattern: string): { readonly renamed: string; readonly names: readonly string[] } {
  const names: string[] = [];
  // Escapes, literal texts and classes hold no groups.
  const pieces = /\\Q[^]*?(?:\\E|$)|\\[^]|\[\^?\]?(?:\\[^]|\[:\^?\w+:\]|[^\]\\])*\]|\(\?P?<([^>]+)>|\((?!\?)/g;
  const renamed = pattern.replaceAll(pieces, (piece: string, name: string | undefined) => {
    if (!piece.startsWith('(')) return piece;
    const isRepeated = name !== undefined && names.includes(name);
    names.push(name ?? '');
    return isRepeated ? '(' : piece;
  });
  return { renamed, names };
}

function compileAs(pattern: string, names: readonly string[]): Regexp | PatternProblem {
  const library = re2();
  try {
    const compiled = library.RE2JS.compile(pattern);
    const groupNames = Array.from({ length: compiled.groupCount() }, (_, i) => names[i] ?? '');
    for (const [name, group] of Object.entries(compiled.namedGroups())) groupNames[group - 1] = name;
    return { groupCount: groupNames.length, groupNames, size: compiled.programSize(), compiled };
  } catch (error) {
    if (error instanceof library.RE2JSSyntaxException) return { code: error.error, expression: error.input ?? '' };
    if (error instanceof library.RE2JSException) return { code: error.message, expression: pattern };
    throw error;
  }
}

/**
 * A text that counts how often the matcher looks at its characters. One search is linear in the text, but each of many searches may look
 * at all the rest of it: `x*y|x` on a long row of `x` takes quadratic time in every implementation of RE2.
 */
class CountedText extends String {
  stepsLeft: number;

  constructor(text: string, maxSteps: number) {
    super(text);
    this.stepsLeft = maxSteps;
  }

  override charCodeAt(index: number): number {
    if (--this.stepsLeft < 0) throw new TooManySteps();
    return super.charCodeAt(index);
  }
}

function matcherOf(regexp: Regexp, text: string, maxSteps: number): ReturnType<RE2JS['matcher']> {
  // re2js takes String objects as well as strings (`Utils.isString`), only its types do not say so.
  return regexp.compiled.matcher(new CountedText(text, maxSteps) as unknown as string);
}

function findFrom(regexp: Regexp, matcher: ReturnType<RE2JS['matcher']>, at: number): Match | undefined {
  if (!matcher.find(at)) return undefined;
  const match: number[] = [];
  for (let group = 0; group <= regexp.groupCount; group++) match.push(matcher.start(group), matcher.end(group));
  return match;
}

/** UTF-16 units of the character at the offset; 1 at the end, so that a search always advances. */
function widthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

function groupText(text: string, match: Match, group: number): string {
  const start = match[2 * group] ?? -1;
  return start < 0 ? '' : text.slice(start, match[2 * group + 1]);
}

/** @returns literal pieces and numbers of groups */
function parseReplacement(regexp: Regexp, replacement: string): readonly (string | number)[] {
  const pieces: (string | number)[] = [];
  let rest = replacement;
  for (;;) {
    const dollar = rest.indexOf('$');
    if (dollar < 0) break;
    pieces.push(rest.slice(0, dollar));
    rest = rest.slice(dollar + 1);
    if (rest.startsWith('$')) {
      pieces.push('$');
      rest = rest.slice(1);
      continue;
    }
    const reference = /^(?:([\p{L}\p{Nd}_]+)|\{([\p{L}\p{Nd}_]+)\})/u.exec(rest);
    if (reference === null) {
      pieces.push('$');
      continue;
    }
    rest = rest.slice(reference[0].length);
    const name = reference[1] ?? reference[2] ?? '';
    const group = /^(?:0|[1-9]\d{0,8})$/.test(name) ? Number(name) : regexp.groupNames.indexOf(name) + 1;
    // Group 0 by name would be "no such group": it stands for nothing.
    if (group > 0 || name === '0') pieces.push(group);
  }
  pieces.push(rest);
  return pieces;
}
