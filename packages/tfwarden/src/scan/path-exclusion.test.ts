import { expect, test } from 'vitest';
import { createPathExclusion } from './path-exclusion.ts';

// Section 1.4 of the reference, and what gitignore adds to it.
test.each([
  ['modules/foo', 'modules/foo/main.tf', true],
  ['./modules/foo', 'a/modules/foo/main.tf', true],
  ['modules/foo/', 'modules/foo', true],
  ['foo', 'x/foo/y/main.tf', true],
  ['main.tf', 'a/b/main.tf', true],
  ['modules/fo', 'modules/foo/main.tf', false],
  ['/repo/modules', 'modules/x.tf', true],
  ['/repo/modules', 'a/modules/x.tf', false],
  ['/modules', 'live/modules/x.tf', true],
  ['/modules', 'modules/x.tf', false],
  ['gen*', 'a/generated/main.tf', true],
  ['**/legacy/*.tf', 'a/b/legacy/main.tf', true],
  ['a/**/z', 'a/b/c/z/main.tf', true],
  ['a/**/z', 'a/b/c/main.tf', false],
  ['.', 'main.tf', false],
])('%s against %s: %s', (pattern, path, isExcluded) => {
  expect(createPathExclusion([pattern], '/repo', 'live')(path)).toBe(isExcluded);
});

test('without patterns nothing is excluded', () => {
  expect(createPathExclusion([], '/repo', '.')('main.tf')).toBe(false);
});
