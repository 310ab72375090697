import { quote } from '@tfwarden/hcl';

/** Writes one character between single quotes as Go's `%q` of a rune: `'x'`. */
export function quoteRune(character: string): string {
  if (character === "'") return "'\\''";
  return `'${character === '"' ? character : quote(character).slice(1, -1)}'`;
}
