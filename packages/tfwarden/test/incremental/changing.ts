import { type FileSystem, memoryFileSystem } from '@tfwarden/terraform';
import type { Files } from './edits.ts';

/** A file system over what the files are now. */
export function changing(present: () => Files): FileSystem {
  let known: Files | undefined;
  let current = memoryFileSystem({});
  const now = (): FileSystem => {
    if (known !== present()) {
      known = present();
      current = memoryFileSystem(Object.fromEntries(known));
    }
    return current;
  };
  return { read: (path) => now().read(path), list: (path) => now().list(path), stat: (path) => now().stat(path) };
}
