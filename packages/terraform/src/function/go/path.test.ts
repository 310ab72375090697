import { posix } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { baseName, cleanPath, directoryName, joinPaths } from './path.ts';

const paths = fc
  .array(fc.constantFrom('a', 'b.c', '.', '..', '', '/'), { maxLength: 8 })
  .map((names) => names.join('/'));

describe('paths as Go cleans them', () => {
  it('cleans as Node does, but for the slash at the end', () => {
    fc.assert(
      fc.property(paths, (path) => {
        const normal = posix.normalize(path);
        expect(cleanPath(path)).toBe(normal.length > 1 && normal.endsWith('/') ? normal.slice(0, -1) : normal);
        expect(cleanPath(cleanPath(path))).toBe(cleanPath(path));
      }),
    );
  });

  it('joins what is not empty', () => {
    expect(joinPaths('', 'a', '../b')).toBe('b');
    expect(joinPaths('', '')).toBe('');
    expect(joinPaths('.', '/x')).toBe('x');
  });

  it('takes paths apart', () => {
    expect([baseName('/'), baseName(''), baseName('a//'), baseName('/a/b')]).toEqual(['/', '.', 'a', 'b']);
    expect([directoryName('/'), directoryName(''), directoryName('a/b//'), directoryName('/a')]).toEqual([
      '/',
      '.',
      'a/b',
      '/',
    ]);
  });
});
