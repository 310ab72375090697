import { describe, expect, it } from 'vitest';
import { countClusters, graphemeClusters } from './grapheme.ts';

describe('grapheme clusters', () => {
  it('are what a reader takes for one character', () => {
    const clusters: readonly (readonly string[])[] = [
      ['a', 'b'],
      ['e\u0301', 'x'],
      ['👩‍💻', '👨‍👩‍👧‍👦', '👍🏽'],
      ['🇩🇪', '🇫🇷'],
      ['각', '각'],
      ['नि', 'பு'],
      ['\r\n', '\n', '\r'],
      ['\u0600a', 'b'],
    ];
    for (const expected of clusters) expect(graphemeClusters(expected.join(''))).toEqual(expected);
  });

  it('follow go-textseg v15 where that differs from newer Unicode or from the annex', () => {
    expect(graphemeClusters('क्ष')).toEqual(['क्', 'ष']);
    expect(graphemeClusters('\ufffd\u0301')).toEqual(['\ufffd', '\u0301']);
    expect(graphemeClusters('\u1100\uac00\u11a8')).toEqual(['\u1100\uac00', '\u11a8']);
    expect(graphemeClusters('a\u200d☺')).toEqual(['a\u200d', '☺']);
    expect(graphemeClusters('각\u200d☺')).toEqual(['각\u200d☺']);
  });

  it('of long and broken texts are counted in one pass', () => {
    expect(countClusters('\u0301'.repeat(100_000), 0, 100_000)).toBe(1);
    expect(graphemeClusters('\ud800\udc80')).toHaveLength(1);
    expect(graphemeClusters('\udc80\ud800')).toHaveLength(2);
  });
});
