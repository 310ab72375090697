import { type Dirent, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { compareText } from '../scan/order.ts';
import { removeQuietly } from './write-report.ts';

const SKIPPED_FOLDERS: ReadonlySet<string> = new Set(['node_modules']);

/**
 * Regular files below a folder whose names end in one of the endings, in the order of paths. Folders that begin with a dot and `node_modules` are not
 * entered, and symbolic links are not followed.
 * @param folder  absolute
 */
export function walkFiles(folder: string, endings: readonly string[]): readonly string[] {
  const found: string[] = [];
  const waiting = [folder];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    let entries: Dirent[];
    try {
      entries = readdirSync(at, { withFileTypes: true });
    } catch {
      continue;
    }
    for (const entry of entries) {
      if (entry.name.startsWith('.')) continue;
      const path = join(at, entry.name);
      if (entry.isDirectory()) {
        if (!SKIPPED_FOLDERS.has(entry.name)) waiting.push(path);
      } else if (entry.isFile() && endings.some((ending) => entry.name.endsWith(ending))) {
        found.push(path);
      }
    }
  }
  return found.toSorted(compareText);
}

/** @returns the text of a file, or the reason why it cannot be read; bytes that are not UTF-8 are such a reason */
export function readTextFile(path: string): { readonly text: string } | { readonly problem: string } {
  try {
    const bytes = readFileSync(path);
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

/** Replaces a file as a whole and keeps its mode. @returns what went wrong, or nothing */
export function replaceTextFile(path: string, text: string): string | undefined {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    writeFileSync(temporary, text, { mode: statSync(path).mode });
    renameSync(temporary, path);
    return undefined;
  } catch (error) {
    removeQuietly(temporary);
    return error instanceof Error ? error.message : String(error);
  }
}
