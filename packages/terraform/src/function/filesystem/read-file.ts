import type { StringValue } from '@tfwarden/hcl';
import { FunctionError, hasMark, quote } from '@tfwarden/hcl';
import { isProblem } from '../../source/file-system.ts';
import type { FunctionEnvironment } from '../environment.ts';
import { cleanPath, joinPaths } from '../go/path.ts';
import { decodeUtf8 } from '../go/utf8.ts';

/** The text of a file. Throws `FunctionError` where it is not UTF-8 or cannot be read; nothing of its content is in the message. */
export function readFileText(environment: FunctionEnvironment, path: StringValue): string {
  const text = decodeUtf8(readFileBytes(environment, path));
  if (text !== undefined) return text;
  throw new FunctionError(
    `contents of ${shown(path)} are not valid UTF-8; use the filebase64 function to obtain the Base64 encoded contents or the other file functions (e.g. filemd5, filesha256) to obtain file hashing results instead`,
  );
}

/** The bytes of a file. Throws `FunctionError` about the first argument. */
export function readFileBytes(environment: FunctionEnvironment, path: StringValue): Uint8Array {
  const bytes = environment.files.read(resolvePath(environment, path, 0));
  if (!isProblem(bytes)) return bytes;
  switch (bytes.problem) {
    case 'missing':
      throw new FunctionError(
        `no file exists at ${shown(path)}; this function works only with files that are distributed as part of the configuration source code, so if this file will be created by a resource in this configuration you must instead obtain this result from an attribute of that resource`,
        0,
      );
    case 'not-a-file':
      throw new FunctionError(`failed to read file: read ${cleanPath(path.value)}: is a directory`, 0);
    case 'outside-boundary':
      throw outsideBoundary(path, 0);
    case 'not-a-directory':
    case 'unreadable':
    case 'too-large':
      throw new FunctionError(`failed to read file ${shown(path)}: ${bytes.reason}`, 0);
  }
}

/**
 * Where a path of a function is, relative to the boundary's root.
 * @param argument index of the path among the arguments, where the error is to point at it
 */
export function resolvePath(environment: FunctionEnvironment, path: StringValue, argument?: number): string {
  const { directory, absoluteDirectory } = environment;
  let relative = path.value;
  if (relative.startsWith('~')) throw outsideBoundary(path, argument);
  if (relative.startsWith('/')) {
    const inside = absoluteDirectory === undefined ? undefined : relativePath(absoluteDirectory, relative);
    if (inside === undefined) throw outsideBoundary(path, argument);
    relative = inside;
  }
  const resolved = cleanPath(joinPaths(directory, relative));
  if (resolved === '..' || resolved.startsWith('../')) throw outsideBoundary(path, argument);
  return resolved;
}

/** The path as error messages show it. */
export function shown(path: StringValue): string {
  return hasMark(path, 'sensitive') ? '(sensitive value)' : quote(path.value);
}

export function outsideBoundary(path: StringValue, argument?: number): FunctionError {
  return new FunctionError(
    `${shown(path)} is outside of the folder that may be read, so it is not read; a wider folder can be given as the boundary`,
    argument,
  );
}

/** The way from one absolute path to another. */
function relativePath(from: string, to: string): string {
  const start = cleanPath(from).split('/').filter(Boolean);
  const end = cleanPath(to).split('/').filter(Boolean);
  let common = 0;
  while (common < start.length && start[common] === end[common]) common++;
  return [...start.slice(common).map(() => '..'), ...end.slice(common)].join('/') || '.';
}
