import { describe, expect, test } from 'vitest';
import { memoryFileSystem } from '../source/memory-file-system.ts';
import { findRoots } from './find-roots.ts';

function roots(
  files: Readonly<Record<string, string>>,
  paths: readonly string[] = ['.'],
): ReturnType<typeof findRoots> {
  return findRoots(memoryFileSystem(files), paths);
}

const call = (source: string): string => `module "x" {\n  source = "${source}"\n}\n`;

describe('a root', () => {
  test('is every folder that no other folder calls, at any depth', () => {
    const found = roots({
      'live/prod/network/main.tf': call('../../../modules/vpc'),
      'live/prod/data/main.tf': call('../../../modules/table'),
      'modules/vpc/main.tf': call('../flow-log'),
      'modules/flow-log/main.tf': '',
      'modules/table/main.tf.json': '{}',
      'docs/readme.md': '',
    });
    expect(found.roots).toEqual(['live/prod/data', 'live/prod/network']);
    expect(found.folders.map(({ directory, role, reason }) => `${role} ${directory}: ${reason}`)).toEqual([
      'root live/prod/data: no other scanned folder calls it',
      'root live/prod/network: no other scanned folder calls it',
      'module modules/flow-log: called as a module from modules/vpc/main.tf:2',
      'module modules/table: called as a module from live/prod/data/main.tf:2',
      'module modules/vpc: called as a module from live/prod/network/main.tf:2',
    ]);
  });

  test('is the boundary itself, too', () => {
    expect(roots({ 'main.tf': call('./m'), 'm/main.tf': '' }).roots).toEqual(['.']);
  });

  test('is a folder that only itself calls', () => {
    expect(roots({ 'a/main.tf': call('../a') }).roots).toEqual(['a']);
  });

  test('is chosen where all folders call each other, and that is said', () => {
    const found = roots({ 'b/main.tf': call('../a'), 'a/main.tf': call('../b'), 'c/main.tf': '' });
    expect(found.roots).toEqual(['a', 'c']);
    expect(found.diagnostics.map(({ summary }) => summary)).toEqual(['Modules call each other in a loop']);
  });

  test('is not what is called by a computed source, as OpenTofu has it', () => {
    const found = roots({
      'main.tofu': 'variable "kind" {\n  default = "a"\n}\nmodule "x" {\n  source = "./mods/${var.kind}"\n}\n',
      'mods/a/main.tf': '',
      'mods/b/main.tf': '',
    });
    expect(found.roots).toEqual(['.', 'mods/b']);
  });

  test('is the folder of a file that is given', () => {
    expect(roots({ 'main.tf': call('./m'), 'm/main.tf': '', 'n/main.tf': '' }, ['m/main.tf']).roots).toEqual(['m']);
  });
});

describe('not entered', () => {
  test('are folders of installed and hidden things, and that is said', () => {
    const found = roots({
      'main.tf': '',
      '.terraform/modules/vpc/main.tf': '',
      '.git/x/main.tf': '',
      'node_modules/x/main.tf': '',
      '.terragrunt-cache/x/main.tf': '',
    });
    expect(found.roots).toEqual(['.']);
    expect(found.skipped.map(({ path, reason }) => `${path}: ${reason}`)).toEqual([
      '.git: holds version history',
      '.terraform: holds what terraform init installed',
      '.terragrunt-cache: its name begins with a dot',
      'node_modules: holds packages of others',
    ]);
  });

  test('a path that does not exist is a problem, and the others are searched', () => {
    const found = roots({ 'a/main.tf': '' }, ['nope', '../elsewhere', 'a']);
    expect(found.roots).toEqual(['a']);
    expect(found.diagnostics.map(({ detail }) => detail)).toEqual([
      'nope cannot be read: no such file or directory.',
      '../elsewhere cannot be read: it is outside of the boundary.',
    ]);
  });

  test('folders with test files only are no roots', () => {
    expect(roots({ 'tests/basic.tftest.hcl': 'run "x" {}', 'main.tf': '' }).roots).toEqual(['.']);
  });
});

test('10,000 folders that each call the next take no deep recursion', () => {
  const files: Record<string, string> = {};
  for (let i = 0; i < 10_000; i++) files[`m${i}/main.tf`] = call(`../m${i + 1}`);
  expect(roots(files).roots).toEqual(['m0']);
});
