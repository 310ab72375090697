import { existsSync, lstatSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCommand } from './run-command.ts';
import type { RunOptions, RunOutcome } from './run-in-process.ts';
import { GOOD_TABLE, TABLE } from './tables.ts';
import { temporaryFolder } from './temporary-folder.ts';

const ONLY_LOW = GOOD_TABLE.replace(/ {2}server_side_encryption \{[^}]*\}\n/, '');

/** Ids of what failed, in report order. */
async function failedIds(args: readonly string[], options: RunOptions): Promise<readonly string[]> {
  const { stdout, stderr } = await runCommand([...args, '--format', 'json'], options);
  if (stdout === '') throw new Error(stderr);
  const report: { readonly results: readonly { readonly long_id: string; readonly status: number }[] } =
    JSON.parse(stdout);
  return report.results.filter((result) => result.status === 0).map((result) => result.long_id);
}

async function scanOf(files: Readonly<Record<string, string>>, ...args: string[]): Promise<RunOutcome> {
  return runCommand(args, { cwd: temporaryFolder(files) });
}

describe('exit codes', () => {
  test.each([
    ['nothing to report', { 'main.tf': GOOD_TABLE }, [], 0],
    ['a finding of MEDIUM', { 'main.tf': TABLE }, [], 1],
    ['only LOW findings', { 'main.tf': ONLY_LOW }, [], 2],
    ['softly', { 'main.tf': TABLE }, ['--soft-fail'], 0],
    ['softly, where the scan is incomplete', { 'main.tf': TABLE, 'broken.tf': 'resource "a" {' }, ['-s'], 4],
    ['softly, switched off', { 'main.tf': TABLE }, ['--soft-fail=false'], 1],
    ['no configuration at all', { 'README.md': '' }, [], 0],
    ['a file that does not parse', { 'main.tf': GOOD_TABLE, 'broken.tf': 'resource "a" {' }, [], 4],
    ['the same, accepted', { 'main.tf': GOOD_TABLE, 'broken.tf': 'resource "a" {' }, ['--ignore-hcl-errors'], 0],
    ['findings weigh more than gaps', { 'main.tf': TABLE, 'broken.tf': 'resource "a" {' }, [], 1],
    ['a missing module', { 'main.tf': 'module "x" {\n  source = "./x"\n}\n' }, [], 4],
    ['everything ignored', { 'main.tf': `#tfsec:ignore:*\n${TABLE}` }, [], 0],
    ['everything excluded', { 'main.tf': TABLE }, ['-e', 'AWS086,AWS092'], 0],
    ['below the minimum', { 'main.tf': ONLY_LOW }, ['-m', 'WARNING'], 0],
    ['an unknown flag', { 'main.tf': TABLE }, ['--no-such-flag'], 3],
    ['no such folder', { 'main.tf': TABLE }, ['nowhere'], 3],
    ['a missing variable file', { 'main.tf': TABLE }, ['--var-file', 'no.tfvars'], 3],
    ['Rego', { 'main.tf': TABLE }, ['--rego-only'], 3],
    ['a help', {}, ['--help'], 0],
    ['a version', {}, ['--version'], 0],
    ['a version with a wrong flag', {}, ['--version', '--no-such-flag'], 3],
    ['texts without anything in them', { 'main.tf': TABLE }, ['-m', '', '--config-file=', '--out', '', '-e', ''], 1],
    ['statistics', { 'main.tf': TABLE }, ['--run-statistics'], 0],
    ['statistics as csv', { 'main.tf': TABLE }, ['--run-statistics', '-f', 'csv'], 3],
    ['words of tfsec 0.39', { 'main.tf': ONLY_LOW }, ['--detailed-exit-code', '--ignore-info'], 0],
  ])('%s', async (_name, files, args, code) => {
    expect((await scanOf(files, ...args)).code).toBe(code);
  });
});

