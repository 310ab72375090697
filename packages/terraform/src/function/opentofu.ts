import type { FunctionDefinition } from '@tfwarden/hcl';
import { FunctionError, STRING, stringValue } from '@tfwarden/hcl';
import { CIDR_CONTAINS } from './cidr.ts';
import { defineFunction, stringParameter, textAt } from './define.ts';
import { gunzip } from './deflate/gunzip.ts';
import { decodeBase64 } from './go/base64.ts';
import { queryUnescape } from './go/query-escape.ts';
import { decodeUtf8 } from './go/utf8.ts';
import { MAX_UNPACKED_BYTES } from './limits.ts';

/** Functions that OpenTofu 1.10 has and Terraform has not. */
export const OPENTOFU_FUNCTIONS: readonly FunctionDefinition[] = [
  CIDR_CONTAINS,
  defineFunction({
    name: 'base64gunzip',
    parameters: [stringParameter('str')],
    returns: STRING,
    call(args) {
      const bytes = decodeBase64(textAt(args, 0));
      if (!(bytes instanceof Uint8Array)) throw new FunctionError('failed to decode base64 data');
      const text = decodeUtf8(unpack(bytes));
      if (text === undefined) throw new FunctionError('the result of decoding the provided string is not valid UTF-8');
      return stringValue(text);
    },
  }),
  defineFunction({
    name: 'urldecode',
    parameters: [stringParameter('str')],
    returns: STRING,
    call(args) {
      const bytes = queryUnescape(textAt(args, 0));
      if ('malformed' in bytes)
        throw new FunctionError(`failed to decode URL: invalid URL escape "${bytes.malformed}"`);
      const text = decodeUtf8(bytes);
      if (text === undefined) throw new FunctionError('the result of decoding the provided string is not valid UTF-8');
      return stringValue(text);
    },
  }),
];

function unpack(bytes: Uint8Array): Uint8Array {
  const unpacked = gunzip(bytes, MAX_UNPACKED_BYTES);
  if (unpacked === undefined) throw new FunctionError('failed to read gzip raw data: gzip: invalid header or checksum');
  if (unpacked === 'too-large') {
    throw new FunctionError(`the unpacked text is larger than ${MAX_UNPACKED_BYTES} bytes`);
  }
  return unpacked;
}
