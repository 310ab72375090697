import type { FunctionDefinition } from '@tfwarden/hcl';
import { FunctionError, quote, STRING, stringValue } from '@tfwarden/hcl';
import { decryptRsa } from './crypto/decrypt-rsa.ts';
import { parseRsaKey } from './crypto/rsa-key.ts';
import { defineFunction, stringParameter, textAt, undecided } from './define.ts';
import type { FunctionEnvironment } from './environment.ts';
import { decodeBase64 } from './go/base64.ts';
import { decodeUtf8 } from './go/utf8.ts';

/** `rsadecrypt`, after Terraform's `funcs/crypto.go`. */
export function decryptionFunctions({ revealsSecrets = false }: FunctionEnvironment): readonly FunctionDefinition[] {
  return [
    defineFunction({
      name: 'rsadecrypt',
      parameters: [stringParameter('ciphertext'), stringParameter('privatekey')],
      returns: STRING,
      call(args) {
        const text = textAt(args, 0);
        const ciphertext = decodeBase64(text);
        if (!(ciphertext instanceof Uint8Array)) {
          throw new FunctionError(`failed to decode input ${quote(text)}: cipher text must be base64-encoded`, 0);
        }
        const key = parseRsaKey(textAt(args, 1));
        if ('message' in key) throw new FunctionError(key.message, 1);
        // A scan has no use for the secret, and must not show it.
        if (!revealsSecrets) return undecided('rsadecrypt', STRING);
        const plaintext = decryptRsa(key, ciphertext);
        if (plaintext === undefined) throw new FunctionError('failed to decrypt: crypto/rsa: decryption error');
        return stringValue(decodeUtf8(plaintext) ?? '\ufffd');
      },
    }),
  ];
}
