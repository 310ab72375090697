/**
 * How the engine reads files. Implementations: the disk (`packages/tfwarden/src/node/`), memory (tests, browser, editor).
 * Paths use `/`, are relative to the boundary's root (no leading `/`, `.` for the root itself, no `..`), and are shown to people as they are.
 * An implementation refuses whatever leaves the boundary, also through symbolic links.
 */
export interface FileSystem {
  /** Bytes of a regular file. */
  read(path: string): Uint8Array | FileProblem;
  /** Entries of a directory sorted by name; symbolic links are given as what they point to. */
  list(path: string): readonly DirectoryEntry[] | FileProblem;
  /** What is at the path, symbolic links followed. */
  stat(path: string): 'file' | 'directory' | FileProblem;
}

export interface DirectoryEntry {
  readonly name: string;
  readonly kind: 'file' | 'directory' | 'other';
}

export interface FileProblem {
  readonly problem: 'missing' | 'outside-boundary' | 'unreadable' | 'not-a-file' | 'not-a-directory' | 'too-large';
  /** One clause for a person: `permission denied`. Never any content of the file. */
  readonly reason: string;
}

export function isProblem(result: unknown): result is FileProblem {
  return typeof result === 'object' && result !== null && 'problem' in result;
}