describe('streams', () => {
  test('the report is on stdout, everything else on stderr', async () => {
    const outcome = await scanOf({ 'main.tf': TABLE, 'broken.tf': 'resource "a" {' }, '-f', 'json');
    expect(() => JSON.parse(outcome.stdout)).not.toThrow();
    expect(outcome.stderr).toContain('broken.tf:1');
  });

  test('colour only on a terminal, and never against NO_COLOR', async () => {
    const cwd = temporaryFolder({ 'main.tf': TABLE });
    const hasColour = async (args: readonly string[], options: Partial<RunOptions>): Promise<boolean> =>
      (await runCommand(args, { cwd, ...options })).stdout.includes('\u001b[');
    expect(await hasColour([], {})).toBe(false);
    expect(await hasColour([], { isTerminal: true })).toBe(true);
    expect(await hasColour([], { isTerminal: true, env: { NO_COLOR: '1' } })).toBe(false);
    expect(await hasColour([], { isTerminal: true, env: { TERM: 'dumb' } })).toBe(false);
    expect(await hasColour(['--no-colour'], { isTerminal: true, env: { FORCE_COLOR: '1' } })).toBe(false);
    expect(await hasColour([], { env: { FORCE_COLOR: '1' } })).toBe(true);
    expect(await hasColour(['-f', 'text'], { isTerminal: true })).toBe(false);
  });

  test('with colour, code is painted instead of standing in backticks', async () => {
    const cwd = temporaryFolder({ 'main.tf': TABLE });
    const painted = await runCommand([], { cwd, env: { FORCE_COLOR: '1' } });
    expect(painted.stdout).toContain('\u001b[36maws_dynamodb_table.orders\u001b[39m');
    expect((await runCommand([], { cwd })).stdout).toContain('`aws_dynamodb_table.orders`');
  });

  test('a mistyped command is not only a missing folder', async () => {
    const outcome = await scanOf({}, 'explian', 'AWS086');
    expect(outcome.stderr).toContain('did you mean the command `explain`?');
  });

  test('a folder may be named as a command is', async () => {
    const files = { 'config/main.tf': TABLE };
    expect((await scanOf(files, 'config')).stderr).toContain('to scan a folder named `config`, write `./config`');
    expect((await scanOf(files, './config')).code).toBe(1);
  });

  test('a folder of custom checks that is named and missing is told', async () => {
    const outcome = await scanOf({ 'main.tf': TABLE }, '--custom-check-dir', 'rules');
    expect([outcome.code, outcome.stderr]).toEqual([
      1,
      'tfwarden: there is no folder `rules` with custom checks; the scan goes on without them\n',
    ]);
  });
});

describe('selection', () => {
  const files = { 'main.tf': TABLE };

  test.each([
    [['-e', 'AWS086'], ['aws-dynamodb-table-customer-key']],
    [['--exclude', 'AVD-AWS-0025'], ['aws-dynamodb-enable-recovery']],
    [['-e', 'table-customer-key,enable-*'], []],
    [['--include', 'CKV_AWS_28'], ['aws-dynamodb-enable-recovery']],
    [['--filter-results', 'aws-dynamodb-*', '-e', 'AWS086'], ['aws-dynamodb-table-customer-key']],
    [['-m', 'medium'], ['aws-dynamodb-enable-recovery']],
    [['--exclude-path', 'main.tf'], []],
  ])('%j', async (args, ids) => {
    expect(await failedIds(args, { cwd: temporaryFolder(files) })).toEqual(ids);
  });

  test('what is left out counts as ignored and can be shown', async () => {
    const { stdout } = await scanOf(files, '-e', 'AWS086', '--include-ignored', '-f', 'json');
    const report: { readonly results: readonly Record<string, unknown>[] } = JSON.parse(stdout);
    expect(report.results.map((result) => [result['long_id'], result['status']])).toEqual([
      ['aws-dynamodb-enable-recovery', 2],
      ['aws-dynamodb-table-customer-key', 0],
    ]);
    expect(report.results[0]?.['suppression']).toEqual({ kind: 'excluded', reason: 'the check is excluded' });
  });

  test('an id that no check has is pointed out', async () => {
    expect((await scanOf(files, '-e', 'AWS08')).stderr).toContain('`--exclude`: no check matches `AWS08`');
  });

  test('an exclusion may end: its last day still counts', async () => {
    const cwd = temporaryFolder(files);
    const args = ['-e', 'AWS086:2026-11-22'];
    expect(await failedIds(args, { cwd, today: '2026-11-22' })).toEqual(['aws-dynamodb-table-customer-key']);
    expect(await failedIds(args, { cwd, today: '2026-11-23' })).toHaveLength(2);
  });

  test('--no-ignores and --exclude-ignores take the effect off comments', async () => {
    const cwd = temporaryFolder({ 'main.tf': `#tfsec:ignore:AWS086\n${TABLE}` });
    expect(await failedIds([], { cwd })).toEqual(['aws-dynamodb-table-customer-key']);
    expect(await failedIds(['--no-ignores'], { cwd })).toHaveLength(2);
    expect(await failedIds(['-E', 'aws-dynamodb-enable-recovery'], { cwd })).toHaveLength(2);
    expect(await failedIds(['-E', 'AWS017'], { cwd })).toHaveLength(1);
  });

  test('every folder is a root when asked for', async () => {
    const cwd = temporaryFolder({
      'main.tf': 'module "t" {\n  source = "./t"\n  recovery = true\n}\n',
      't/main.tf': `variable "recovery" {\n  default = false\n}\n${GOOD_TABLE.replace('enabled = true\n  }\n}', 'enabled = var.recovery\n  }\n}')}`,
    });
    expect(await failedIds([], { cwd })).toEqual([]);
    expect(await failedIds(['--force-all-dirs'], { cwd })).toEqual(['aws-dynamodb-enable-recovery']);
  });
});

