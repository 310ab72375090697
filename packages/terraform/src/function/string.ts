import type { FunctionDefinition, Value } from '@tfwarden/hcl';
import {
  BOOL,
  boolValue,
  clusterEnd,
  compareNames,
  countClusters,
  FALSE,
  FunctionError,
  graphemeClusters,
  isWhollyKnown,
  lengthBounds,
  listOf,
  listValue,
  refine,
  STRING,
  stringValue,
  TRUE,
  unknownValue,
} from '@tfwarden/hcl';
import { argumentAt, defineFunction, intOf, numberAt, numberParameter, stringParameter, textAt } from './define.ts';
import { toLower, toTitle, toUpper, trimSpace } from './go/letter-case.ts';
import { MAX_ELEMENTS, MAX_FORMAT_WIDTH, MAX_REVERSED_LENGTH, MAX_STRING_LENGTH } from './limits.ts';
import type { TextPart } from './text-parts.ts';
import { knownText, mapParts, partsOf, trimParts, unknownText } from './text-parts.ts';

/** Functions of strings, after go-cty's `stdlib/string.go` and Terraform's `funcs/string.go`. */
export const STRING_FUNCTIONS: readonly FunctionDefinition[] = [
  letterCase('upper', toUpper),
  letterCase('lower', toLower),
  letterCase('title', toTitle),
  trimming('trimspace', trimSpace),
  trimming('chomp', chomp),
  defineFunction({
    name: 'strrev',
    parameters: [{ ...stringParameter('str'), allowDynamicType: true }],
    returns: STRING,
    call(args) {
      const text = textAt(args, 0);
      if (text.length > MAX_REVERSED_LENGTH) {
        throw new FunctionError(`the text is longer than ${MAX_REVERSED_LENGTH} characters`);
      }
      return stringValue(graphemeClusters(text).toReversed().join(''));
    },
  }),
  defineFunction({
    name: 'substr',
    parameters: [
      { ...stringParameter('str'), allowDynamicType: true },
      { ...numberParameter('offset'), allowDynamicType: true },
      { ...numberParameter('length'), allowDynamicType: true },
    ],
    returns: STRING,
    call: (args) => stringValue(substring(textAt(args, 0), intOf(numberAt(args, 1)), intOf(numberAt(args, 2)))),
  }),
  defineFunction({
    name: 'join',
    parameters: [stringParameter('separator')],
    variadic: { name: 'lists', type: listOf(STRING) },
    returns: STRING,
    call: join,
  }),
  defineFunction({
    name: 'sort',
    parameters: [{ name: 'list', type: listOf(STRING), allowUnknown: true }],
    returns: listOf(STRING),
    call: (args) => sort(argumentAt(args, 0)),
  }),
  defineFunction({
    name: 'split',
    parameters: [stringParameter('separator'), stringParameter('str')],
    returns: listOf(STRING),
    call(args) {
      const separator = textAt(args, 0);
      const text = textAt(args, 1);
      if (separator === '' && text.length > MAX_ELEMENTS) throw tooManyPieces();
      const pieces = separator === '' ? Array.from(text) : text.split(separator, MAX_ELEMENTS + 1);
      if (pieces.length > MAX_ELEMENTS) throw tooManyPieces();
      return listValue(STRING, pieces.map(stringValue));
    },
  }),
  defineFunction({
    name: 'indent',
    parameters: [numberParameter('spaces'), stringParameter('str')],
    returns: STRING,
    call: (args) => indent(intOf(numberAt(args, 0)), textAt(args, 1)),
  }),
  defineFunction({
    name: 'trim',
    parameters: [stringParameter('str'), stringParameter('cutset')],
    returns: STRING,
    call: (args) => stringValue(trim(textAt(args, 0), textAt(args, 1))),
  }),
  defineFunction({
    name: 'trimprefix',
    parameters: [stringParameter('str'), stringParameter('prefix')],
    returns: STRING,
    call(args) {
      const text = textAt(args, 0);
      const prefix = textAt(args, 1);
      return stringValue(text.startsWith(prefix) ? text.slice(prefix.length) : text);
    },
  }),
  defineFunction({
    name: 'trimsuffix',
    parameters: [stringParameter('str'), stringParameter('suffix')],
    returns: STRING,
    call(args) {
      const text = textAt(args, 0);
      const suffix = textAt(args, 1);
      return stringValue(text.endsWith(suffix) ? text.slice(0, text.length - suffix.length) : text);
    },
  }),
  defineFunction({
    name: 'startswith',
    parameters: [{ ...stringParameter('str'), allowUnknown: true }, stringParameter('prefix')],
    returns: BOOL,
    call: (args) => startsWith(argumentAt(args, 0), textAt(args, 1)),
  }),
  defineFunction({
    name: 'endswith',
    parameters: [stringParameter('str'), stringParameter('suffix')],
    returns: BOOL,
    call: (args) => boolValue(textAt(args, 0).endsWith(textAt(args, 1))),
  }),
  defineFunction({
    name: 'strcontains',
    parameters: [stringParameter('str'), stringParameter('substr')],
    returns: BOOL,
    mayBeNull: true,
    call: (args) => boolValue(textAt(args, 0).includes(textAt(args, 1))),
  }),
];

function tooManyPieces(): FunctionError {
  return new FunctionError(`the result has more than ${MAX_ELEMENTS} elements`);
}

