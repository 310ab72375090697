import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { runCommand } from './run-command.ts';
import { temporaryFolder } from './temporary-folder.ts';

const TABLE = 'resource "aws_dynamodb_table" "orders" {\n  hash_key = "id"\n}\n';

async function run(files: Readonly<Record<string, string>>, ...args: string[]) {
  const outcome = await runCommand([...args, '-f', 'json', '--include-ignored'], {
    cwd: temporaryFolder({ 'main.tf': TABLE, ...files }),
  });
  const report: { readonly results: readonly Record<string, unknown>[] } =
    outcome.stdout === '' ? { results: [] } : JSON.parse(outcome.stdout);
  const statuses = Object.fromEntries(
    report.results.map((result) => [
      result['long_id'],
      `${String(result['status_name'])} ${String(result['severity'])}`,
    ]),
  );
  return { ...outcome, statuses };
}

const RECOVERY = 'aws-dynamodb-enable-recovery';
const KEY = 'aws-dynamodb-table-customer-key';

describe('keys', () => {
  test.each([
    [
      '.tfsec/config.yml',
      'severity_overrides:\n  AWS086: error\n  "AVD-AWS-0025": CRITICAL\n',
      { [RECOVERY]: 'failed HIGH', [KEY]: 'failed CRITICAL' },
    ],
    ['.tfsec/config.json', '{"exclude": ["AWS086"]}', { [RECOVERY]: 'ignored MEDIUM', [KEY]: 'failed LOW' }],
    ['.tfsec/config.yaml', 'include: [enable-recovery]', { [RECOVERY]: 'failed MEDIUM', [KEY]: 'ignored LOW' }],
    ['tfwarden.yaml', 'minimum_severity: MEDIUM', { [RECOVERY]: 'failed MEDIUM', [KEY]: 'ignored LOW' }],
    [
      'tfwarden.yml',
      'severity_overrides: { AWS086: LOW }\nminimum_severity: MEDIUM',
      { [RECOVERY]: 'ignored LOW', [KEY]: 'ignored LOW' },
    ],
    ['tfwarden.json', '{"exclude_path": ["main.tf"]}', { [RECOVERY]: 'ignored MEDIUM', [KEY]: 'ignored LOW' }],
    ['tfwarden.yaml', 'exclude: ["AWS086:2026-11-21"]', { [RECOVERY]: 'failed MEDIUM', [KEY]: 'failed LOW' }],
    ['tfwarden.yaml', 'exclude: ["AWS086:2026-11-22"]', { [RECOVERY]: 'ignored MEDIUM', [KEY]: 'failed LOW' }],
  ])('%s: %s', async (name, text, statuses) => {
    expect((await run({ [name]: text })).statuses).toEqual(statuses);
  });

  test('soft_fail, and the flag against it', async () => {
    expect((await run({ 'tfwarden.yaml': 'soft_fail: true' })).code).toBe(0);
    expect((await run({ 'tfwarden.yaml': 'soft_fail: true' }, '--soft-fail=false')).code).toBe(1);
  });

  test('lists of file and flags add up; a flag may lower the bar of the file', async () => {
    expect((await run({ 'tfwarden.yaml': 'exclude: [AWS086]' }, '-e', 'AWS092,AWS017')).code).toBe(0);
    expect((await run({ 'tfwarden.yaml': 'minimum_severity: CRITICAL' }, '-m', 'LOW')).statuses).toEqual({
      [RECOVERY]: 'failed MEDIUM',
      [KEY]: 'failed LOW',
    });
  });

  test('exclude_ignores', async () => {
    const files = {
      'main.tf': `#tfsec:ignore:AWS086\n${TABLE}`,
      '.tfsec/config.yml': 'exclude_ignores: [aws-dynamodb-*]',
    };
    expect((await run(files)).statuses[RECOVERY]).toBe('failed MEDIUM');
  });

  test('a file that is named wins over one that is found', async () => {
    const files = { 'tfwarden.yaml': 'exclude: [AWS086]', 'other.yaml': 'exclude: [AWS092]' };
    expect((await run(files, '--config-file', 'other.yaml')).statuses).toEqual({
      [RECOVERY]: 'failed MEDIUM',
      [KEY]: 'ignored LOW',
    });
  });

  test('keys with nothing behind them are not written', async () => {
    const yaml = 'exclude:\n#  - AWS086\nseverity_overrides:\nminimum_severity: ""\n';
    const both = { [RECOVERY]: 'failed MEDIUM', [KEY]: 'failed LOW' };
    expect((await run({ '.tfsec/config.yml': yaml })).statuses).toEqual(both);
    expect((await run({ '.tfsec/config.json': '{"exclude": null}' })).statuses).toEqual(both);
  });

  test('an empty file is an empty configuration', async () => {
    expect((await run({ 'tfwarden.yaml': '' })).code).toBe(1);
  });
});