describe('variables', () => {
  const files = {
    'main.tf': `variable "pitr" {\n  default = true\n}\n${GOOD_TABLE.replace('enabled = true\n  }\n}', 'enabled = var.pitr\n  }\n}')}`,
    'off.tfvars': 'pitr = false\n',
    'on.tfvars': 'pitr = true\n',
  };
  const off = ['aws-dynamodb-enable-recovery'];

  test.each([
    [[], {}, []],
    [['--var', 'pitr=false'], {}, off],
    [['--var-file', 'off.tfvars'], {}, off],
    [['--tfvars-file=off.tfvars,on.tfvars'], {}, []],
    [['--tfvars-file', 'on.tfvars', '--var-file', 'off.tfvars'], {}, off],
    [['--var-file', 'off.tfvars', '--var', 'pitr=true'], {}, []],
    [[], { TF_VAR_pitr: 'false' }, off],
    [['--var-file', 'on.tfvars'], { TF_VAR_pitr: 'false' }, []],
    [[], { TFSEC_VAR_FILE: 'off.tfvars' }, off],
  ])('%j %j', async (args, env, ids) => {
    expect(await failedIds(args, { cwd: temporaryFolder(files), env })).toEqual(ids);
  });

  test('terraform.tfvars loads by itself, unless it must not', async () => {
    const cwd = temporaryFolder({ ...files, 'terraform.tfvars': 'pitr = false\n' });
    expect(await failedIds([], { cwd })).toEqual(off);
    expect(await failedIds(['--no-auto-tfvars'], { cwd })).toEqual([]);
  });

  test('a variable file that the person names may lie outside of the boundary, one of the configuration may not', async () => {
    const root = temporaryFolder({ ...files, 'orders/main.tf': files['main.tf'], 'main.tf': '' });
    const run = async (...args: string[]) => runCommand(['-f', 'csv', 'orders', ...args], { cwd: root });
    expect((await run('--var-file', 'off.tfvars')).stdout).toContain(off[0]);
    expect((await run('--tfvars-file', join(root, 'on.tfvars'))).stdout).not.toContain(off[0]);
    expect((await run('--var-file', 'nowhere.tfvars')).stderr).toContain('cannot be read: no such file');
    writeFileSync(join(root, 'orders/tfwarden.yaml'), 'var_file: [../off.tfvars]\n');
    const outcome = await run();
    expect(outcome.code).toBe(3);
    expect(outcome.stderr).toContain('of the configuration is outside the boundary');
  });
});

