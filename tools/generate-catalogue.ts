// Writes packages/checks/src/catalogue.ts and catalogue-entries.ts from the check files. `npm run generate`.

import { readFileSync, writeFileSync } from 'node:fs';
import { generateCatalogue } from './catalogue/generate.ts';

const files = await generateCatalogue();
let changed = 0;
for (const [path, text] of files) {
  if (readIfThere(path) === text) continue;
  writeFileSync(path, text);
  changed++;
}
process.stdout.write(`${files.size} files, ${changed} changed\n`);

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