describe('mistakes stop the run and say where they are', () => {
  test.each([
    ['tfwarden.yaml', 'exclude: AWS086\n', 'tfwarden.yaml:1:10', 'Expected a list for `exclude`'],
    ['tfwarden.yaml', 'exclud: [AWS086]\n', 'tfwarden.yaml:1:1', 'Did you mean `exclude`?'],
    [
      'tfwarden.yaml',
      'minimum_severity: urgent\n',
      'tfwarden.yaml:1:19',
      'Expected CRITICAL, HIGH, MEDIUM or LOW, found "urgent"',
    ],
    ['tfwarden.yaml', 'severity_overrides:\n  AWS086: soon\n', 'tfwarden.yaml:2:11', 'found "soon"'],
    ['tfwarden.yaml', 'exclude:\n  - AWS086:someday\n', 'tfwarden.yaml:2:5', 'Expected `ID` or `ID:YYYY-MM-DD`'],
    ['tfwarden.yaml', 'exclude: [AWS086\n', 'tfwarden.yaml:', 'Not valid YAML'],
    ['tfwarden.json', '{"exclude": ["AWS086",}', 'tfwarden.json:1:', 'Not valid JSON'],
    ['tfwarden.json', '["AWS086"]', 'tfwarden.json:1:1', 'Expected a mapping'],
    ['tfwarden.json', '{"exclude": ["AWS086"],}', 'tfwarden.json:1:24', 'Unexpected `}`.'],
    ['tfwarden.yaml', 'exclude: [a]\nexclude: [b]\n', 'tfwarden.yaml:1:1', 'The key `exclude` is written again below'],
    ['.tfsec/config.json', '{"exclude": ["a"], "exclude": []}', '.tfsec/config.json:1:2', 'A key is written twice'],
    ['.tfsec/config.yml', 'exclude: []\n---\ninclude: []\n', '.tfsec/config.yml:1', 'Expected one document'],
    ['tfwarden.yaml', 'min_required_version: v99.0.0\n', 'tfwarden.yaml:1:23', 'Expected tfwarden v99.0.0 or newer'],
    ['.tfsec/config.yml', 'min_required_version: v1.29.0\n', '.tfsec/config.yml:1:23', 'stands for tfsec 1.28.13'],
  ])('%s: %s', async (name, text, place, words) => {
    const outcome = await run({ [name]: text });
    expect(outcome.code).toBe(3);
    expect(outcome.stdout).toBe('');
    expect(outcome.stderr).toContain(place);
    expect(outcome.stderr).toContain(words);
  });

  test('a file that is named and missing', async () => {
    const outcome = await run({}, '--config-file', 'nowhere.yaml');
    expect(outcome.code).toBe(3);
    expect(outcome.stderr).toContain('the configuration `nowhere.yaml` cannot be read');
  });

  test('a file that is found is named from the working directory', async () => {
    const cwd = temporaryFolder({ 'live/main.tf': TABLE, 'live/.tfsec/config.yml': 'exclude: 1\n' });
    expect((await runCommand(['live'], { cwd })).stderr).toContain('--> live/.tfsec/config.yml:1:10');
  });

  test('an ending that says nothing', async () => {
    expect((await run({ 'config.toml': '' }, '--config-file', 'config.toml')).stderr).toContain(
      'should end in .json, .yml or .yaml',
    );
  });
});

describe('what only deserves a warning', () => {
  test('an unknown key in a file of tfsec', async () => {
    const outcome = await run({ '.tfsec/config.yml': 'exclud: [AWS086]\n' });
    expect(outcome.code).toBe(1);
    expect(outcome.stderr).toContain('warning[config/unknown-key]');
  });

  test('an id that no check has', async () => {
    const outcome = await run({ 'tfwarden.yaml': 'exclude: [AWS086, enable-recovry]\n' });
    expect(outcome.code).toBe(2);
    expect(outcome.stderr).toContain('No check matches `enable-recovry`. Did you mean `enable-recovery`?');
  });

  test('a version that tfsec could not read either', async () => {
    expect((await run({ '.tfsec/config.yml': 'min_required_version: latest\n' })).code).toBe(1);
  });
});

