import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { memoryFileSystem } from '@tfwarden/terraform';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scan } from '../../src/scan/scan.ts';
import { createScanner } from '../../src/scan/scanner.ts';
import { DEFAULT_SETTINGS } from '../../src/scan/settings.ts';
import { changing } from './changing.ts';
import { applyEdit, type Edit, type Files, smallEdits } from './edits.ts';
import { observe } from './observe.ts';

/** The same few edits each time; more, and other ones: `EDITS=300 npx vitest run packages/tfwarden/test/incremental/examples.test.ts`. */
const { EDITS } = process.env;
const LENGTH = Number(EDITS ?? 2);
const RUN: fc.Parameters<Edit[]> = { numRuns: 1, ...(EDITS === undefined ? { seed: 20261122 } : {}) };

test.each(['dynamodb', 'orders', 'invoices', 'telemetry'])(
  'examples/%s, before and after edits',
  async (name) => {
    const originals = readFolder(join('examples', name));
    const [edits = []] = fc.sample(fc.array(smallEdits(), { minLength: LENGTH, maxLength: LENGTH }), RUN);
    let files: Files = new Map(Object.entries(originals));
    const scanner = createScanner(
      changing(() => files),
      ['.'],
      { settings: DEFAULT_SETTINGS },
    );
    await compare(undefined);
    for (const edit of edits) {
      const edited = applyEdit(files, edit, originals);
      files = edited.files;
      await compare(edited.changes);
    }

    async function compare(changes: readonly string[] | undefined): Promise<void> {
      const fresh = await scan(memoryFileSystem(Object.fromEntries(files)), ['.'], { settings: DEFAULT_SETTINGS });
      expect(observe(await scanner.scan(changes)), JSON.stringify(edits)).toEqual(observe(fresh));
    }
  },
  3_600_000,
);

function readFolder(folder: string): Record<string, string> {
  const files: Record<string, string> = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) files[path.slice(folder.length + 1)] = readFileSync(path, 'utf8');
  }
  return files;
}
