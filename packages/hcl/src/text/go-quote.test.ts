import { expect, it } from 'vitest';
import { goQuote } from './go-quote.ts';

it('quotes as %q of Go does', () => {
  const cases: Readonly<Record<string, string>> = {
    'a "b"\\': '"a \\"b\\"\\\\"',
    '\n\t\u0007\u0000\u007f': '"\\n\\t\\a\\x00\\x7f"',
    'é日本👍': '"é日本👍"',
    '\u00a0\u200b\ufeff': '"\\u00a0\\u200b\\ufeff"',
    '\u{e0001}': '"\\U000e0001"',
    '\udcff': '"\\xff"',
  };
  for (const [text, quoted] of Object.entries(cases)) expect(goQuote(text)).toBe(quoted);
});
