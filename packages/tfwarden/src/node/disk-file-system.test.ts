import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isProblem } from '@tfwarden/terraform';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { diskFileSystem } from './disk-file-system.ts';

function setUp() {
  const root = temporaryFolder({
    'secret.tf': 'outside',
    'repo/main.tf': 'inside',
    'repo/modules/vpc/main.tf': 'module',
    'repo/env/main.tf': 'env',
  });
  return { root, repo: join(root, 'repo') };
}

function kindsIn(disk: ReturnType<typeof diskFileSystem>, path: string): unknown {
  const entries = disk.list(path);
  return isProblem(entries) ? entries : Object.fromEntries(entries.map((entry) => [entry.name, entry.kind]));
}

function text(result: unknown): string {
  return result instanceof Uint8Array ? new TextDecoder().decode(result) : JSON.stringify(result);
}

function problemOf(result: unknown): string {
  return isProblem(result) ? result.problem : 'read';
}

describe('inside the boundary', () => {
  test('files and folders are read and listed by name', () => {
    const { repo } = setUp();
    const disk = diskFileSystem(repo);
    expect(text(disk.read('main.tf'))).toBe('inside');
    expect(text(disk.read('modules/vpc/main.tf'))).toBe('module');
    expect(disk.list('.')).toEqual([
      { name: 'env', kind: 'directory' },
      { name: 'main.tf', kind: 'file' },
      { name: 'modules', kind: 'directory' },
    ]);
    expect(disk.stat('modules')).toBe('directory');
    expect(disk.stat('main.tf')).toBe('file');
  });

  test('links that stay inside are followed', () => {
    const { repo } = setUp();
    symlinkSync('../modules', join(repo, 'env/modules'));
    symlinkSync('../main.tf', join(repo, 'env/linked.tf'));
    const disk = diskFileSystem(repo);
    expect(text(disk.read('env/modules/vpc/main.tf'))).toBe('module');
    expect(text(disk.read('env/linked.tf'))).toBe('inside');
    expect(disk.list('env/modules/vpc')).toEqual([{ name: 'main.tf', kind: 'file' }]);
  });

  test('a walk does not enter a linked folder that it comes to anyway, nor one twice, nor a circle', () => {
    const { repo } = setUp();
    symlinkSync('../modules', join(repo, 'env/modules'));
    symlinkSync('../modules', join(repo, 'env/again'));
    symlinkSync('..', join(repo, 'env/up'));
    expect(kindsIn(diskFileSystem(repo), 'env')).toEqual({
      again: 'other',
      'main.tf': 'file',
      modules: 'other',
      up: 'other',
    });
    const narrow = kindsIn(diskFileSystem(repo, ['env']), 'env');
    expect(narrow).toMatchObject({ 'main.tf': 'file', up: 'other' });
    expect(Object.values(narrow ?? {}).filter((kind) => kind === 'directory')).toHaveLength(1);
  });
});

describe('outside the boundary', () => {
  test.each([['../secret.tf'], ['modules/../../secret.tf'], ['/etc/passwd'], ['main.tf\0.txt']])(
    'a path that leads out is refused: %s',
    (path) => {
      const disk = diskFileSystem(setUp().repo);
      expect(problemOf(disk.read(path))).toBe('outside-boundary');
      expect(problemOf(disk.stat(path))).toBe('outside-boundary');
      expect(problemOf(disk.list(path))).toBe('outside-boundary');
    },
  );

  test('a link that leads out is refused, as a file and on the way', () => {
    const { root, repo } = setUp();
    symlinkSync(join(root, 'secret.tf'), join(repo, 'stolen.tf'));
    symlinkSync(root, join(repo, 'out'));
    symlinkSync('/etc', join(repo, 'etc'));
    const disk = diskFileSystem(repo);
    disk.list('.');
    expect(problemOf(disk.read('stolen.tf'))).toBe('outside-boundary');
    expect(problemOf(disk.read('out/secret.tf'))).toBe('outside-boundary');
    expect(problemOf(disk.read('etc/passwd'))).toBe('outside-boundary');
    expect(problemOf(disk.list('out'))).toBe('outside-boundary');
    expect(problemOf(disk.stat('etc/passwd'))).toBe('outside-boundary');
  });

  test('nobody learns whether a file outside exists', () => {
    const { root, repo } = setUp();
    symlinkSync(root, join(repo, 'out'));
    const disk = diskFileSystem(repo);
    expect(disk.read('out/secret.tf')).toEqual(disk.read('out/no-such-file.tf'));
  });

  test('a folder whose name begins like the boundary is outside', () => {
    const root = temporaryFolder({ 'repo/main.tf': '', 'repo-secrets/main.tf': 'secret' });
    symlinkSync(join(root, 'repo-secrets'), join(root, 'repo/link'));
    expect(problemOf(diskFileSystem(join(root, 'repo')).read('link/main.tf'))).toBe('outside-boundary');
  });
});

