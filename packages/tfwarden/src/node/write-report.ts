import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/**
 * Writes a file as a whole or not at all: under a temporary name first, then renamed.
 * @returns what went wrong, as one clause; nothing when it is written
 */
export function writeWhole(path: string, cwd: string, content: string | Uint8Array): string | undefined {
  const target = resolve(cwd, path);
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  try {
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(temporary, content, { mode: 0o644 });
    renameSync(temporary, target);
    return undefined;
  } catch (error) {
    removeQuietly(temporary);
    return error instanceof Error ? error.message : String(error);
  }
}

/** What is left of a failed attempt; that it cannot be removed is no further news. */
export function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // The folder is not one.
  }
}
