import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Writes files by name, with the folders that they need.
 * @returns how many bytes were written
 */
export function writeFiles(directory: string, files: ReadonlyMap<string, string>): number {
  let bytes = 0;
  for (const [name, text] of files) {
    const file = join(directory, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    bytes += Buffer.byteLength(text);
  }
  return bytes;
}
