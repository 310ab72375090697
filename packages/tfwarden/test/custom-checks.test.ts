import { describe, expect, test } from 'vitest';
import { runCommand } from './run-command.ts';
import { temporaryFolder } from './temporary-folder.ts';

const CHECK = `checks:
- code: NAME1
  description: Buckets have a prefix
  severity: MEDIUM
  requiredTypes: [resource]
  requiredLabels: [aws_s3_bucket]
  matchSpec: { action: startsWith, name: bucket, value: acme- }
`;
const BUCKET = 'resource "aws_s3_bucket" "logs" {\n  bucket = "logs"\n}\n';

async function customIds(
  files: Readonly<Record<string, string>>,
  ...args: string[]
): Promise<readonly string[] | string> {
  const outcome = await runCommand([...args, '-f', 'json'], { cwd: temporaryFolder(files) });
  if (outcome.stdout === '') return outcome.stderr;
  const report: { readonly results: readonly { readonly long_id: string; readonly resource: string }[] } = JSON.parse(
    outcome.stdout,
  );
  return report.results
    .filter((result) => result.long_id.startsWith('custom-'))
    .map((result) => `${result.long_id} ${result.resource}`);
}

describe('where custom checks are found', () => {
  test.each([
    [{ '.tfsec/team_tfchecks.yaml': CHECK }, []],
    [{ '.tfsec/deep/er/x_tfchecks_y.yml': CHECK }, []],
    [{ 'rules/team_tfchecks.yaml': CHECK }, ['--custom-check-dir', 'rules']],
    [{ 'rules/team_tfchecks.yaml': CHECK, 'tfwarden.yaml': 'custom_check_dir: rules\n' }, []],
  ])('%j %j', async (files, args) => {
    expect(await customIds({ 'main.tf': BUCKET, ...files }, ...args)).toEqual([
      'custom-custom-name1 aws_s3_bucket.logs',
    ]);
  });

  test('a folder that does not exist is fine, an ending that cannot be read is not', async () => {
    expect(await customIds({ 'main.tf': BUCKET }, '--custom-check-dir', 'nowhere')).toEqual([]);
    expect(await customIds({ 'main.tf': BUCKET, '.tfsec/x_tfchecks.toml': '' })).toContain(
      'should end in .json, .yml or .yaml',
    );
  });
});

describe('they are checks like others', () => {
  const files = { 'main.tf': BUCKET, '.tfsec/team_tfchecks.yaml': CHECK };

  test('excluded by long and short id', async () => {
    expect(await customIds(files, '-e', 'custom-custom-name1')).toEqual([]);
    expect(await customIds(files, '-e', 'NAME1')).toEqual([]);
  });

  test('ignored in comments', async () => {
    expect(await customIds({ ...files, 'main.tf': `#tfsec:ignore:custom-custom-name1\n${BUCKET}` })).toEqual([]);
  });

  test('on every kind of block', async () => {
    const ofVariables = CHECK.replace('[resource]', '[variable]')
      .replace('[aws_s3_bucket]', '["*"]')
      .replace('{ action: startsWith, name: bucket, value: acme- }', '{ action: isPresent, name: description }');
    const main = 'variable "region" {}\nvariable "size" {\n  description = "how large"\n}\nlocals {}\n';
    expect(await customIds({ 'main.tf': main, '.tfsec/a_tfchecks.yaml': ofVariables })).toEqual([
      'custom-custom-name1 var.region',
    ]);
  });

  test('on module calls by source, with the values of the call', async () => {
    const ofModules = CHECK.replace('[resource]', '[module]')
      .replace('[aws_s3_bucket]', '["*"]\n  requiredSources: ["./modules/*"]')
      .replace('name: bucket', 'name: title');
    const main =
      'module "a" {\n  source = "./modules/a"\n  title = "x"\n}\nmodule "b" {\n  source = "./other"\n  title = "x"\n}\n';
    const found = await customIds({
      'main.tf': main,
      'modules/a/main.tf': 'variable "title" {}\n',
      'other/main.tf': 'variable "title" {}\n',
      '.tfsec/a_tfchecks.yaml': ofModules,
    });
    expect(found).toEqual(['custom-custom-name1 module.a']);
  });
});

describe('mistakes', () => {
  test.each([
    ['no matchSpec', CHECK.replace(/ {2}matchSpec.*\n/, ''), 'matchSpec'],
    ['an unknown action', CHECK.replace('startsWith', 'beginsWith'), 'team_tfchecks.yaml:7:'],
    ['no name', CHECK.replace(' name: bucket,', ''), 'The action `startsWith` needs a `name`'],
    ['a severity', CHECK.replace('MEDIUM', 'SEVERE'), 'found "SEVERE"'],
    [
      'a pattern',
      CHECK.replace('startsWith', 'regexMatches').replace('acme-', '"(?<=x)y"'),
      "a pattern in Go's syntax",
    ],
    ['a mistyped key', CHECK.replace('value: acme-', 'subMach: { action: isPresent, name: x }'), 'mean `subMatch`?'],
    ['a nested spec', CHECK.replace('value: acme-', 'value: x, subMatchOne: { action: nope }'), 'subMatchOne'],
  ])('%s', async (_name, text, words) => {
    const outcome = await runCommand([], {
      cwd: temporaryFolder({ 'main.tf': BUCKET, '.tfsec/team_tfchecks.yaml': text }),
    });
    expect(outcome.code).toBe(3);
    expect(outcome.stdout).toBe('');
    expect(outcome.stderr).toContain(words);
  });
});

test('keys that are notes of people are left out', async () => {
  const noted = CHECK.replace('  severity', '  owner: { nam: platform }\n  severity');
  expect(await customIds({ 'main.tf': BUCKET, '.tfsec/team_tfchecks.yaml': noted })).toHaveLength(1);
});

describe('the command custom', () => {
  const files = {
    'team_tfchecks.yaml': CHECK,
    'bad.tf': BUCKET,
    'good.tf': BUCKET.replace('"logs"\n', '"acme-logs"\n'),
  };

  test('a file alone', async () => {
    const cwd = temporaryFolder({ ...files, 'broken_tfchecks.yaml': 'checks: 1\n' });
    expect(await runCommand(['custom', 'validate', 'team_tfchecks.yaml'], { cwd })).toMatchObject({
      code: 0,
      stdout: 'Config is valid: 1 check.\n',
    });
    expect((await runCommand(['custom', 'validate', 'broken_tfchecks.yaml'], { cwd })).code).toBe(3);
  });

  test('examples', async () => {
    const cwd = temporaryFolder(files);
    const run = async (...args: string[]): Promise<number> =>
      (await runCommand(['custom', 'test', 'team_tfchecks.yaml', ...args], { cwd })).code;
    expect(await run('--pass', 'good.tf', '--fail', 'bad.tf')).toBe(0);
    expect(await run('-p', 'bad.tf')).toBe(1);
    expect(await run('-f', 'good.tf')).toBe(1);
    expect(await run('-p', 'nowhere.tf')).toBe(3);
    expect(await run()).toBe(3);
  });
});
