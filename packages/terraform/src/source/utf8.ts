/** The parts of the Encoding standard that are used; every runtime has them, the ECMAScript library types do not. */
declare const TextEncoder: new () => { encode(text: string): Uint8Array };
declare const TextDecoder: new (
  label: string,
  options: { fatal: boolean; ignoreBOM: boolean },
) => { decode(bytes: Uint8Array): string };

export function encodeUtf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** @returns the text, a byte order mark kept; undefined when the bytes are not UTF-8 */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
