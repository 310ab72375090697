import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { memoryFileSystem } from '../source/memory-file-system.ts';
import { createFolders, type FolderOutline, outlineOf } from './folders.ts';

type Files = Readonly<Record<string, string>>;

/** What an outline says, with files by name. */
function told({ calls, sources, ...outline }: FolderOutline): unknown {
  return {
    ...outline,
    sources: sources.map(({ name }) => name),
    calls: calls.map(({ name, source, sourceExpression: at }) => [name, source, at?.file.name, at?.start, at?.end]),
  };
}

/** The folder `.` outlined before it is loaded, and the outline of the folder loaded. */
function bothOf(files: Files): { readonly outlined: unknown; readonly loaded: unknown } {
  const folders = createFolders(memoryFileSystem(files));
  const outlined = told(folders.outline('.'));
  expect(folders.outline('.')).toBe(folders.outline('.'));
  const after = folders.load('.');
  const fresh = createFolders(memoryFileSystem(files)).load('.');
  expect(after.diagnostics.map(({ code, detail }) => [code, detail])).toEqual(
    fresh.diagnostics.map(({ code, detail }) => [code, detail]),
  );
  expect(after.files.map(({ file }) => file.name)).toEqual(fresh.files.map(({ file }) => file.name));
  expect(after.broken.map(({ path, kind }) => [path, kind])).toEqual(
    fresh.broken.map(({ path, kind }) => [path, kind]),
  );
  return { outlined, loaded: told(outlineOf(fresh)) };
}

const CALL = 'module "a" {\n  source = "./a"\n}\n';

test('what is trimmed is parsed again, from the same texts', () => {
  const folders = createFolders(memoryFileSystem({ 'a/main.tf': CALL, 'b/main.tf': CALL, 'c/main.tf': CALL }));
  const [a, b] = [folders.load('a'), folders.load('b')];
  expect(folders.load('c')).toBe(folders.load('c'));
  expect(folders.load('a')).toBe(a);
  folders.trim(2 * CALL.length);
  expect(folders.load('a')).toBe(a);
  expect(folders.load('b')).not.toBe(b);
  expect(folders.load('b')).toEqual(b);
  expect(folders.load('b').files[0]?.file).toBe(b.files[0]?.file);
  folders.trim(0);
  expect(folders.load('a')).not.toBe(a);
});

describe('an outline has the calls of the folder', () => {
  test.each([
    [{ 'main.tf': CALL }, 1],
    [{ 'main.tf': 'module"a"{source="./a"}' }, 1],
    [{ 'main.tf': 'module/* so */a/**/{\n  source = "./a"\n}' }, 1],
    [{ 'main.tf': `\uFEFF${CALL}` }, 1],
    [{ 'main.tf': 'locals {\n  a = module.a.id\n  b = module\n}\n', 'other.tf': CALL }, 1],
    [{ 'main.tf': CALL, 'override.tf': 'module "a" {\n  source = "./b"\n}\n' }, 1],
    [{ 'main.tf': CALL, 'again.tf': CALL }, 1],
    [{ 'main.tf': 'module "a" {\n  source = "./a"\n  count = \n', 'ok.tf': 'module "b" {\n  source = "./b"\n}\n' }, 2],
    [{ 'main.tf.json': '{"module": {"a": {"source": "./a"}}}' }, 1],
    [{ 'main.tf.json': '{"m\\u006fdule": {"a": {"source": "./a"}}}' }, 1],
    [{ 'main.tf': '# no module here\n', 'binary.tf': '\0module "a" {}' }, 0],
    [{ 'readme.md': 'no configuration' }, 0],
  ] as const)('%j: %i', (files, count) => {
    const { outlined, loaded } = bothOf(files);
    expect(outlined).toEqual(loaded);
    expect(outlined).toMatchObject({ calls: { length: count } });
  });

  test('of a folder that is not there', () => {
    const folders = createFolders(memoryFileSystem({}));
    expect(told(folders.outline('nowhere'))).toEqual(told(outlineOf(folders.load('nowhere'))));
  });

  test('of any text', () => {
    const piece = fc.constantFrom(
      'module',
      ' ',
      '"a"',
      '{',
      '}',
      '\n',
      'source = "./a"',
      '.',
      '/*',
      '*/',
      '#',
      'é',
      'a',
    );
    const text = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, text, (main, override) => {
        const { outlined, loaded } = bothOf({ 'main.tf': main, 'override.tf': override });
        expect(outlined).toEqual(loaded);
      }),
      { numRuns: 300 },
    );
  });
});