test('an alias bomb is refused', async () => {
  const lines = ['a: &a [x, x, x, x, x, x, x, x, x, x]'];
  for (let index = 1; index < 9; index++) {
    const before = String.fromCharCode(96 + index);
    const name = String.fromCharCode(97 + index);
    lines.push(`${name}: &${name} [${Array(10).fill(`*${before}`).join(', ')}]`);
  }
  const outcome = await run({ '.tfsec/config.yml': `${lines.join('\n')}\n` });
  expect(outcome.code).toBe(3);
  expect(outcome.stderr).toContain('expands to more values than are allowed');
});

async function schemaOf(...args: string[]): Promise<object> {
  return JSON.parse((await runCommand(['config', 'schema', ...args], { cwd: temporaryFolder() })).stdout);
}

describe('the command config', () => {
  test('validate', async () => {
    const good = await runCommand(['config', 'validate'], {
      cwd: temporaryFolder({ 'tfwarden.yaml': 'exclude: [AWS086]\n' }),
    });
    expect([good.code, good.stdout]).toEqual([0, 'tfwarden.yaml is valid.\n']);
    const bad = await runCommand(['config', 'validate'], {
      cwd: temporaryFolder({ 'tfwarden.yaml': 'exclude: 1\n' }),
    });
    expect(bad.code).toBe(3);
  });

  test('validate knows the custom checks of the folder', async () => {
    const check =
      'checks:\n- {code: NAME1, description: d, severity: LOW, requiredTypes: [resource], requiredLabels: ["*"], matchSpec: {action: isPresent, name: tags}}\n';
    const files = { '.tfsec/a_tfchecks.yaml': check, 'tfwarden.yaml': 'exclude: [custom-custom-name1]\n' };
    const outcome = await runCommand(['config', 'validate'], { cwd: temporaryFolder(files) });
    expect(outcome).toEqual({ code: 0, stdout: 'tfwarden.yaml is valid.\n', stderr: '' });
  });

  test('schema knows every key', async () => {
    const { stdout } = await runCommand(['config', 'schema'], { cwd: temporaryFolder() });
    const schema: { readonly properties: Readonly<Record<string, unknown>> } = JSON.parse(stdout);
    expect(Object.keys(schema.properties)).toContain('severity_overrides');
    const { CONFIG_KEYS } = await import('../src/configuration/config-schema.ts');
    expect(Object.keys(schema.properties)).toEqual([...CONFIG_KEYS]);
  });

  test('both schemas are JSON Schema, and take what the reader takes', async () => {
    const ajv = new Ajv({ strict: false });
    const isConfig = ajv.compile(await schemaOf());
    expect(isConfig({ exclude: ['AWS086'], severity_overrides: { AWS017: 'LOW' }, soft_fail: true })).toBe(true);
    expect(isConfig({ exclude: 'AWS086' })).toBe(false);
    const isChecks = ajv.compile(await schemaOf('checks'));
    const check = {
      code: 'A1',
      description: 'd',
      severity: 'HIGH',
      requiredTypes: ['resource'],
      requiredLabels: ['*'],
      matchSpec: { action: 'and', predicateMatchSpec: [{ action: 'isPresent', name: 'tags' }] },
    };
    expect(isChecks({ checks: [check] })).toBe(true);
    expect(isChecks({ checks: [{ ...check, matchSpec: { action: 'nope' } }] })).toBe(false);
  });
});

test('a configuration leads nowhere outside of the boundary', async () => {
  const root = temporaryFolder({ 'secret.txt': 'hunter2: x\n- y', 'rules/x_tfchecks.yaml': 'hunter2: [' });
  for (const [key, value] of [
    ['baseline', '../secret.txt'],
    ['baseline', 'link.json'],
    ['var_file', '[../secret.txt]'],
    ['custom_check_dir', '../rules'],
  ]) {
    const cwd = join(root, 'repo');
    mkdirSync(cwd, { recursive: true });
    writeFileSync(join(cwd, 'main.tf'), TABLE);
    writeFileSync(join(cwd, 'tfwarden.yaml'), `${key}: ${value}\n`);
    rmSync(join(cwd, 'link.json'), { force: true });
    symlinkSync('../secret.txt', join(cwd, 'link.json'));
    const outcome = await runCommand([], { cwd });
    expect(outcome.stdout + outcome.stderr).not.toContain('hunter2');
  }
});

