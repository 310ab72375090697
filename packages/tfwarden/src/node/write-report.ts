import { mkdirSync, realpathSync, renameSync, rmSync, type Stats, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/**
 * Writes a file as a whole or not at all: under a temporary name first, then renamed. A link stays one and its target is written; what is no regular file,
 * such as `/dev/stdout`, is written to and never replaced.
 * @returns what went wrong, as one clause; nothing when it is written
 */
export function writeWhole(path: string, cwd: string, content: string | Uint8Array): string | undefined {
  const written = resolve(cwd, path);
  const found = statOf(written);
  if (found?.isDirectory() === true) return 'it is a folder';
  if (found?.isFile() === false) {
    try {
      writeFileSync(written, content);
      return undefined;
    } catch (error) {
      return reasonOf(error);
    }
  }
  const target = found === undefined ? written : realpathSync(written);
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  try {
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(temporary, content, { mode: 0o644 });
    renameSync(temporary, target);
    return undefined;
  } catch (error) {
    removeQuietly(temporary);
    return reasonOf(error);
  }
}

/** Undefined where there is nothing, or nothing that may be looked at: writing tells why. */
function statOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** What is left of a failed attempt; that it cannot be removed is no further news. */
export function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // The folder is not one.
  }
}
