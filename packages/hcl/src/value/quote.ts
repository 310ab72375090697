import { goQuote } from '../text/go-quote.ts';

/** Quotes a text as Go's `%q`, fast for the plain texts that keys and names are: hashes of sets and messages are made with it. */
export function quote(text: string): string {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x20 || unit > 0x7e || unit === 0x22 || unit === 0x5c) return goQuote(text);
  }
  return `"${text}"`;
}
