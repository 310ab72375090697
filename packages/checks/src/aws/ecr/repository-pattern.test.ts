import { describe, expect, it } from 'vitest';
import { matchesEverything, matchesPattern } from './repository-pattern.ts';

describe('filters of repositories', () => {
  it.each([
    ['shop', 'shop'],
    ['shop', 'team/shop-web'],
    ['*', 'shop'],
    ['shop*', 'shop'],
    ['shop*', 'shop-web'],
    ['*web', 'shop-web'],
    ['shop/*/web', 'shop/eu/web'],
    ['*a*b*', 'xaxbx'],
  ])('%s is for %s', (pattern, name) => {
    expect(matchesPattern(pattern, name)).toBe(true);
  });

  it.each([
    ['shop', 'cart'],
    ['shop*', 'team/shop'],
    ['*web', 'web-shop'],
    ['ab*ba', 'aba'],
    ['a*b*a', 'aa'],
    ['shop/*/web', 'shop/web'],
  ])('%s is not for %s', (pattern, name) => {
    expect(matchesPattern(pattern, name)).toBe(false);
  });

  it('are for everything only when they are nothing but wildcards', () => {
    expect(['*', '**', '', 'a*', '*a'].filter(matchesEverything)).toEqual(['*', '**']);
  });
});