describe('reports in files', () => {
  test('one format takes the name as it is', async () => {
    const cwd = temporaryFolder({ 'main.tf': TABLE });
    const outcome = await runCommand(['-f', 'json', '--out', 'reports/scan.json'], { cwd });
    expect(outcome.stdout).toBe('');
    expect(outcome.stderr).toBe('1 file(s) written: reports/scan.json\n');
    expect(JSON.parse(readFileSync(join(cwd, 'reports/scan.json'), 'utf8'))).toHaveProperty('results');
  });

  test('several get the endings of tfsec, and the one for people is shown too', async () => {
    const cwd = temporaryFolder({ 'main.tf': TABLE });
    const outcome = await runCommand(
      ['-f', 'default,json,csv,checkstyle,junit,sarif,text,markdown,html', '-O', 'out'],
      { cwd, env: { FORCE_COLOR: '1' } },
    );
    expect(readdirSync(cwd).toSorted()).toEqual([
      'main.tf',
      'out.checkstyle.xml',
      'out.csv',
      'out.default.txt',
      'out.html',
      'out.json',
      'out.junit',
      'out.markdown',
      'out.sarif.json',
      'out.text',
    ]);
    expect(outcome.stdout).toContain('\u001b[');
    expect(readFileSync(join(cwd, 'out.default.txt'), 'utf8')).not.toContain('\u001b[');
  });

  test('several without --out are refused', async () => {
    expect((await scanOf({ 'main.tf': TABLE }, '-f', 'json,csv')).code).toBe(3);
  });

  test('a path that cannot be written leaves nothing behind', async () => {
    const cwd = temporaryFolder({ 'main.tf': TABLE, taken: 'a file' });
    const outcome = await runCommand(['-f', 'json', '-O', 'taken/report.json'], { cwd });
    expect(outcome.code).toBe(3);
    expect(outcome.stderr).toContain('the report could not be written to `taken/report.json`');
    expect(readdirSync(cwd).toSorted()).toEqual(['main.tf', 'taken']);
  });

  test('a folder is refused; a link stays one, also to a device', async () => {
    const cwd = temporaryFolder({ 'main.tf': TABLE, 'reports/last.csv': 'old', 'folder/x': '' });
    symlinkSync('reports/last.csv', join(cwd, 'last.csv'));
    symlinkSync('/dev/null', join(cwd, 'nowhere'));
    expect((await runCommand(['-f', 'csv', '-O', 'last.csv'], { cwd })).code).toBe(1);
    expect(readFileSync(join(cwd, 'reports/last.csv'), 'utf8')).toContain('main.tf');
    expect((await runCommand(['-f', 'csv', '-O', 'nowhere'], { cwd })).code).toBe(1);
    expect(lstatSync(join(cwd, 'nowhere')).isSymbolicLink()).toBe(true);
    const refused = await runCommand(['-f', 'csv', '-O', 'folder'], { cwd });
    expect([refused.code, refused.stderr]).toEqual([
      3,
      'tfwarden: the report could not be written to `folder`: it is a folder\n',
    ]);
  });

  test('the json of tfsec 0.39', async () => {
    const { stdout } = await scanOf({ 'main.tf': ONLY_LOW }, '-f', 'json', '--tfsec-compat', '0.39');
    const report: { readonly results: readonly Record<string, unknown>[] } = JSON.parse(stdout);
    expect(report.results[0]).toMatchObject({ rule_id: 'AWS092', severity: 'INFO', passed: false });
    const empty = await scanOf({ 'main.tf': GOOD_TABLE }, '-f', 'json', '--tfsec-compat', '0.39');
    expect(JSON.parse(empty.stdout)).toEqual({ results: null });
  });
});

describe('the boundary', () => {
  test('nothing of a file outside appears anywhere', async () => {
    const root = temporaryFolder({
      'secret.txt': 'hunter2-outside',
      'secret.tf': 'resource "aws_dynamodb_table" "stolen" {}\n',
      'repo/main.tf': 'locals {\n  text = file("../secret.txt")\n}\nmodule "up" {\n  source = "../"\n}\n',
    });
    symlinkSync(join(root, 'secret.tf'), join(root, 'repo/linked.tf'));
    for (const format of ['lovely', 'json', 'sarif', 'html']) {
      const outcome = await runCommand(['-f', format, '--undetermined'], { cwd: join(root, 'repo') });
      const all = outcome.stdout + outcome.stderr;
      expect(all).not.toContain('hunter2');
      expect(all).not.toContain('stolen');
      expect(outcome.code).toBe(4);
    }
  });

  test('the repository around the folder is inside', async () => {
    const root = temporaryFolder({
      '.git/HEAD': '',
      'live/main.tf': 'module "t" {\n  source = "../modules/t"\n}\n',
      'modules/t/main.tf': TABLE,
    });
    expect(await failedIds([], { cwd: join(root, 'live') })).toHaveLength(2);
    expect((await runCommand(['--boundary', '.'], { cwd: join(root, 'live') })).code).toBe(4);
  });

  test('--boundary widens it', async () => {
    const root = temporaryFolder({
      'live/main.tf': 'module "t" {\n  source = "../modules/t"\n}\n',
      'modules/t/main.tf': TABLE,
    });
    expect(await failedIds(['--boundary', '..'], { cwd: join(root, 'live') })).toHaveLength(2);
  });
});

