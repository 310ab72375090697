import { existsSync, realpathSync, statSync } from 'node:fs';
import { basename, relative, resolve } from 'node:path';
import { toPosix } from './locate.ts';
import { readTextFile, walkFiles } from './walk-files.ts';

export interface CustomCheckFile {
  /** Shown in messages. */
  readonly name: string;
  readonly text: string;
}

const NAME = /_tfchecks/;
const ENDING = /\.(?:json|ya?ml)$/;

/**
 * Files of custom checks below a folder, in the order of paths.
 * @param folder    absolute
 * @param boundary  nothing outside of it is read; undefined for a folder that the person named
 * @returns a problem for a file that has the name but no ending that can be read; none when the folder does not exist
 */
export function findCustomCheckFiles(
  folder: string,
  cwd: string,
  boundary: string | undefined,
): readonly CustomCheckFile[] | { readonly problem: string } {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return [];
  const real = realpathSync(folder);
  if (boundary !== undefined && relative(boundary, real).startsWith('..')) return [];
  const files: CustomCheckFile[] = [];
  for (const path of walkFiles(real, [''])) {
    const name = basename(path);
    if (!NAME.test(name)) continue;
    const shown = toPosix(relative(realpathSync(cwd), path));
    if (!ENDING.test(name)) return { problem: `the custom checks \`${shown}\` should end in .json, .yml or .yaml` };
    const read = readTextFile(resolve(path));
    if ('problem' in read) return { problem: `the custom checks \`${shown}\` cannot be read: ${read.problem}` };
    files.push({ name: shown, text: read.text });
  }
  return files;
}
