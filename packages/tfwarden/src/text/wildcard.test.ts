import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchesWildcard } from './wildcard.ts';

test.each([
  ['*', '', true],
  ['a*b*b', 'aXbYb', true],
  ['a*b*b', 'ab', false],
  ['aws-s3-*', 'aws-s3-', true],
  ['aws-?3-x', 'aws-s3-x', true],
  ['', '', true],
  ['', 'a', false],
  ['**a**', 'banana', true],
  ['*.tf', 'main.tf.json', false],
])('%s against %s', (pattern, text, matches) => {
  expect(matchesWildcard(pattern, text)).toBe(matches);
});

test('it agrees with the obvious definition', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 8 });
  const texts = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 8 });
  fc.assert(
    fc.property(letters, texts, (pattern, text) => {
      expect(matchesWildcard(pattern, text)).toBe(obvious(pattern, text));
    }),
  );
});

function obvious(pattern: string, text: string): boolean {
  if (pattern === '') return text === '';
  if (pattern.startsWith('*')) {
    return obvious(pattern.slice(1), text) || (text !== '' && obvious(pattern, text.slice(1)));
  }
  return text !== '' && (pattern[0] === '?' || pattern[0] === text[0]) && obvious(pattern.slice(1), text.slice(1));
}
