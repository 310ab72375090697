import type { FunctionDefinition } from '@tfwarden/hcl';
import { FunctionError, STRING, stringValue } from '@tfwarden/hcl';
import { defineFunction, stringParameter, textAt } from './define.ts';
import { encodeBase64 } from './go/base64.ts';
import { encodeUtf8 } from './go/utf8.ts';
import { legacyDigests } from './library/legacy-digests.ts';
import { sha2 } from './library/sha2.ts';

export type DigestName = 'md5' | 'sha1' | 'sha256' | 'sha512' | 'base64sha256' | 'base64sha512';

/** A digest written as text. */
export type Digest = (bytes: Uint8Array) => string;

/** The digests of strings by the names of their functions; those of files are named after them. */
export const DIGESTS: Readonly<Record<DigestName, Digest>> = {
  md5: (bytes) => hex(legacyDigests().md5(bytes)),
  sha1: (bytes) => hex(legacyDigests().sha1(bytes)),
  sha256: (bytes) => hex(sha2().sha256(bytes)),
  sha512: (bytes) => hex(sha2().sha512(bytes)),
  base64sha256: (bytes) => encodeBase64(sha2().sha256(bytes)),
  base64sha512: (bytes) => encodeBase64(sha2().sha512(bytes)),
};

/** Functions of digests, after Terraform's `funcs/crypto.go`. */
export const HASH_FUNCTIONS: readonly FunctionDefinition[] = [
  ...Object.entries(DIGESTS).map(([name, digest]) =>
    defineFunction({
      name,
      parameters: [stringParameter('str')],
      returns: STRING,
      call: (args) => stringValue(digest(encodeUtf8(textAt(args, 0)))),
    }),
  ),
  defineFunction({
    name: 'uuidv5',
    parameters: [stringParameter('namespace'), stringParameter('name')],
    returns: STRING,
    call(args) {
      const namespace = namespaceBytes(textAt(args, 0));
      const name = encodeUtf8(textAt(args, 1));
      const joined = new Uint8Array(namespace.length + name.length);
      joined.set(namespace);
      joined.set(name, namespace.length);
      return stringValue(uuidText(legacyDigests().sha1(joined)));
    },
  }),
];

function hex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0');
  return text;
}

/** The namespaces of RFC 4122, appendix C, differ in one digit. */
const NAMESPACE_DIGITS: ReadonlyMap<string, string> = new Map(
  Object.entries({ dns: '0', url: '1', oid: '2', x500: '4' }),
);

function namespaceBytes(namespace: string): Uint8Array {
  const digit = NAMESPACE_DIGITS.get(namespace);
  const digits = digit === undefined ? uuidDigits(namespace) : `6ba7b81${digit}9dad11d180b400c04fd430c8`;
  return Uint8Array.from({ length: 16 }, (_, i) => Number.parseInt(digits.slice(2 * i, 2 * i + 2), 16));
}

/** The forms that `github.com/google/uuid` reads: plain, `urn:uuid:`, in any brackets, and 32 digits. */
function uuidDigits(text: string): string {
  const { length } = encodeUtf8(text);
  let body = text;
  if (length === 45) {
    if (!/^urn:uuid:/i.test(text)) throw refused(text, `invalid urn prefix: "${text.slice(0, 9)}"`);
    body = text.slice(9);
  } else if (length === 38) body = text.slice(1, 37);
  else if (length === 32) {
    if (!/^[0-9a-fA-F]{32}$/.test(text)) throw refused(text, 'invalid UUID format');
    return text;
  } else if (length !== 36) throw refused(text, `invalid UUID length: ${length}`);
  if (!/^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$/.test(body)) {
    throw refused(text, 'invalid UUID format');
  }
  return body.replaceAll('-', '');
}

function refused(namespace: string, reason: string): FunctionError {
  return new FunctionError(`uuidv5() doesn't support namespace ${namespace} (${reason})`);
}

function uuidText(digest: Uint8Array): string {
  const bytes = digest.slice(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const digits = hex(bytes);
  return [0, 8, 12, 16, 20].map((start, i) => digits.slice(start, [8, 12, 16, 20, 32][i])).join('-');
}
