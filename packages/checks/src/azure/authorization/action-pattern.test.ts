import { describe, expect, it } from 'vitest';
import { matchesAction } from './action-pattern.ts';

const WRITE = 'Microsoft.Authorization/roleDefinitions/write';

describe('actions of roles', () => {
  it.each(['*', WRITE, 'microsoft.authorization/*', '*/write', 'Microsoft.*/role*/*', '*roleDefinitions*', '**'])(
    '%s covers writing roles',
    (pattern) => {
      expect(matchesAction(pattern, WRITE)).toBe(true);
    },
  );

  it.each(['', '*/read', 'Microsoft.Compute/*', `${WRITE}/*`, 'Microsoft.Authorization/*/write/write', '*write*write'])(
    '%s does not cover writing roles',
    (pattern) => {
      expect(matchesAction(pattern, WRITE)).toBe(false);
    },
  );

  it('does not use a text twice', () => {
    expect(matchesAction('ab*ba', 'aba')).toBe(false);
    expect(matchesAction('a*b*c', 'a-c-b')).toBe(false);
  });
});
