import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { locate, relativeToBoundary } from './locate.ts';

test('the boundary is the nearest parent with .git', () => {
  const root = temporaryFolder({ '.git/HEAD': '', 'live/eu/main.tf': '', 'modules/x/main.tf': '' });
  expect(locate(['live/eu'], root, undefined)).toEqual([{ boundary: root, paths: ['live/eu'], folder: 'live/eu' }]);
  expect(locate(['.'], join(root, 'live'), undefined)).toEqual([{ boundary: root, paths: ['live'], folder: 'live' }]);
});

test('without a repository it is the folder itself, and the folder of a file', () => {
  const root = temporaryFolder({ 'a/main.tf': '' });
  expect(locate(['a'], root, undefined)).toEqual([{ boundary: join(root, 'a'), paths: ['.'], folder: '.' }]);
  expect(locate(['a/main.tf'], root, undefined)).toEqual([
    { boundary: join(root, 'a'), paths: ['main.tf'], folder: '.' },
  ]);
});

test('a worktree has a file named .git', () => {
  const root = temporaryFolder({ '.git': 'gitdir: elsewhere', 'a/main.tf': '' });
  expect(locate(['a'], root, undefined)).toEqual([{ boundary: root, paths: ['a'], folder: 'a' }]);
});

test('a boundary that is given wins, and paths must be inside', () => {
  const root = temporaryFolder({ '.git/HEAD': '', 'a/main.tf': '', 'b/main.tf': '' });
  expect(locate(['a'], root, 'a')).toEqual([{ boundary: join(root, 'a'), paths: ['.'], folder: '.' }]);
  expect(locate(['b'], root, 'a')).toMatchObject({ problem: '`b` is outside the boundary `a`' });
  expect(locate(['a'], root, 'nowhere')).toMatchObject({ problem: 'the boundary `nowhere` is not a folder' });
});

test('a path that does not exist is a problem', () => {
  expect(locate(['nowhere'], temporaryFolder(), undefined)).toEqual({
    problem: 'there is no file or folder `nowhere`',
  });
});

test('variable files are named from the boundary', () => {
  const root = temporaryFolder({ 'live/prod.tfvars': '' });
  expect(relativeToBoundary('prod.tfvars', join(root, 'live'), root)).toBe('live/prod.tfvars');
  expect(relativeToBoundary('missing.tfvars', join(root, 'live'), root)).toBe('live/missing.tfvars');
  expect(relativeToBoundary('../x.tfvars', root, root)).toBeUndefined();
});
