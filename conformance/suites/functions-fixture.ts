import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plan } from '@tfwarden/terraform';
import { memoryFileSystem, planRoot } from '@tfwarden/terraform';

const FUNCTIONS = { absoluteDirectory: '<ROOT>', planTimestamp: '2024-01-01T00:00:00Z', revealsSecrets: true };

/** The file that a case adds to the fixture. */
export const CASE_FILE = 'case.tf';

/**
 * Reads the module of the fixture.
 * @returns plans the module with one more file, which holds a case
 */
export function openFixture(directory: string): (text: string) => Plan {
  const files: Record<string, Uint8Array | string> = {};
  for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files[path.slice(directory.length + 1).replaceAll('\\', '/')] = readFileSync(path);
  }
  return (text) => planRoot(memoryFileSystem({ ...files, [CASE_FILE]: text }), '.', { functions: FUNCTIONS });
}
