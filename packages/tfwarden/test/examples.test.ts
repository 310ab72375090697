import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { runCommand } from './run-command.ts';

// What is found in examples/, one file for each check, so that a new check adds a file and changes none.
// `UPDATE_GOLDEN=1 npx vitest run packages/tfwarden/test/examples.test.ts` writes them anew; judge every line of the diff from the example.
const REPOSITORY = fileURLToPath(new URL('../../../', import.meta.url));
const EXPECTED = fileURLToPath(new URL('../testdata/examples', import.meta.url));
const EXAMPLES = [
  'dynamodb',
  'invoices',
  'invoices-hardened',
  'orders',
  'orders-hardened',
  'telemetry',
  'telemetry-hardened',
];
const isUpdate = process.env['UPDATE_GOLDEN'] !== undefined;

interface Report {
  readonly results: readonly {
    readonly long_id: string;
    readonly status_name: string;
    readonly description: string;
    readonly location: { readonly path: string; readonly start_line: number };
    readonly instances: readonly string[];
  }[];
  readonly diagnostics: readonly { readonly summary: string; readonly detail: string }[];
  readonly summary: { readonly complete: boolean; readonly counts: Readonly<Record<string, number>> };
}

async function scan(example: string): Promise<Report> {
  const flags = ['--include-ignored', '--undetermined', '--format', 'json'];
  const { stdout } = await runCommand([`examples/${example}`, ...flags], { cwd: REPOSITORY });
  return JSON.parse(stdout);
}

/** One line for each result and an indented one for each address, `×2` where two roots have the same. */
function describeByCheck(report: Report): ReadonlyMap<string, string> {
  const byCheck = new Map<string, string>();
  for (const { long_id: id, status_name: status, description, location, instances } of report.results) {
    const counts = new Map<string, number>();
    for (const address of instances) counts.set(address, (counts.get(address) ?? 0) + 1);
    const addresses = [...counts].map(([address, count]) => `  ${address}${count > 1 ? ` ×${count}` : ''}\n`);
    const text = `${status} ${location.path}:${location.start_line} ${description}\n${addresses.join('')}`;
    byCheck.set(id, (byCheck.get(id) ?? '') + text);
  }
  return byCheck;
}

const reports = new Map(await Promise.all(EXAMPLES.map(async (name) => [name, await scan(name)] as const)));

describe.each([...reports])('examples/%s', (name, report) => {
  const folder = join(EXPECTED, name);
  const found = describeByCheck(report);

  test('is read as a whole, without a problem', () => {
    expect(report.diagnostics).toEqual([]);
    expect(report.summary.complete).toBe(true);
  });

  test.each([...found])('%s', (id, text) => {
    const path = join(folder, `${id}.txt`);
    if (isUpdate) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(path, text);
    }
    expect(existsSync(path), `${path} exists`).toBe(true);
    expect(text).toBe(readFileSync(path, 'utf8'));
  });

  test('nothing that is expected is missing', () => {
    expect([...found.keys()].map((id) => `${id}.txt`).toSorted()).toEqual(
      existsSync(folder) ? readdirSync(folder).toSorted() : [],
    );
  });
});

test.each([
  ['invoices', { roots: 1, modules: 3, resources: 20 }, { failed: 30, ignored: 0, undetermined: 0 }],
  ['orders', { roots: 10, modules: 121, resources: 906 }, { failed: 179, ignored: 5, undetermined: 2 }],
  ['telemetry', { roots: 1, modules: 3, resources: 16 }, { failed: 34, ignored: 0, undetermined: 0 }],
])('%s has the size and as many findings as its description promises', (name, size, totals) => {
  expect(reports.get(name)?.summary.counts).toMatchObject({ ...size, ...totals });
});

// Whatever is found here is a mistake of the check.
test.each([
  ['invoices-hardened', { roots: 1, modules: 3, resources: 25 }, 0],
  ['orders-hardened', { roots: 5, modules: 67, resources: 519 }, 3],
  ['telemetry-hardened', { roots: 1, modules: 4, resources: 18 }, 0],
])('%s has no finding, and none that a comment ignores', (name, size, undetermined) => {
  expect(reports.get(name)?.summary.counts).toMatchObject({ ...size, failed: 0, ignored: 0, undetermined });
});
