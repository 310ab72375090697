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
import { compileRegexp, findAll, findFirst, replaceAll, TooManySteps } from './go/regexp.ts';
import { MAX_ELEMENTS, MAX_PATTERN_LENGTH, MAX_REGEX_WORK, MAX_STRING_LENGTH } from './limits.ts';
import { changed, unknownText } from './text-parts.ts';

/** Functions of patterns, after go-cty's `stdlib/regexp.go` and Terraform's `funcs/string.go`. Patterns are RE2's. */
export const REGEX_FUNCTIONS: readonly FunctionDefinition[] = [
  defineFunction({
    name: 'regex',
    parameters: [stringParameter('pattern'), stringParameter('string')],
    returns: (args) => matchType(argumentAt(args, 0)) ?? DYNAMIC,
    call(args, returnType) {
      const regexp = regexpOf(textAt(args, 0));
      const match = withinSteps(regexp, (maxSteps) => findFirst(regexp, textAt(args, 1), maxSteps));
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
      const regexp = regexpOf(textAt(args, 0));
      const type = returnType.kind === 'list' ? returnType.element : DYNAMIC;
      const matches = withinSteps(regexp, (maxSteps) =>
        findAll(regexp, text, maxSteps, (count) => {
          if (count > MAX_ELEMENTS) throw new FunctionError(`the result has more than ${MAX_ELEMENTS} elements`);
          return true;
        }),
      );
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

function regexpOf(pattern: string): Regexp {
  return compiled(pattern, (problem) => new FunctionError(`invalid regexp pattern: ${problem}`, 0));
}

function compiled(pattern: string, error: (problem: string) => FunctionError): Regexp {
  if (pattern.length > MAX_PATTERN_LENGTH) throw error(`longer than ${MAX_PATTERN_LENGTH} characters`);
  const regexp = compileRegexp(pattern);
  if ('code' in regexp) throw error(`${regexp.code} in ${regexp.expression}`);
  return regexp;
}

/** A character may be looked at once for each instruction of the pattern, so a long pattern gets fewer steps. */
function withinSteps<T>({ size }: Regexp, match: (maxSteps: number) => T): T {
  try {
    return match(Math.floor(MAX_REGEX_WORK / Math.max(1, size)));
  } catch (error) {
    if (!(error instanceof TooManySteps)) throw error;
    throw new FunctionError('matching the pattern takes too many steps on this text');
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
  const replaced = withinSteps(regexp, (maxSteps) =>
    replaceAll(regexp, text, replacement, maxSteps, (length) => {
      checkLength(length);
      return true;
    }),
  );
  return stringValue(replaced);
}

function compiledForReplace(wanted: string): Regexp {
  return compiled(wanted.slice(1, -1), (problem) => {
    const [, code = problem, expression = ''] = /^(.*) in (.*)$/s.exec(problem) ?? [];
    return new FunctionError(`error parsing regexp: ${code}: \`${expression}\``);
  });
}

function replacePlain(text: string, wanted: string, replacement: string): string {
  // Go puts the replacement for nothing before every character and behind the last one.
  const pattern = wanted === '' ? /(?=[^])|$/gu : wanted;
  let count = 0;
  if (wanted === '') count = text.length + 1;
  else for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) count++;
  checkLength(text.length + count * (replacement.length - wanted.length));
  return text.replaceAll(pattern, () => replacement);
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
