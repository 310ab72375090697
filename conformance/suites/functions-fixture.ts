import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Evaluation } from '@tfwarden/terraform';
import { memoryFileSystem, openRoot } from '@tfwarden/terraform';

/** Opens the module of the fixture, in which the expressions of the suite are evaluated. */
export function openFixture(directory: string): Evaluation {
  const files: Record<string, Uint8Array> = {};
  for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files[path.slice(directory.length + 1).replaceAll('\\', '/')] = readFileSync(path);
  }
  const functions = { absoluteDirectory: '<ROOT>', planTimestamp: '2024-01-01T00:00:00Z', revealsSecrets: true };
  return openRoot(memoryFileSystem(files), '.', { functions });
}
