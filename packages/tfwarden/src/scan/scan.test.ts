import { memoryFileSystem } from '@tfwarden/terraform';
import { expect, test } from 'vitest';
import type { FurtherChecks } from './further-checks.ts';
import type { Rule } from './rule.ts';
import { scan } from './scan.ts';
import { isIncomplete } from './scan-result.ts';
import { DEFAULT_SETTINGS } from './settings.ts';

const TABLE = 'resource "aws_dynamodb_table" "orders" {\n  hash_key = "id"\n}\n';
const RULE: Rule = {
  id: 'custom-custom-broken',
  provider: 'custom',
  service: 'custom',
  shortCode: 'broken',
  severity: 'LOW',
  status: 'stable',
  title: 'Never holds',
  why: '',
  impact: '',
  resolution: '',
  links: [],
  legacyIds: [],
  avdId: undefined,
  aliases: [],
  check: undefined,
};

/** Checks that fail for the roots of the folder given. */
function failingIn(directory: string): FurtherChecks {
  return {
    rules: [RULE],
    evaluate(evaluation) {
      if (evaluation.root.directory === directory) throw new Error('no luck');
      return { findings: [], defects: [] };
    },
  };
}

test('a root whose evaluation fails is a defect, and the others are scanned', async () => {
  const files = memoryFileSystem({ 'a/main.tf': TABLE, 'b/main.tf': TABLE });
  const result = await scan(files, ['.'], { settings: DEFAULT_SETTINGS, furtherChecks: [failingIn('a')] });
  expect(result.defects).toMatchObject([{ ruleId: undefined, address: 'a' }]);
  expect(isIncomplete(result)).toBe(true);
  expect(new Set(result.findings.map((found) => found.finding.range.file.name))).toEqual(new Set(['b/main.tf']));
});

test('unless defects must end the run', async () => {
  const settings = { ...DEFAULT_SETTINGS, checksMayPanic: true };
  const run = scan(memoryFileSystem({ 'a/main.tf': TABLE }), ['.'], { settings, furtherChecks: [failingIn('a')] });
  await expect(run).rejects.toThrow('no luck');
});

test('progress is told before each root', async () => {
  const told: string[] = [];
  await scan(memoryFileSystem({ 'a/main.tf': TABLE, 'b/main.tf': TABLE }), ['.'], {
    settings: DEFAULT_SETTINGS,
    onProgress: (done, total, directory) => void told.push(`${done}/${total} ${directory}`),
  });
  expect(told).toEqual(['0/2 a', '1/2 b']);
});

test('an excluded folder is no root and still a module', async () => {
  const files = memoryFileSystem({
    'main.tf': 'module "t" {\n  source = "./legacy"\n}\n',
    'legacy/main.tf': TABLE,
    'legacy/inner/main.tf': TABLE,
  });
  const settings = { ...DEFAULT_SETTINGS, isPathExcluded: (path: string) => path.split('/').includes('legacy') };
  const result = await scan(files, ['.'], { settings });
  expect(result.roots).toEqual(['.']);
  expect(result.counts.modules).toBe(2);
  expect(result.counts.failed).toBe(0);
  expect(new Set(result.findings.map((found) => found.suppression?.kind))).toEqual(new Set(['path']));
});

test('the same mistake through two roots is one finding with two instances', async () => {
  const call = 'module "t" {\n  source = "../t"\n}\n';
  const files = memoryFileSystem({ 'a/main.tf': call, 'b/main.tf': call, 't/main.tf': TABLE });
  const settings = { ...DEFAULT_SETTINGS, include: ['AWS086'] };
  const result = await scan(files, ['.'], { settings });
  const failed = result.findings.filter((found) => found.status === 'failed');
  expect(failed.map((found) => found.instances.length)).toEqual([2]);
  const each = await scan(files, ['.'], { settings: { ...settings, isUngrouped: true } });
  expect(each.findings.filter((found) => found.status === 'failed')).toHaveLength(2);
});

function callOf(name: string): string {
  return `module "${name}" {\n  source = "acme/${name}/aws"\n}\n`;
}

test('modules that are not installed are one message for each root, with count, names and what to run', async () => {
  const names = Array.from({ length: 11 }, (_, index) => `net${index}`);
  const files = memoryFileSystem({
    'orders/main.tf': names.map(callOf).join(''),
    'billing/main.tf': callOf('vault') + callOf('queue'),
    'audit/main.tf': callOf('log'),
  });
  const result = await scan(files, ['.'], { settings: DEFAULT_SETTINGS });
  expect(isIncomplete(result)).toBe(true);
  expect(result.diagnostics.map(({ severity, summary, detail }) => `${severity}: ${summary}: ${detail}`)).toEqual([
    'error: Module not installed: Module "log" comes from "acme/log/aws" and is not in .terraform/modules. Run "terraform init" in audit to install it. Its outputs are taken as unknown.',
    'error: 2 modules not installed: `module.vault`, `module.queue` are not in .terraform/modules. Run "terraform init" in billing to install them. Their outputs are taken as unknown.',
    'error: 11 modules not installed: `module.net0`, `module.net1`, `module.net2`, `module.net3`, `module.net4`, `module.net5`, `module.net6`, `module.net7` and 3 more are not in .terraform/modules. Run "terraform init" in orders to install them. Their outputs are taken as unknown.',
  ]);
});

test('syntax of a later Terraform is a warning and no gap; a slip of the pen is an error', async () => {
  const later = 'action "aws_lambda_invoke" "index" {}\nvariable "region" {\n  retired_after = "2027"\n}\n';
  const result = await scan(memoryFileSystem({ 'main.tf': `${later}${TABLE}` }), ['.'], { settings: DEFAULT_SETTINGS });
  expect(result.diagnostics.map(({ severity, summary }) => `${severity}: ${summary}`)).toEqual([
    'warning: Unsupported block type',
    'warning: Unsupported argument',
  ]);
  expect(isIncomplete(result)).toBe(false);
  expect(result.counts.resources).toBe(1);

  const called = { 'main.tf': 'resorce "a" "b" {}\nmodule "shop" {\n  source = "./shop"\n  size   = 1\n}\n' };
  const slips = await scan(memoryFileSystem({ ...called, 'shop/main.tf': TABLE }), ['.'], {
    settings: DEFAULT_SETTINGS,
  });
  expect(slips.diagnostics.map(({ severity, summary }) => `${severity}: ${summary}`)).toEqual([
    'error: Unsupported block type',
    'error: Unsupported argument',
  ]);
  expect(isIncomplete(slips)).toBe(true);
});