describe('what cannot be read', () => {
  test('each kind has its own problem', () => {
    const { repo } = setUp();
    execFileSync('/usr/bin/mkfifo', [join(repo, 'pipe.tf')]);
    symlinkSync('nowhere.tf', join(repo, 'dangling.tf'));
    symlinkSync('circle.tf', join(repo, 'circle.tf'));
    const disk = diskFileSystem(repo);
    expect(problemOf(disk.read('missing.tf'))).toBe('missing');
    expect(problemOf(disk.read('modules'))).toBe('not-a-file');
    expect(problemOf(disk.read('pipe.tf'))).toBe('not-a-file');
    expect(problemOf(disk.read('dangling.tf'))).toBe('missing');
    expect(problemOf(disk.read('circle.tf'))).toBe('unreadable');
    expect(problemOf(disk.list('main.tf'))).toBe('not-a-directory');
    expect(problemOf(disk.read('main.tf/x'))).toBe('not-a-directory');
  });

  test('a file larger than the limit', () => {
    const { repo } = setUp();
    mkdirSync(join(repo, 'big'));
    writeFileSync(join(repo, 'big/main.tf'), new Uint8Array(33 * 1024 * 1024));
    expect(problemOf(diskFileSystem(repo).read('big/main.tf'))).toBe('too-large');
  });
});

describe('after changes', () => {
  test('what became a link that leads out is refused, also when it was a file before', () => {
    const { repo } = setUp();
    const disk = diskFileSystem(repo);
    disk.list('.');
    expect(text(disk.read('main.tf'))).toBe('inside');
    rmSync(join(repo, 'main.tf'));
    symlinkSync('../secret.tf', join(repo, 'main.tf'));
    expect(disk.renew()).toBe(true);
    expect(problemOf(disk.read('main.tf'))).toBe('outside-boundary');
  });

  test('a path through links is known by the place it leads to, whether something is there or not', () => {
    const { repo } = setUp();
    symlinkSync('modules', join(repo, 'shared'));
    symlinkSync('env/later.tf', join(repo, 'later.tf'));
    const disk = diskFileSystem(repo);
    disk.list('shared/vpc');
    const places = ['main.tf', 'shared/vpc/main.tf', 'shared/vpc', 'shared/none/x.tf', 'later.tf'];
    expect(places.map((path) => disk.realPath(path))).toEqual([
      'main.tf',
      'modules/vpc/main.tf',
      'modules/vpc',
      'modules/none/x.tf',
      'env/later.tf',
    ]);
  });

  test('two links to one folder make the answers depend on their order, which is said', () => {
    const root = temporaryFolder({ 'shared/main.tf': '', 'live/main.tf': '' });
    symlinkSync('../shared', join(root, 'live/a'));
    const disk = diskFileSystem(root, ['live']);
    disk.list('live');
    expect(disk.renew()).toBe(true);
    symlinkSync('../shared', join(root, 'live/b'));
    expect(kindsIn(disk, 'live')).toEqual({ a: 'directory', b: 'other', 'main.tf': 'file' });
    expect(disk.renew()).toBe(false);
    rmSync(join(root, 'live/a'));
    expect(kindsIn(disk, 'live')).toEqual({ b: 'directory', 'main.tf': 'file' });
  });
});
