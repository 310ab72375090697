import type { FunctionDefinition, Type, Value } from '@tfwarden/hcl';
import {
  DYNAMIC,
  FunctionError,
  listOf,
  listValue,
  nullValue,
  objectOf,
  objectValue,
  STRING,
  stringValue,
  tupleOf,
  tupleValue,
  unknownValue,
} from '@tfwarden/hcl';
import { argumentAt, defineFunction, stringParameter, textAt } from './define.ts';
import type { Match, Regexp } from './go/regexp.ts';
import { compileRegexp, findAll, findFirst, replaceAll } from './go/regexp.ts';
import { MAX_ELEMENTS, MAX_PATTERN_LENGTH, MAX_REGEX_WORK, MAX_STRING_LENGTH } from './limits.ts';
import { changed, unknownText } from './text-parts.ts';

/** Functions of patterns, after go-cty's `stdlib/regexp.go` and Terraform's `funcs/string.go`. Patterns are RE2's. */
export const REGEX_FUNCTIONS: readonly FunctionDefinition[] = [
  defineFunction({
    name: 'regex',
    parameters: [stringParameter('pattern'), stringParameter('string')],
    returns: (args) => matchType(argumentAt(args, 0)) ?? DYNAMIC,
    call(args, returnType) {
      const regexp = regexpOf(textAt(args, 0), textAt(args, 1));
      const match = findFirst(regexp, textAt(args, 1));
      if (match === undefined) throw new FunctionError('pattern did not match any part of the given string');
      return matchValue(regexp, textAt(args, 1), match, returnType);
    },
  }),
  defineFunction({
    name: 'regexall',
    parameters: [stringParameter('pattern'), stringParameter('string')],
    returns: (args) => listOf(matchType(argumentAt(args, 0)) ?? DYNAMIC),
    call(args, returnType) {
      const text = textAt(args, 1);
      const regexp = regexpOf(textAt(args, 0), text);
      const type = returnType.kind === 'list' ? returnType.element : DYNAMIC;
      const matches = findAll(regexp, text, (count) => {
        checkWork(regexp, text, count);
        return true;
      });
      return listValue(
        type,
        matches.map((match) => matchValue(regexp, text, match, type)),
      );
    },
  }),
  defineFunction({
    name: 'replace',
    parameters: [
      { ...stringParameter('str'), allowUnknown: true },
      stringParameter('substr'),
      stringParameter('replace'),
    ],
    returns: STRING,
    call: (args) => replace(argumentAt(args, 0), textAt(args, 1), textAt(args, 2)),
  }),
];

function regexpOf(pattern: string, text: string): Regexp {
  const regexp = compiled(pattern, (problem) => new FunctionError(`invalid regexp pattern: ${problem}`, 0));
  checkWork(regexp, text, 1);
  return regexp;
}

function compiled(pattern: string, error: (problem: string) => FunctionError): Regexp {
  if (pattern.length > MAX_PATTERN_LENGTH) throw error(`longer than ${MAX_PATTERN_LENGTH} characters`);
  const regexp = compileRegexp(pattern);
  if ('code' in regexp) throw error(`${regexp.code} in ${regexp.expression}`);
  return regexp;
}

/** One search is linear in the text, but each of many searches may look at all the rest of it. */
function checkWork(regexp: Regexp, text: string, searches: number): void {
  if (searches > MAX_ELEMENTS || regexp.size * text.length + searches * text.length > MAX_REGEX_WORK) {
    throw new FunctionError('the pattern takes too many steps on a text of this length');
  }
}

/** @returns the type of a match; undefined while the pattern is unknown */
function matchType(pattern: Value): Type | undefined {
  if (pattern.kind !== 'string') return undefined;
  const { groupNames } = compiled(
    pattern.value,
    (problem) => new FunctionError(`invalid regexp pattern: ${problem}`, 0),
  );
  if (groupNames.length === 0) return STRING;
  const named = groupNames.filter((name) => name !== '');
  if (named.length === 0) return tupleOf(groupNames.map(() => STRING));
  if (named.length === groupNames.length) return objectOf(named.map((name) => [name, STRING]));
  throw new FunctionError('invalid regexp pattern: cannot mix both named and unnamed capture groups', 0);
}

function matchValue(regexp: Regexp, text: string, match: Match, type: Type): Value {
  if (type.kind === 'string') return stringValue(text.slice(match[0], match[1]));
  const groups = regexp.groupNames.map((_, i) => {
    const start = match[2 * i + 2] ?? -1;
    return start < 0 ? nullValue(STRING) : stringValue(text.slice(start, match[2 * i + 3]));
  });
  if (type.kind === 'tuple') return tupleValue(groups);
  if (type.kind !== 'object') return unknownValue(type);
  return objectValue(regexp.groupNames.map((name, i) => [name, groups[i] ?? nullValue(STRING)]));
}

function replace(value: Value, wanted: string, replacement: string): Value {
  const isPattern = wanted.length > 1 && wanted.startsWith('/') && wanted.endsWith('/');
  if (value.kind === 'unknown') {
    if (isPattern) compiledForReplace(wanted);
    return isPattern ? changed(value) : replaceInParts(value, wanted, replacement);
  }
  const text = value.kind === 'string' ? value.value : '';
  if (!isPattern) return stringValue(replacePlain(text, wanted, replacement));
  const regexp = compiledForReplace(wanted);
  checkWork(regexp, text, 1);
  return stringValue(
    replaceAll(regexp, text, replacement, (count, length) => {
      checkWork(regexp, text, count);
      checkLength(length);
      return true;
    }),
  );
}

function compiledForReplace(wanted: string): Regexp {
  return compiled(wanted.slice(1, -1), (problem) => {
    const [, code = problem, expression = ''] = /^(.*) in (.*)$/s.exec(problem) ?? [];
    return new FunctionError(`error parsing regexp: ${code}: \`${expression}\``);
  });
}

function replacePlain(text: string, wanted: string, replacement: string): string {
  if (wanted === '') {
    // Go puts the replacement before every character and behind the last one.
    const characters = Array.from(text);
    checkLength(text.length + (characters.length + 1) * replacement.length);
    return replacement + characters.map((character) => character + replacement).join('');
  }
  const pieces = text.split(wanted);
  checkLength(text.length + (pieces.length - 1) * replacement.length);
  return pieces.join(replacement);
}

function checkLength(length: number): void {
  if (length > MAX_STRING_LENGTH) throw new FunctionError(`the result is longer than ${MAX_STRING_LENGTH} characters`);
}

/** Replaces in the known pieces of an unknown string, unless what is looked for may reach from one piece into the next. */
function replaceInParts(value: Value & { readonly kind: 'unknown' }, wanted: string, replacement: string): Value {
  const parts = value.parts ?? [];
  const mayStraddle = parts.some((part) => typeof part === 'string' && touchesEdge(part, wanted));
  if (parts.length === 0 || wanted === '' || mayStraddle) return changed(value);
  return unknownText(
    parts.map((part) => (typeof part === 'string' ? replacePlain(part, wanted, replacement) : changed(part))),
  );
}

function touchesEdge(text: string, wanted: string): boolean {
  for (let length = 1; length < wanted.length; length++) {
    if (text.endsWith(wanted.slice(0, length)) || text.startsWith(wanted.slice(wanted.length - length))) return true;
  }
  return false;
}
