import type { FunctionDefinition, Refinement, Type, Value } from '@tfwarden/hcl';
import {
  BOOL,
  boolValue,
  convert,
  DYNAMIC,
  FunctionError,
  isConversionFailure,
  isDefinitelyNotNull,
  isWhollyKnown,
  NULL,
  NUMBER,
  numberValue,
  objectValue,
  parseNumber,
  quote,
  STRING,
  stringValue,
  tupleValue,
  typeOf,
  typesEqual,
} from '@tfwarden/hcl';
import { anyParameter, argumentAt, defineFunction, stringParameter, textAt } from './define.ts';
import type { JsonNode } from './go/json-reader.ts';
import { readJson } from './go/json-reader.ts';
import { trimSpace } from './go/letter-case.ts';
import { quoteRune } from './go/quote.ts';
import { writeJson } from './json/write-json.ts';
import { MAX_DECODE_DEPTH } from './limits.ts';
import { knownText, unknownText } from './text-parts.ts';

/** JSON, after go-cty's `stdlib/json.go` and `json` package. */
export const JSON_FUNCTIONS: readonly FunctionDefinition[] = [
  defineFunction({
    name: 'jsonencode',
    parameters: [{ ...anyParameter('val'), allowUnknown: true, allowDynamicType: true, allowNull: true }],
    returns: STRING,
    call(args) {
      const value = argumentAt(args, 0);
      const parts = writeJson(value);
      return isWhollyKnown(value) ? stringValue(knownText(parts)) : unknownText(parts, prefixOf(value));
    },
  }),
  defineFunction({
    name: 'jsondecode',
    parameters: [stringParameter('str')],
    returns: (args) => decodedType(argumentAt(args, 0)),
    mayBeNull: true,
    call: (args) => decode(textAt(args, 0)),
  }),
];

/** The one character that is sure to begin the JSON text of a value that is not null. */
function prefixOf(value: Value): { readonly refinement?: Refinement } {
  if (!isDefinitelyNotNull(value)) return {};
  switch (typeOf(value).kind) {
    case 'string':
      return { refinement: { prefix: '"' } };
    case 'object':
    case 'map':
      return { refinement: { prefix: '{' } };
    case 'tuple':
    case 'list':
    case 'set':
      return { refinement: { prefix: '[' } };
    default:
      return {};
  }
}

function decodedType(text: Value): Type {
  if (text.kind === 'string') return typeOf(decode(text.value));
  const prefix = trimSpace(text.kind === 'unknown' ? (text.refinement?.prefix ?? '') : '');
  if (prefix === '') return DYNAMIC;
  const first = String.fromCodePoint(prefix.codePointAt(0) ?? 0);
  if (first === '{' || first === '[' || first === 'n') return DYNAMIC;
  if (first === '"') return STRING;
  if (first === 't' || first === 'f') return BOOL;
  if (/[-.0-9]/.test(first)) return NUMBER;
  throw new FunctionError(`a JSON document cannot begin with the character ${quoteRune(first)}`, 0);
}

/** The last document is kept, because the type of the result is asked for before the result. */
let last: { readonly text: string; readonly value: Value } | undefined;

function decode(text: string): Value {
  if (last?.text !== text) {
    const node = readJson(text, MAX_DECODE_DEPTH);
    if (node.kind === 'problem') throw new FunctionError(node.message);
    last = { text, value: valueOf(node) };
  }
  return last.value;
}

function valueOf(node: JsonNode): Value {
  switch (node.kind) {
    case 'null':
      return NULL;
    case 'bool':
      return boolValue(node.value);
    case 'string':
      return stringValue(node.value);
    case 'number': {
      const number = parseNumber(node.text);
      // go-cty's words for a number that is too large even for it.
      return number === undefined ? fail('a number is required') : numberValue(number);
    }
    case 'array':
      return tupleValue(node.elements.map(valueOf));
    case 'object': {
      const attributes = new Map<string, Value>();
      for (const [name, member] of node.members) {
        // go-cty looks for the names as they stand among names that are normalised.
        if (name !== name.normalize('NFC')) return fail(`unsupported attribute ${quote(name)}`);
        const value = valueOf(member);
        checkRepeated(attributes.get(name), value);
        attributes.set(name, value);
      }
      return objectValue(attributes);
    }
  }
}

/** Of members with one name the last one counts; go-cty reads the others as if they were of its type, and may fail. */
function checkRepeated(earlier: Value | undefined, value: Value): void {
  if (earlier === undefined || earlier.kind === 'null') return;
  const type = typeOf(value);
  if (typesEqual(typeOf(earlier), type) || type.kind === 'dynamic') return;
  if (isConversionFailure(convert(earlier, type))) fail(`${type.kind} is required`);
}

function fail(message: string): never {
  throw new FunctionError(message);
}