/** Unknown arguments come through only to keep their known pieces. */
function letterCase(name: string, map: (text: string) => string): FunctionDefinition {
  return defineFunction({
    name,
    parameters: [{ ...stringParameter('str'), allowUnknown: true }],
    returns: STRING,
    call(args) {
      const value = argumentAt(args, 0);
      return value.kind === 'unknown' ? mapParts(value, map) : stringValue(map(textAt(args, 0)));
    },
  });
}

function trimming(name: string, trimmed: (text: string) => string): FunctionDefinition {
  // Each end of an unknown string is trimmed with something behind it that stays.
  const trimStart = (text: string): string => trimmed(`${text}x`).slice(0, -1);
  const trimEnd = (text: string): string => trimmed(`x${text}`).slice(1);
  return defineFunction({
    name,
    parameters: [{ ...stringParameter('str'), allowUnknown: true }],
    returns: STRING,
    call(args) {
      const value = argumentAt(args, 0);
      return value.kind === 'unknown' ? trimParts(value, trimStart, trimEnd) : stringValue(trimmed(textAt(args, 0)));
    },
  });
}

function chomp(text: string): string {
  let end = text.length;
  while (end > 0 && (text.charCodeAt(end - 1) === 10 || text.charCodeAt(end - 1) === 13)) end--;
  return text.slice(0, end);
}

/** Counts in grapheme clusters. @param offset negative from the end; @param length negative for the rest */
function substring(text: string, offset: number, length: number): string {
  if (offset >= 0 && length === 0) return '';
  let skip = offset < 0 ? offset + countClusters(text, 0, text.length) : offset;
  let start = 0;
  for (; skip > 0 && start < text.length; skip--) start = clusterEnd(text, start, text.length);
  if (length < 0) return text.slice(start);
  let end = start;
  // go-cty counts up to the length only after the first cluster, so a length of 0 here (with a negative offset) takes the rest.
  let taken = 0;
  while (end < text.length) {
    end = clusterEnd(text, end, text.length);
    if (++taken === length) break;
  }
  return text.slice(start, end);
}

function join(args: readonly Value[]): Value {
  const separator = textAt(args, 0);
  const lists = args.slice(1);
  if (lists.length === 0) throw new FunctionError('at least one list is required');
  const isKnown = lists.every(isWhollyKnown);
  const parts: TextPart[] = [];
  let length = 0;
  for (const [listIndex, list] of lists.entries()) {
    if (list.kind !== 'list') return unknownValue(STRING);
    for (const [index, element] of list.elements.entries()) {
      if (element.kind === 'null') {
        if (!isKnown) return unknownValue(STRING);
        const where = lists.length > 1 ? `element ${index} of list ${listIndex + 1}` : `element ${index}`;
        throw new FunctionError(`${where} is null; cannot concatenate null values`, listIndex + 1);
      }
      if (parts.length > 0) parts.push(separator);
      const pieces = partsOf(element);
      // An empty element still has separators around it.
      parts.push(...(pieces.length === 0 ? [''] : pieces));
      length += separator.length + (element.kind === 'string' ? element.value.length : 0);
      if (length > MAX_STRING_LENGTH)
        throw new FunctionError(`the result is longer than ${MAX_STRING_LENGTH} characters`);
    }
  }
  return isKnown ? stringValue(knownText(parts)) : unknownText(parts);
}

function sort(list: Value): Value {
  if (!isWhollyKnown(list) || list.kind !== 'list') {
    const { min, max } = lengthBounds(list);
    return refine(unknownValue(listOf(STRING)), { minLength: min, ...(max !== Infinity && { maxLength: max }) });
  }
  const texts = list.elements.map((element, i) => {
    if (element.kind === 'string') return element.value;
    throw new FunctionError(`given list element ${i} is null; a null string cannot be sorted`);
  });
  return listValue(STRING, texts.toSorted(compareNames).map(stringValue));
}

function indent(spaces: number, text: string): Value {
  if (spaces < 0) throw new FunctionError('panic in function implementation: strings: negative Repeat count');
  if (spaces > MAX_FORMAT_WIDTH) throw new FunctionError(`more than ${MAX_FORMAT_WIDTH} spaces of indent`, 0);
  const lines = text.split('\n');
  if (text.length + spaces * lines.length > MAX_STRING_LENGTH) {
    throw new FunctionError(`the result is longer than ${MAX_STRING_LENGTH} characters`);
  }
  return stringValue(lines.join(`\n${' '.repeat(spaces)}`));
}

function trim(text: string, cutset: string): string {
  const cut = new Set(cutset);
  let start = 0;
  for (let width = 0; start < text.length; start += width) {
    const character = String.fromCodePoint(text.codePointAt(start) ?? 0);
    if (!cut.has(character)) break;
    width = character.length;
  }
  let end = text.length;
  while (end > start) {
    // Texts hold no lone surrogates, so a low one ends a pair.
    const width = end - start > 1 && /[\udc00-\udfff]/.test(text.charAt(end - 1)) ? 2 : 1;
    if (!cut.has(text.slice(end - width, end))) break;
    end -= width;
  }
  return text.slice(start, end);
}

function startsWith(value: Value, prefix: string): Value {
  if (value.kind !== 'unknown') return boolValue(value.kind === 'string' && value.value.startsWith(prefix));
  if (prefix === '') return TRUE;
  const known = value.refinement?.prefix ?? '';
  if (known.startsWith(prefix)) return TRUE;
  return known.length >= prefix.length ? FALSE : unknownValue(BOOL);
}
