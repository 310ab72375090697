import { type FileSystem, isProblem } from '@tfwarden/terraform';

/** Names in the order in which they are looked for, below the scanned folder. */
const NAMES: readonly { readonly path: string; readonly isTfsec: boolean }[] = [
  { path: 'tfwarden.json', isTfsec: false },
  { path: 'tfwarden.yml', isTfsec: false },
  { path: 'tfwarden.yaml', isTfsec: false },
  { path: '.tfsec/config.json', isTfsec: true },
  { path: '.tfsec/config.yml', isTfsec: true },
  { path: '.tfsec/config.yaml', isTfsec: true },
];

/** Where a configuration may lie, relative to the scanned folder. */
export const CONFIG_PATHS: readonly string[] = NAMES.map(({ path }) => path);

export interface FoundConfig {
  /** Relative to the boundary. */
  readonly path: string;
  readonly text: string;
  readonly isTfsec: boolean;
}

/**
 * Looks for the configuration of a scanned folder.
 * @param folder  relative to the boundary
 * @returns a problem when a file is there and cannot be read; undefined when there is none
 */
export function findConfig(
  fileSystem: FileSystem,
  folder: string,
): FoundConfig | { readonly problem: string } | undefined {
  for (const { path, isTfsec } of NAMES) {
    const full = folder === '.' ? path : `${folder}/${path}`;
    const content = fileSystem.read(full);
    if (!isProblem(content)) return { path: full, text: decode(content), isTfsec };
    if (content.problem !== 'missing' && content.problem !== 'not-a-directory') {
      return { problem: `the configuration \`${full}\` ${content.reason}` };
    }
  }
  return undefined;
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes);
}
