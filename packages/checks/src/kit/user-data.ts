import type { Text } from './text-pieces.ts';
import { textOfAttribute } from './text-pieces.ts';
import type { AttributeView, BlockView } from './view.ts';

/** Start-up scripts of a machine, readable whichever way they are written. */
export interface UserData {
  readonly attribute: AttributeView;
  /** The script as far as it is known; an unknown piece stands as `UNKNOWN_PIECE`. */
  readonly script: string;
  /** A part of it is not known. */
  readonly isPartlyUnknown: boolean;
}

/** Stands for an unknown piece of a script; no script has the replacement character of Unicode. */
export const UNKNOWN_PIECE = '\uFFFD';

/**
 * Reads `user_data` and `user_data_base64`. `user_data` may be base64 too: launch templates want it so.
 * @param names of the arguments, where a resource has others
 * @returns nothing for attributes that are absent or not known at all
 */
export function userDataOf(
  block: BlockView,
  names: readonly string[] = ['user_data', 'user_data_base64'],
): readonly UserData[] {
  const found: UserData[] = [];
  for (const name of names) {
    const attribute = block.attribute(name);
    const text = encodedText(attribute) ?? textOfAttribute(attribute);
    if (text === undefined) continue;
    const known = text.pieces.map((piece) => piece ?? UNKNOWN_PIECE).join('');
    if (known.replaceAll(UNKNOWN_PIECE, '').trim() === '') continue;
    const script = decodeBase64(known) ?? known;
    found.push({ attribute, script, isPartlyUnknown: text.text === undefined });
  }
  return found;
}

/** The argument of `base64encode` and its like, which is easier to read and known in more cases than the result. */
function encodedText(attribute: AttributeView): Text | undefined {
  const call = attribute.expression;
  if (call?.kind !== 'functionCall' || !call.name.startsWith('base64') || attribute.source === undefined)
    return undefined;
  const argument = call.arguments[0];
  const value = argument === undefined ? undefined : attribute.source.evaluate?.(argument);
  if (value?.kind !== 'string' && value?.kind !== 'unknown') return undefined;
  const text = textOfAttribute(attribute);
  const pieces =
    value.kind === 'string'
      ? [value.value]
      : (value.parts ?? []).map((part) => (typeof part === 'string' ? part : undefined));
  return text && { ...text, pieces, text: value.kind === 'string' ? value.value : undefined };
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** @returns undefined when the text is not base64 of printable text */
export function decodeBase64(text: string): string | undefined {
  const compact = text.replaceAll(/\s/g, '');
  if (compact.length < 4 || compact.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(compact)) return undefined;
  let decoded = '';
  let bits = 0;
  let count = 0;
  for (const character of compact) {
    if (character === '=') break;
    bits = ((bits << 6) | ALPHABET.indexOf(character)) & 0xffff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    const byte = (bits >> count) & 0xff;
    if (byte === 0) return undefined;
    decoded += String.fromCharCode(byte);
  }
  return decoded;
}
