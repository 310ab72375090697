import type { Value } from '@tfwarden/hcl';
import { STRING, stringValue, withMarks } from '@tfwarden/hcl';
import { caution } from '../configuration/problem.ts';
import type { DataSourceInput } from '../evaluate/data-source.ts';
import { encodeBase64 } from '../function/go/base64.ts';
import { decodeUtf8 } from '../function/go/utf8.ts';
import { DIGESTS } from '../function/hash.ts';
import { isProblem } from '../source/file-system.ts';
import { joinPath } from '../source/path.ts';
import { readArgument } from './arguments.ts';

/**
 * `local_file` and `local_sensitive_file`: the content of a file inside the boundary and its digests, as the local provider 2.5 gives
 * them. A file that cannot be read is reported, and nothing of it is known.
 */
export function computeLocalFile(input: DataSourceInput): ReadonlyMap<string, Value> | undefined {
  const name = readArgument(input.body, 'filename', STRING, input);
  if (name.kind !== 'string') return undefined;
  const bytes = readFile(name.value, 'filename', input);
  if (bytes === undefined) return undefined;

  const isSensitive = input.type === 'local_sensitive_file';
  const attributes = new Map<string, Value>();
  const set = (attribute: string, text: string, holdsContent: boolean): void => {
    const value = stringValue(text);
    attributes.set(attribute, isSensitive && holdsContent ? withMarks(value, ['sensitive']) : value);
  };
  const text = decodeUtf8(bytes);
  // The provider puts U+FFFD into what is not UTF-8; nobody reads a binary file as text.
  if (text !== undefined) set('content', text, true);
  set('content_base64', encodeBase64(bytes), true);
  for (const [attribute, digest] of Object.entries(DIGESTS)) set(`content_${attribute}`, digest(bytes), false);
  set('id', DIGESTS.sha1(bytes), false);
  return attributes;
}

/**
 * The bytes of a file that an argument names, relative to the root module; undefined when it cannot be read. That is a warning only: the
 * file may be one that exists once other resources are made.
 */
export function readFile(path: string, argument: string, input: DataSourceInput): Uint8Array | undefined {
  const { fileSystem, directory, body, diagnostics } = input;
  const joined = path.startsWith('/') ? undefined : joinPath(directory, path);
  const bytes = joined === undefined ? undefined : fileSystem.read(joined);
  if (bytes !== undefined && !isProblem(bytes)) return bytes;
  const reason = bytes === undefined ? 'it is outside of the folder that may be read' : bytes.reason;
  diagnostics.push(
    caution(
      'data-file',
      'Cannot read file',
      `The file ${JSON.stringify(path)} of ${input.address} cannot be read: ${reason}.`,
      body.attribute(argument)?.expression,
    ),
  );
  return undefined;
}