describe('the baseline', () => {
  test('known findings do not fail the run, also when lines move and files are renamed', async () => {
    const cwd = temporaryFolder({ 'main.tf': TABLE });
    const written = await runCommand(['--write-baseline', 'baseline.json'], { cwd });
    expect(written.code).toBe(0);
    const baseline = readFileSync(join(cwd, 'baseline.json'), 'utf8');
    expect(JSON.parse(baseline).findings).toHaveLength(2);

    const moved = temporaryFolder({ 'tables.tf': `# moved\n\n${TABLE}`, 'baseline.json': baseline });
    expect((await runCommand(['--baseline', 'baseline.json'], { cwd: moved })).code).toBe(0);

    const more = temporaryFolder({ 'main.tf': TABLE + TABLE.replace('orders', 'carts'), 'baseline.json': baseline });
    const outcome = await runCommand(['--baseline', 'baseline.json', '-f', 'csv'], { cwd: more });
    expect(outcome.code).toBe(1);
    expect(outcome.stdout.split('\n').filter((line) => line.includes('carts'))).toHaveLength(2);
    expect(outcome.stdout).not.toContain('orders');
  });

  test('it shrinks by itself and says so', async () => {
    const cwd = temporaryFolder({ 'main.tf': TABLE });
    await runCommand(['--write-baseline', 'baseline.json'], { cwd });
    const baseline = readFileSync(join(cwd, 'baseline.json'), 'utf8');
    const mended = temporaryFolder({
      'main.tf': TABLE.replace('}', '  point_in_time_recovery {\n    enabled = true\n  }\n}'),
      'baseline.json': baseline,
    });
    const outcome = await runCommand(['--baseline', 'baseline.json'], { cwd: mended });
    expect(outcome.stderr).toBe('tfwarden: 1 finding of the baseline is gone; removed from baseline.json\n');
    expect(JSON.parse(readFileSync(join(mended, 'baseline.json'), 'utf8')).findings).toHaveLength(1);
  });

  test('it does not shrink when the scan was incomplete', async () => {
    const cwd = temporaryFolder({ 'main.tf': TABLE });
    await runCommand(['--write-baseline', 'baseline.json'], { cwd });
    const baseline = readFileSync(join(cwd, 'baseline.json'), 'utf8');
    const broken = temporaryFolder({ 'main.tf': 'resource "aws" {', 'baseline.json': baseline });
    await runCommand(['--baseline', 'baseline.json'], { cwd: broken });
    expect(readFileSync(join(broken, 'baseline.json'), 'utf8')).toBe(baseline);
  });

  test('it does not shrink when the run looks at something else', async () => {
    const carts = TABLE.replace('orders', 'carts');
    const cwd = temporaryFolder({ '.git/HEAD': '', 'orders/main.tf': TABLE, 'carts/main.tf': carts });
    await runCommand(['--write-baseline', 'baseline.json'], { cwd });
    const baseline = readFileSync(join(cwd, 'baseline.json'), 'utf8');
    expect(JSON.parse(baseline).scope).toEqual(['path .']);
    const outcome = await runCommand(['carts', '--baseline', 'baseline.json'], { cwd });
    expect(outcome.code).toBe(0);
    expect(outcome.stderr).toContain('2 findings of the baseline are not in this scan; baseline.json stays as it is');
    await runCommand(['--baseline', 'baseline.json', '--exclude-path', 'carts'], { cwd });
    expect(readFileSync(join(cwd, 'baseline.json'), 'utf8')).toBe(baseline);
  });

  test('a broken one stops the run', async () => {
    const cwd = temporaryFolder({ 'main.tf': TABLE, 'baseline.json': '{"version": 1, "findings": [{}]}' });
    const outcome = await runCommand(['--baseline', 'baseline.json'], { cwd });
    expect(outcome.code).toBe(3);
    expect(outcome.stderr).toContain('baseline.json:1:29');
    expect((await runCommand(['--baseline', 'nowhere.json'], { cwd })).code).toBe(3);
  });
});
