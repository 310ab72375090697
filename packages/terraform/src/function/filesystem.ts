import type { FunctionDefinition, Parameter, Value } from '@tfwarden/hcl';
import {
  BOOL,
  boolValue,
  FunctionError,
  hasMark,
  quote,
  STRING,
  setOf,
  setValue,
  stringValue,
  unknownValue,
  withMarks,
} from '@tfwarden/hcl';
import { isProblem } from '../source/file-system.ts';
import { argumentAt, defineFunction, stringParameter, textAt, undecided } from './define.ts';
import type { FunctionEnvironment } from './environment.ts';
import { findFiles } from './filesystem/find-files.ts';
import { readFileBytes, readFileText, resolvePath, shown } from './filesystem/read-file.ts';
import { encodeBase64 } from './go/base64.ts';
import { baseName, cleanPath, directoryName, joinPaths } from './go/path.ts';
import { DIGESTS } from './hash.ts';

/** Names of the functions that a template of `templatestring` may not call. */
export const FILESYSTEM_FUNCTION_NAMES: ReadonlySet<string> = new Set(
  'file fileexists fileset filebase64 filebase64sha256 filebase64sha512 filemd5 filesha1 filesha256 filesha512 templatefile'.split(
    ' ',
  ),
);

/** Functions of files and paths, after Terraform's `funcs/filesystem.go` and `funcs/crypto.go`. */
export function filesystemFunctions(environment: FunctionEnvironment): readonly FunctionDefinition[] {
  return [
    defineFunction({
      name: 'file',
      parameters: [PATH],
      returns: STRING,
      call(args) {
        const path = argumentAt(args, 0);
        return path.kind === 'string'
          ? withMarks(stringValue(readFileText(environment, path)), path.marks)
          : withMarks(unknownValue(STRING), path.marks);
      },
    }),
    defineFunction({
      name: 'filebase64',
      parameters: [PATH],
      returns: STRING,
      call(args) {
        const path = argumentAt(args, 0);
        return path.kind === 'string'
          ? withMarks(stringValue(encodeBase64(readFileBytes(environment, path))), path.marks)
          : withMarks(unknownValue(STRING), path.marks);
      },
    }),
    ...Object.entries(DIGESTS).map(([name, digest]) =>
      defineFunction({
        name: `file${name}`,
        parameters: [stringParameter('path')],
        returns: STRING,
        call: (args) => stringValue(digest(openFile(environment, textAt(args, 0)))),
      }),
    ),
    defineFunction({
      name: 'fileexists',
      parameters: [PATH],
      returns: BOOL,
      call: (args) => fileExists(environment, argumentAt(args, 0)),
    }),
    defineFunction({
      name: 'fileset',
      parameters: [PATH, { ...PATH, name: 'pattern' }],
      returns: setOf(STRING),
      call(args) {
        const path = argumentAt(args, 0);
        const pattern = argumentAt(args, 1);
        const marks = [path.marks, pattern.marks];
        if (path.kind !== 'string' || pattern.kind !== 'string')
          return withMarks(unknownValue(setOf(STRING)), ...marks);
        const names = findFiles(environment, path, pattern);
        return withMarks(setValue(STRING, names.map(stringValue)), ...marks);
      },
    }),
    defineFunction({
      name: 'abspath',
      parameters: [stringParameter('path')],
      returns: STRING,
      call: (args) => absolutePath(environment, textAt(args, 0)),
    }),
    defineFunction({
      name: 'pathexpand',
      parameters: [stringParameter('path')],
      returns: STRING,
      call: (args) => expandHome(environment, textAt(args, 0)),
    }),
    defineFunction({
      name: 'basename',
      parameters: [stringParameter('path')],
      returns: STRING,
      call: (args) => stringValue(baseName(textAt(args, 0))),
    }),
    defineFunction({
      name: 'dirname',
      parameters: [stringParameter('path')],
      returns: STRING,
      call: (args) => stringValue(directoryName(textAt(args, 0))),
    }),
  ];
}

const PATH: Parameter = { name: 'path', type: STRING, allowMarked: true, allowUnknown: true };

/** As the digests read files: Terraform tells what the system said. */
function openFile(environment: FunctionEnvironment, path: string): Uint8Array {
  const bytes = environment.files.read(resolvePath(environment, stringValue(path)));
  if (!isProblem(bytes)) return bytes;
  if (bytes.problem === 'missing') throw new FunctionError(`open ${cleanPath(path)}: no such file or directory`);
  if (bytes.problem === 'not-a-file') throw new FunctionError(`read ${cleanPath(path)}: is a directory`);
  throw new FunctionError(`cannot read ${quote(path)}: ${bytes.reason}`);
}

function fileExists(environment: FunctionEnvironment, path: Value): Value {
  if (path.kind !== 'string') return withMarks(unknownValue(BOOL), path.marks);
  const found = environment.files.stat(resolvePath(environment, path));
  if (found === 'file') return withMarks(boolValue(true), path.marks);
  const name = hasMark(path, 'sensitive') ? shown(path) : quote(cleanPath(path.value));
  if (found === 'directory') throw new FunctionError(`${name} is a directory, not a file`);
  switch (found.problem) {
    case 'missing':
    case 'not-a-directory':
      return withMarks(boolValue(false), path.marks);
    case 'not-a-file':
      throw new FunctionError(`${name} is not a regular file`);
    case 'too-large':
      return withMarks(boolValue(true), path.marks);
    case 'outside-boundary':
    case 'unreadable':
      throw new FunctionError(`failed to stat ${name}: ${found.reason}`);
  }
}

/** Known only where it holds no path of the machine, or where the machine's paths are wanted. */
function absolutePath({ absoluteDirectory }: FunctionEnvironment, path: string): Value {
  if (path.startsWith('/')) return stringValue(cleanPath(path));
  return absoluteDirectory === undefined
    ? undecided('abspath', STRING)
    : stringValue(cleanPath(joinPaths(absoluteDirectory, path)));
}

function expandHome({ homeDirectory }: FunctionEnvironment, path: string): Value {
  if (!path.startsWith('~')) return stringValue(path);
  if (path.length > 1 && path.charAt(1) !== '/' && path.charAt(1) !== '\\') {
    throw new FunctionError('cannot expand user-specific home dir');
  }
  return homeDirectory === undefined
    ? undecided('pathexpand', STRING)
    : stringValue(joinPaths(homeDirectory, path.slice(1)));
}
