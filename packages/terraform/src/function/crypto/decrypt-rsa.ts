import { MAX_RSA_BITS } from '../limits.ts';
import type { RsaKey } from './rsa-key.ts';
import { toNumber } from './rsa-key.ts';

/** Decrypts by PKCS #1 v1.5. @returns undefined where the key does not fit the text, as Go's `crypto/rsa: decryption error` */
export function decryptRsa(key: RsaKey, ciphertext: Uint8Array): Uint8Array | undefined {
  const size = Math.ceil(key.modulus.toString(16).length / 2);
  const number = toNumber(ciphertext);
  if (size < 11 || size * 8 > MAX_RSA_BITS || number >= key.modulus) return undefined;
  const padded = toBytes(modularPower(number, key.privateExponent, key.modulus), size);
  if (padded[0] !== 0 || padded[1] !== 2) return undefined;
  const separator = padded.indexOf(0, 2);
  // At least eight bytes of padding stand in front of the text.
  return separator < 10 ? undefined : padded.slice(separator + 1);
}

function modularPower(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  let square = base % modulus;
  const bits = exponent.toString(2);
  for (let i = bits.length - 1; i >= 0; i--) {
    if (bits.charAt(i) === '1') result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

function toBytes(number: bigint, size: number): Uint8Array {
  const digits = number.toString(16).padStart(size * 2, '0');
  return Uint8Array.from({ length: size }, (_, i) => Number.parseInt(digits.slice(2 * i, 2 * i + 2), 16));
}
