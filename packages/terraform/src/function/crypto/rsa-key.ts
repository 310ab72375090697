import { decodeBase64 } from '../go/base64.ts';

/** The numbers of an RSA key that decrypting needs. */
export interface RsaKey {
  readonly modulus: bigint;
  readonly privateExponent: bigint;
}

/** Why a text is no RSA key. */
export interface KeyProblem {
  readonly message: string;
}

/** Reads the first private key of a PEM text: PKCS #1 (`RSA PRIVATE KEY`) or PKCS #8 (`PRIVATE KEY`), not encrypted. */
export function parseRsaKey(pem: string): RsaKey | KeyProblem {
  const block = /-----BEGIN ([A-Z ]+)-----\r?\n([^-]*)-----END \1-----/.exec(pem);
  if (block === null) return { message: 'invalid private key: ssh: no key found' };
  const [, label = '', body = ''] = block;
  if (body.includes('ENCRYPTED')) {
    return { message: 'invalid private key: ssh: this private key is passphrase protected' };
  }
  const bytes = decodeBase64(body.replaceAll(/\s/g, ''));
  if (!(bytes instanceof Uint8Array)) return { message: 'invalid private key: ssh: no key found' };
  switch (label) {
    case 'RSA PRIVATE KEY':
      return readPkcs1(bytes);
    case 'PRIVATE KEY':
      return readPkcs8(bytes);
    default:
      return { message: `invalid private key: ssh: unsupported key type ${JSON.stringify(label)}` };
  }
}

const MALFORMED: KeyProblem = { message: 'invalid ASN1 data in the given private key' };

const SEQUENCE = 0x30;
const INTEGER = 0x02;
const OCTET_STRING = 0x04;

/** `SEQUENCE { version, modulus, publicExponent, privateExponent, ... }` */
function readPkcs1(bytes: Uint8Array): RsaKey | KeyProblem {
  const outer = readElement(bytes, 0, SEQUENCE);
  if (outer === undefined) return MALFORMED;
  const numbers: bigint[] = [];
  let at = 0;
  while (numbers.length < 4) {
    const element = readElement(outer.content, at, INTEGER);
    if (element === undefined) return MALFORMED;
    numbers.push(toNumber(element.content));
    at = element.end;
  }
  const [, modulus = 0n, , privateExponent = 0n] = numbers;
  return modulus <= 0n || privateExponent <= 0n ? MALFORMED : { modulus, privateExponent };
}

/** `SEQUENCE { version, algorithm, OCTET STRING of PKCS #1 }`; keys of other algorithms do not read as PKCS #1. */
function readPkcs8(bytes: Uint8Array): RsaKey | KeyProblem {
  const outer = readElement(bytes, 0, SEQUENCE);
  const version = outer && readElement(outer.content, 0, INTEGER);
  const algorithm = version && readElement(outer.content, version.end, SEQUENCE);
  const key = algorithm && readElement(outer.content, algorithm.end, OCTET_STRING);
  return key === undefined ? MALFORMED : readPkcs1(key.content);
}

interface Element {
  readonly content: Uint8Array;
  /** Offset behind it. */
  readonly end: number;
}

function readElement(bytes: Uint8Array, start: number, tag: number): Element | undefined {
  if (bytes[start] !== tag) return undefined;
  let at = start + 1;
  let length = bytes[at++] ?? 0;
  if (length > 0x80) {
    const count = length - 0x80;
    if (count > 3) return undefined;
    length = 0;
    for (let i = 0; i < count; i++) length = length * 256 + (bytes[at++] ?? 0);
  }
  return at + length > bytes.length ? undefined : { content: bytes.subarray(at, at + length), end: at + length };
}

/** A number in big-endian bytes; negative ones do not occur in keys and read as large. */
export function toNumber(bytes: Uint8Array): bigint {
  let digits = '0x0';
  for (const byte of bytes) digits += byte.toString(16).padStart(2, '0');
  return BigInt(digits);
}