test('paths of several repositories are not mixed', async () => {
  const root = temporaryFolder({ 'a/.git/HEAD': '', 'a/main.tf': TABLE, 'b/.git/HEAD': '', 'b/main.tf': TABLE });
  const outcome = await runCommand(['a', 'b'], { cwd: root });
  expect(outcome.code).toBe(3);
  expect(await failedIds(['a', 'b', '--boundary', '.'], { cwd: root })).toHaveLength(4);
  expect(existsSync(join(root, 'a'))).toBe(true);
});

test('--debug says on stderr what was read and decided, without values', async () => {
  const cwd = temporaryFolder({ 'main.tf': `variable "key" {}\n#tfsec:ignore:AWS086 a cache\n${TABLE}` });
  const outcome = await runCommand(['--debug', '--var', 'key=hunter2'], { cwd });
  expect(outcome.stderr).toContain('debug: read main.tf\n');
  expect(outcome.stderr).toContain('debug: variable key given\n');
  expect(outcome.stderr).toContain(
    'debug: left out aws-dynamodb-enable-recovery at main.tf:3: comment in main.tf:2: a cache\n',
  );
  expect(outcome.stderr + outcome.stdout).not.toContain('hunter2');
});

test('what a person states of data sources is used', async () => {
  const table = TABLE.replace('{', '{\n  count = data.aws_region.current.name == "eu-west-1" ? 1 : 0');
  const files = { 'main.tf': `data "aws_region" "current" {}\n${table}` };
  const isFound = async (args: readonly string[], more: Readonly<Record<string, string>> = {}): Promise<boolean> => {
    const outcome = await runCommand(args, { cwd: temporaryFolder({ ...files, ...more }) });
    return outcome.stdout.includes('aws-dynamodb-enable-recovery');
  };
  expect(await isFound(['--data', 'data.aws_region.current={name="eu-west-1"}'])).toBe(true);
  expect(await isFound(['--data', 'data.aws_region.current={name="eu-north-1"}'])).toBe(false);
  const config = { 'tfwarden.yaml': 'data:\n  data.aws_region:\n    name: eu-north-1\n' };
  expect(await isFound([], config)).toBe(false);
  expect(await isFound(['--data=data.aws_region={"name":"eu-west-1"}'], config)).toBe(true);
});

test('findings in downloaded modules can be left out', async () => {
  const cwd = temporaryFolder({
    'main.tf': 'module "t" {\n  source  = "acme/table/aws"\n  version = "1.0.0"\n}\n',
    '.terraform/modules/modules.json': JSON.stringify({
      Modules: [
        { Key: '', Source: '', Dir: '.' },
        { Key: 't', Source: 'registry.terraform.io/acme/table/aws', Version: '1.0.0', Dir: '.terraform/modules/t' },
      ],
    }),
    '.terraform/modules/t/main.tf': TABLE,
  });
  expect(await failedIds([], { cwd })).toHaveLength(2);
  expect(await failedIds(['--exclude-downloaded-modules'], { cwd })).toEqual([]);
});

test('a path that does not exist among others: the rest is scanned, the exit code tells', async () => {
  const cwd = temporaryFolder({ 'good/main.tf': GOOD_TABLE, 'bad/main.tf': TABLE });
  const outcome = await runCommand(['good', 'nowhere', '--boundary', '.'], { cwd });
  expect([outcome.code, outcome.stderr]).toEqual([
    3,
    'tfwarden: there is no file or folder `nowhere`; the rest is scanned\n',
  ]);
  expect(outcome.stdout).toContain('Scanned 1 root');
  expect((await runCommand(['bad', 'nowhere', '--boundary', '.'], { cwd })).code).toBe(1);
});

test('findings in JSON syntax have lines of the file', async () => {
  const cwd = temporaryFolder({
    'main.tf.json': JSON.stringify(
      {
        variable: { on: { default: false } },
        resource: {
          aws_dynamodb_table: { orders: { hash_key: 'id', point_in_time_recovery: { enabled: '${var.on}' } } },
        },
      },
      undefined,
      2,
    ),
  });
  for (const format of ['json', 'sarif', 'html', 'lovely', 'csv']) {
    const { stdout, code } = await runCommand(['-f', format, '--include', 'AWS086'], { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain('main.tf.json');
    if (format === 'csv') expect(stdout).toMatch(/main\.tf\.json,1[12],1[23],aws-dynamodb-enable-recovery/);
  }
});
