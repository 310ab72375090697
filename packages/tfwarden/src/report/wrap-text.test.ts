import { expect, test } from 'vitest';
import { displayWidth } from './display-width.ts';
import { wrapText } from './wrap-text.ts';

test.each([
  ['plain', 5],
  ['', 0],
  ['日本', 4],
  ['e\u0301', 1],
  ['\u001b[1m\u001b[36mcode\u001b[39m\u001b[22m', 4],
  ['👩‍💻', 4],
  ['tab\t', 3],
])('%j takes %i cells', (text, width) => {
  expect(displayWidth(text)).toBe(width);
});

test('lines break at blanks, long words stand alone, newlines stay', () => {
  expect(wrapText('one two three', 7)).toEqual(['one two', 'three']);
  expect(wrapText('a-very-long-word b', 5)).toEqual(['a-very-long-word', 'b']);
  expect(wrapText('one\ntwo', 20)).toEqual(['one', 'two']);
  expect(wrapText('', 20)).toEqual(['']);
});

test('colour does not make lines shorter', () => {
  expect(wrapText('\u001b[36mone\u001b[39m two', 7)).toHaveLength(1);
});
