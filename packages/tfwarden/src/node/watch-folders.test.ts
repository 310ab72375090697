import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { type FolderWatcher, watchFolders } from './watch-folders.ts';

/** A watcher, and a way to wait until it tells of a path. */
function open(): { readonly watcher: FolderWatcher; readonly told: (path: string) => Promise<void> } {
  const heard = new Set<string>();
  const waiting = new Map<string, () => void>();
  const watcher = watchFolders(
    (path) => {
      heard.add(path);
      waiting.get(path)?.();
    },
    (problem) => {
      throw new Error(problem);
    },
  );
  onTestFinished(() => watcher.close());
  const told = async (path: string): Promise<void> => {
    if (!heard.has(path)) await new Promise<void>((resolve) => waiting.set(path, resolve));
    heard.delete(path);
  };
  return { watcher, told };
}

test('entries of the folders that are named', async () => {
  const root = temporaryFolder({ 'live/main.tf': '', 'modules/main.tf': '' });
  const { watcher, told } = open();
  expect(watcher.watch([join(root, 'live'), join(root, 'modules')])).toHaveLength(2);
  expect(watcher.watch([join(root, 'live')])).toEqual([]);
  writeFileSync(join(root, 'live/main.tf'), 'locals {}');
  await told(join(root, 'live/main.tf'));
  expect(watcher.isWhole()).toBe(true);
});

test('a folder that is missing, once it is there, and one that takes the place of another', async () => {
  const root = temporaryFolder({ 'main.tf': '' });
  const modules = join(root, 'modules');
  const { watcher, told } = open();
  expect(watcher.watch([modules])).toEqual([root]);
  mkdirSync(modules);
  await told(modules);
  expect(watcher.isWhole()).toBe(false);
  expect(watcher.watch([root, modules])).toEqual([modules]);

  renameSync(modules, join(root, 'before'));
  await told(modules);
  mkdirSync(modules);
  await told(modules);
  expect(watcher.isWhole()).toBe(false);
  expect(watcher.watch([root, modules])).toEqual([modules]);
  writeFileSync(join(modules, 'main.tf'), '');
  await told(join(modules, 'main.tf'));
});
