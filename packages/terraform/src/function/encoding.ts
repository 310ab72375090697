import type { FunctionDefinition } from '@tfwarden/hcl';
import { FunctionError, hasMark, quote, STRING, stringValue, unknownValue, withMarks } from '@tfwarden/hcl';
import { argumentAt, defineFunction, stringParameter, textAt, undecided } from './define.ts';
import { gzip } from './deflate/gzip.ts';
import { characterSetOf } from './encoding/character-set.ts';
import { decodeBase64, encodeBase64 } from './go/base64.ts';
import { queryEscape } from './go/query-escape.ts';
import { decodeUtf8, encodeUtf8 } from './go/utf8.ts';
import { MAX_GZIP_BYTES } from './limits.ts';

/** Encodings of text, after Terraform's `funcs/encoding.go`. */
export const ENCODING_FUNCTIONS: readonly FunctionDefinition[] = [
  defineFunction({
    name: 'base64encode',
    parameters: [stringParameter('str')],
    returns: STRING,
    call: (args) => stringValue(encodeBase64(encodeUtf8(textAt(args, 0)))),
  }),
  defineFunction({
    name: 'base64decode',
    parameters: [{ ...stringParameter('str'), allowMarked: true, allowUnknown: true }],
    returns: STRING,
    call(args) {
      const value = argumentAt(args, 0);
      if (value.kind !== 'string') return withMarks(unknownValue(STRING), value.marks);
      const bytes = decodeBase64(value.value);
      if (!(bytes instanceof Uint8Array)) {
        const shown = hasMark(value, 'sensitive') ? '(sensitive value)' : quote(value.value);
        throw new FunctionError(`failed to decode base64 data ${shown}`);
      }
      const text = decodeUtf8(bytes);
      if (text === undefined) throw new FunctionError('the result of decoding the provided string is not valid UTF-8');
      return withMarks(stringValue(text), value.marks);
    },
  }),
  defineFunction({
    name: 'base64gzip',
    parameters: [stringParameter('str')],
    returns: STRING,
    call(args) {
      const bytes = encodeUtf8(textAt(args, 0));
      return bytes.length > MAX_GZIP_BYTES ? undecided('base64gzip', STRING) : stringValue(encodeBase64(gzip(bytes)));
    },
  }),
  defineFunction({
    name: 'urlencode',
    parameters: [stringParameter('str')],
    returns: STRING,
    call: (args) => stringValue(queryEscape(textAt(args, 0))),
  }),
  defineFunction({
    name: 'textencodebase64',
    parameters: [stringParameter('string'), stringParameter('encoding')],
    returns: STRING,
    call(args) {
      const characterSet = characterSetAt(textAt(args, 1));
      const bytes = characterSet.encode(textAt(args, 0));
      if (bytes === undefined) {
        const message = `the given string contains characters that cannot be represented in ${characterSet.name}`;
        throw new FunctionError(message, 0);
      }
      return stringValue(encodeBase64(bytes));
    },
  }),
  defineFunction({
    name: 'textdecodebase64',
    parameters: [stringParameter('source'), stringParameter('encoding')],
    returns: STRING,
    call(args) {
      const characterSet = characterSetAt(textAt(args, 1));
      const bytes = decodeBase64(textAt(args, 0));
      if (!(bytes instanceof Uint8Array)) {
        const message = `the given value is has an invalid base64 symbol at offset ${bytes.corruptAt}`;
        throw new FunctionError(message, 0);
      }
      const text = characterSet.decode(bytes);
      if (text === undefined || text.includes('\ufffd')) {
        const message = `the given string contains symbols that are not defined for ${characterSet.name}`;
        throw new FunctionError(message, 0);
      }
      return stringValue(text);
    },
  }),
];

function characterSetAt(name: string): NonNullable<ReturnType<typeof characterSetOf>> {
  const characterSet = characterSetOf(name);
  if (characterSet === undefined) {
    const message = `${quote(name)} is not a supported IANA encoding name or alias in this Terraform version`;
    throw new FunctionError(message, 1);
  }
  return characterSet;
}
