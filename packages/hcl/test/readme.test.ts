import { mkdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inspect } from 'node:util';
import { build } from 'esbuild';
import { describe, expect, it, vi } from 'vitest';

const PACKAGE = resolve(import.meta.dirname, '..');
const CACHE = resolve('.cache/readme');

interface Example {
  readonly title: string;
  readonly code: string;
  readonly output: string;
}

/** The sections of the README that hold a program and what it prints. */
function readExamples(): readonly Example[] {
  const examples: Example[] = [];
  for (const section of readFileSync(resolve(PACKAGE, 'README.md'), 'utf8').split(/^## /m).slice(1)) {
    const code = /^```ts\n(.*?)^```/ms.exec(section)?.[1];
    const output = /^```text\n(.*?)^```/ms.exec(section)?.[1];
    if (code !== undefined && output !== undefined)
      examples.push({ title: section.split('\n')[0] ?? '', code, output });
  }
  return examples;
}

/** Runs a program and gives what it logs. */
async function run({ title, code }: Example): Promise<string> {
  mkdirSync(CACHE, { recursive: true });
  const outfile = resolve(CACHE, `${title.toLowerCase()}.mjs`);
  await build({
    stdin: { contents: code, loader: 'ts', resolveDir: PACKAGE },
    alias: { '@tfwarden/hcl': resolve(PACKAGE, 'src/index.ts') },
    outfile,
    bundle: true,
    format: 'esm',
    target: 'es2023',
    logLevel: 'silent',
  });
  const lines: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((...values: readonly unknown[]) => {
    lines.push(values.map((value) => (typeof value === 'string' ? value : inspect(value))).join(' '));
  });
  try {
    await import(pathToFileURL(outfile).href);
  } finally {
    log.mockRestore();
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

describe('the README', () => {
  const examples = readExamples();

  it('shows the five things people do', () => {
    expect(examples.map(({ title }) => title)).toEqual(['Parse', 'Walk', 'Evaluate', 'Edit', 'Report']);
  });

  for (const example of examples) {
    it(`tells what the example of "${example.title}" prints`, async () => {
      expect(await run(example)).toBe(example.output);
    });
  }
});
