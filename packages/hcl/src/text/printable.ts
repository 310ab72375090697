/**
 * Whether a character is one that Go prints as it is: letters, marks, numbers, punctuation, symbols and the ASCII space.
 * @see https://pkg.go.dev/unicode#IsPrint
 */
export function isPrintable(character: string): boolean {
  // Made on first use: the sets of Unicode take V8 half a millisecond, which no scan of ordinary code should pay.
  printable ??= /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u;
  return printable.test(character);
}

let printable: RegExp | undefined;
