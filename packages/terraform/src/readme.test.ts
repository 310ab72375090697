import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { askUnknown, listResources, planInFull, stateData } from '../testing/readme-examples.ts';

const page = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const source = readFileSync(new URL('../testing/readme-examples.ts', import.meta.url), 'utf8');

/** The blocks of the page in one language, in order. */
function blocks(language: string): readonly string[] {
  return page
    .split('```')
    .filter((_block, index) => index % 2 === 1)
    .filter((block) => block.startsWith(`${language}\n`))
    .map((block) => block.slice(language.length + 1));
}

/** A region of the examples without the indentation of its function. */
function region(name: string): string {
  const text = source.split(`  // #region ${name}\n`)[1]?.split('  // #endregion')[0] ?? '';
  return text.replaceAll(/^ {2}/gm, '');
}

const IMPORT = `import { objectValue, stringValue } from '@tfwarden/hcl';
import { findRoots, memoryFileSystem, openRoot, planRoot } from '@tfwarden/terraform';

`;

test.each([
  [0, 'list', listResources],
  [1, 'unknown', askUnknown],
  [2, 'state', stateData],
  [3, 'plan', planInFull],
])('example %i of the page is code that prints what the page says', (index, name, run) => {
  const lines: string[] = [];
  run({ log: (...parts) => lines.push(parts.join(' ')) });
  expect(blocks('ts')[index]).toBe((index === 0 ? IMPORT : '') + region(name));
  expect(blocks('text')[index]).toBe(`${lines.join('\n')}\n`);
});
