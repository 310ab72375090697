import { describe, expect, it } from 'vitest';
import { parseConfig } from '../syntax/parse.ts';
import { hostRange } from './host-range.ts';
import { positionsOf } from './range.ts';
import { rangeText } from './range-text.ts';
import { SourceFile } from './source-file.ts';

describe('a position', () => {
  it('counts lines from one, columns in grapheme clusters from one, bytes of UTF-8 from zero', () => {
    const file = new SourceFile('main.tf', 'a = "é👩‍💻e\u0301"\nb = 1\n');
    expect(file.position(0)).toEqual({ line: 1, column: 1, byte: 0 });
    expect(file.position(file.text.indexOf('👩'))).toEqual({ line: 1, column: 7, byte: 7 });
    expect(file.position(file.text.indexOf('e\u0301'))).toEqual({ line: 1, column: 8, byte: 18 });
    expect(file.position(file.text.indexOf('b'))).toEqual({ line: 2, column: 1, byte: 23 });
  });

  it('is taken to the nearest end outside of the text', () => {
    const file = new SourceFile('main.tf', 'ab\n');
    expect(file.position(-5)).toEqual({ line: 1, column: 1, byte: 0 });
    expect(file.position(99)).toEqual({ line: 2, column: 1, byte: 3 });
  });

  it('gives a byte order mark three bytes and no column', () => {
    const file = SourceFile.fromBytes('main.tf', Uint8Array.of(0xef, 0xbb, 0xbf, 0x61));
    expect(file.position(1)).toEqual({ line: 1, column: 1, byte: 3 });
    expect(file.lineText(1)).toBe('a');
  });

  it('counts a mark that begins a token as a column, as tokens are counted one by one', () => {
    const file = new SourceFile('main.tf', 'a = "\u0301x"\n');
    parseConfig(file);
    expect(file.position(file.text.indexOf('x')).column).toBe(7);
  });

  it('does not join Indic conjuncts, as Unicode 15.0 does not', () => {
    const file = new SourceFile('main.tf', 'a = "क्ष" # x\n');
    expect(file.position(file.text.indexOf('#')).column).toBe(10);
  });

  it('goes on from the origin of a text that is part of another', () => {
    const origin = { line: 7, column: 11, byte: 100 };
    const file = new SourceFile('main.tf.json', 'ab\ncd', { origin });
    expect(file.position(1)).toEqual({ line: 7, column: 12, byte: 101 });
    expect(file.position(4)).toEqual({ line: 8, column: 2, byte: 104 });
    expect(file.lineText(8)).toBe('cd');
  });

  it('is the same whatever was asked before', () => {
    const text = `a = "${'é'.repeat(50)}" + ${'x + '.repeat(50)}1`;
    const fresh = (offset: number): unknown => new SourceFile('main.tf', text).position(offset);
    const file = new SourceFile('main.tf', text);
    for (const offset of [100, 10, 200, 150, 0, 60, 61, text.length])
      expect(file.position(offset)).toEqual(fresh(offset));
  });
});

describe('a line', () => {
  it('is found by offset and given without its ending', () => {
    const file = new SourceFile('main.tf', 'a\r\nb\n\nc');
    expect([0, 3, 5, 6].map((offset) => file.lineOf(offset))).toEqual([1, 2, 3, 4]);
    expect([1, 2, 3, 4, 5].map((line) => file.lineText(line))).toEqual(['a', 'b', '', 'c', '']);
    expect(file.lineCount).toBe(4);
  });
});

describe('bytes that are not UTF-8', () => {
  it('keep the offsets of what stands behind them', () => {
    const file = SourceFile.fromBytes('main.tf', Uint8Array.of(0x61, 0xff, 0xc3, 0xa9, 0xe2, 0x82, 0x62));
    expect(file.text).toBe('a\udcffé\udce2\udc82b');
    expect(file.position(file.text.indexOf('b'))).toEqual({ line: 1, column: 6, byte: 6 });
  });
});

describe('a range', () => {
  it('is written as hashicorp/hcl writes it in messages', () => {
    const file = new SourceFile('main.tf', 'ab\ncd\n');
    expect(rangeText({ file, start: 0, end: 2 })).toBe('main.tf:1,1-3');
    expect(rangeText({ file, start: 1, end: 4 })).toBe('main.tf:1,2-2,2');
  });

  it('may bring positions of its own', () => {
    const file = new SourceFile('main.tf.json', '{}');
    const startPosition = { line: 1, column: 5, byte: 9 };
    const range = { file, start: 0, end: 1, startPosition, endPosition: startPosition };
    expect(positionsOf(range)).toEqual({ start: startPosition, end: startPosition });
  });

  it('in a decoded JSON string has its place in the JSON file', () => {
    const json = new SourceFile('main.tf.json', '["a\\n\\u0041b"]');
    const container = { file: json, start: 1, end: 13 };
    const decoded = new SourceFile('main.tf.json', 'a\nAb', { container });
    expect(hostRange({ file: decoded, start: 2, end: 4 })).toEqual({ file: json, start: 5, end: 12 });
  });
});
