import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCommand } from './run-command.ts';
import { temporaryFolder } from './temporary-folder.ts';

const TABLE = 'resource "aws_dynamodb_table" "orders" {\n  hash_key = "id"\n}\n';

describe('ignores audit', () => {
  test('custom checks of the folder count', async () => {
    const check = `checks:
- code: NAME1
  description: Tables have a prefix
  severity: LOW
  requiredTypes: [resource]
  requiredLabels: [aws_dynamodb_table]
  matchSpec: { action: startsWith, name: name, value: acme- }
`;
    const table =
      '# tfsec:ignore:custom-custom-name1 older than the rule\nresource "aws_dynamodb_table" "orders" {\n  name = "orders"\n}\n';
    const cwd = temporaryFolder({ 'main.tf': table, '.tfsec/team_tfchecks.yaml': check });
    const outcome = await runCommand(['ignores', 'audit'], { cwd });
    expect([outcome.code, outcome.stdout]).toEqual([0, '1 ignore, 0 of them unused, expired or unknown.\n']);
  });

  test('unused, expired, unknown and reasonless ones, with their lines', async () => {
    const cwd = temporaryFolder({
      'main.tf': [
        `# tfsec:ignore:AWS086 rebuilt every night\n${TABLE}`,
        `# tfsec:ignore:AWS017 no bucket here\n${TABLE.replace('orders', 'b')}`,
        `# tfsec:ignore:AWS086:exp:2020-01-01 once\n${TABLE.replace('orders', 'c')}`,
        `# tfsec:ignore:AWS999\n${TABLE.replace('orders', 'd')}`,
        `# tfsec:ignore:AWS086:ws:other for them\n${TABLE.replace('orders', 'e')}`,
      ].join('\n'),
    });
    const outcome = await runCommand(['ignores', 'audit'], { cwd });
    expect(outcome.stdout.split('\n')).toEqual([
      'main.tf:6: unused: tfsec:ignore:AWS017: it hides nothing in this scan',
      'main.tf:11: expired: tfsec:ignore:AWS086:exp:2020-01-01: its last day was 2020-01-01',
      'main.tf:16: unknown: tfsec:ignore:AWS999: no check has the id `AWS999`; did you mean `AWS099`?',
      'main.tf:16: no reason: tfsec:ignore:AWS999: it gives no reason',
      '5 ignores, 3 of them unused, expired or unknown.',
      '',
    ]);
    expect(outcome.code).toBe(1);
  });

  test('all is well', async () => {
    const cwd = temporaryFolder({ 'main.tf': `# tfsec:ignore:AWS086 rebuilt every night\n${TABLE}` });
    expect((await runCommand(['ignores', 'audit'], { cwd })).code).toBe(0);
  });
});

describe('ignores migrate', () => {
  const OLD = `# The code AWS086 is mentioned here too.
# tfsec:ignore:AWS086 tfsec:ignore:aws-vpc-no-public-ingress-sgr because
resource "aws_dynamodb_table" "orders" {
  hash_key = "tfsec:ignore:AWS086" # trivy:ignore:AVD-AWS-0024
}
`;
  const NEW = OLD.replace(
    '# tfsec:ignore:AWS086 tfsec:ignore:aws-vpc-no-public-ingress-sgr',
    '# tfsec:ignore:aws-dynamodb-enable-recovery tfsec:ignore:aws-ec2-no-public-ingress-sgr',
  );

  test('shows the diff and changes nothing', async () => {
    const cwd = temporaryFolder({ 'main.tf': OLD, '.terraform/modules/x/main.tf': OLD });
    const outcome = await runCommand(['ignores', 'migrate'], { cwd });
    expect(outcome.stdout).toContain('-# tfsec:ignore:AWS086 tfsec:ignore:aws-vpc-no-public-ingress-sgr because');
    expect(outcome.stdout).toContain('2 ids in 1 file to rewrite');
    expect(readFileSync(join(cwd, 'main.tf'), 'utf8')).toBe(OLD);
  });

  test.each([[['ignores', 'migrate', '--write']], [['--migrate-ignores']]])(
    '%j rewrites comments only',
    async (args) => {
      const cwd = temporaryFolder({ 'main.tf': OLD, '.terraform/modules/x/main.tf': OLD });
      const mode = statSync(join(cwd, 'main.tf')).mode;
      expect((await runCommand(args, { cwd })).code).toBe(0);
      expect(readFileSync(join(cwd, 'main.tf'), 'utf8')).toBe(NEW);
      expect(readFileSync(join(cwd, '.terraform/modules/x/main.tf'), 'utf8')).toBe(OLD);
      expect(statSync(join(cwd, 'main.tf')).mode).toBe(mode);
      expect((await runCommand(args, { cwd })).stdout).toBe('Every id is a present one.\n');
    },
  );
});

describe('fmt', () => {
  const UGLY = 'locals {\na=1\n   bcd  = 2\n}\n';
  const PRETTY = 'locals {\n  a   = 1\n  bcd = 2\n}\n';

  test('formats in place and names what changed', async () => {
    const cwd = temporaryFolder({
      'main.tf': UGLY,
      'sub/x.tfvars': 'a=1\n',
      'good.tf': PRETTY,
      'tests/orders.tftest.hcl': UGLY,
      'tests/aws.tfmock.hcl': UGLY,
      'tests/notes.hcl': UGLY,
      '.terraform/y.tf': UGLY,
    });
    expect(await runCommand(['fmt'], { cwd })).toEqual({
      code: 0,
      stdout: 'main.tf\nsub/x.tfvars\ntests/aws.tfmock.hcl\ntests/orders.tftest.hcl\n',
      stderr: '',
    });
    expect(readFileSync(join(cwd, 'main.tf'), 'utf8')).toBe(PRETTY);
    expect(readFileSync(join(cwd, '.terraform/y.tf'), 'utf8')).toBe(UGLY);
    expect((await runCommand(['fmt', '--check'], { cwd })).code).toBe(0);
  });

  test('--check and --diff change nothing', async () => {
    const cwd = temporaryFolder({ 'main.tf': UGLY });
    const outcome = await runCommand(['fmt', '--check', '--diff'], { cwd });
    expect(outcome.code).toBe(1);
    expect(outcome.stdout).toContain('+  a   = 1');
    expect(readFileSync(join(cwd, 'main.tf'), 'utf8')).toBe(UGLY);
  });

  test('standard input, and text that is not valid', async () => {
    const cwd = temporaryFolder({ 'broken.tf': 'locals {' });
    expect((await runCommand(['fmt', '-'], { cwd, input: UGLY })).stdout).toBe(PRETTY);
    const broken = await runCommand(['fmt'], { cwd });
    expect(broken.code).toBe(3);
    expect(broken.stderr).toContain('broken.tf:1');
    expect((await runCommand(['fmt', 'nowhere'], { cwd })).code).toBe(3);
  });
});

describe('eval', () => {
  const files = {
    'main.tf':
      'variable "range" {\n  default = "10.0.0.0/16"\n}\nvariable "later" {}\nlocals {\n  second = cidrsubnet(var.range, 8, 1)\n}\n',
  };

  test.each([
    [['local.second'], '"10.0.1.0/24"\n'],
    [['local.second', '.', '--var', 'range=192.168.0.0/16'], '"192.168.1.0/24"\n'],
    [['1 + 2 * 3'], '7\n'],
    [['[for x in ["a", "b"] : upper(x)]'], '[\n  "A",\n  "B",\n]\n'],
    [['terraform.workspace', '-w', 'dev'], '"dev"\n'],
  ])('%j', async (args, stdout) => {
    expect(await runCommand(['eval', ...args], { cwd: temporaryFolder(files) })).toMatchObject({ code: 0, stdout });
  });

  test('what is not known says what it waits for', async () => {
    const outcome = await runCommand(['eval', 'var.later'], { cwd: temporaryFolder(files) });
    expect([outcome.code, outcome.stderr]).toEqual([0, 'waits for var.later\n']);
  });

  test('--why shows where a value comes from', async () => {
    const outcome = await runCommand(['eval', 'local.second', '--why'], { cwd: temporaryFolder(files) });
    expect(outcome.stdout).toBe(
      '"10.0.1.0/24"\n\nfrom:  local.second = "10.0.1.0/24" in main.tf:6\nfrom:  var.range = "10.0.0.0/16" in main.tf:2\n',
    );
  });

  const estate = {
    'main.tf':
      'variable "env" {}\nvariable "team" {}\nvariable "buckets" {}\nlocals {\n  prefix = "corp-${var.env}"\n}\nmodule "data" {\n  source  = "./data"\n  prefix  = local.prefix\n  buckets = var.buckets\n  team    = var.team\n}\n',
    'terraform.tfvars': 'buckets = {\n  pictures = { versioned = true }\n  drafts   = { versioned = false }\n}\n',
    'data/main.tf':
      'variable "prefix" {}\nvariable "team" {}\nvariable "buckets" {}\nmodule "bucket" {\n  source   = "../bucket"\n  for_each = var.buckets\n  name     = "${var.prefix}-${each.key}"\n  on       = each.value.versioned\n  team     = var.team\n}\noutput "names" {\n  value = keys(var.buckets)\n}\n',
    'bucket/main.tf':
      'variable "name" {}\nvariable "on" {}\nvariable "team" {}\nresource "aws_s3_bucket" "this" {\n  bucket = var.name\n  dynamic "tag" {\n    for_each = [var.team]\n    content {\n      value = tag.value\n    }\n  }\n}\nresource "aws_s3_bucket_versioning" "this" {\n  versioning_configuration {\n    status = var.on ? "Enabled" : "Suspended"\n  }\n}\n',
  };
  const bucket = 'module.data.module.bucket["pictures"]';

  test.each([
    [
      [`${bucket}.aws_s3_bucket.this.bucket`],
      [
        '"corp-prod-pictures"',
        '',
        'from:  aws_s3_bucket.this.bucket = "corp-prod-pictures" in bucket/main.tf:5',
        'from:  module.bucket (argument name) = "corp-prod-pictures" in data/main.tf:7',
        'from:  module.data (argument prefix) = "corp-prod" in main.tf:9',
        'from:  local.prefix = "corp-prod" in main.tf:5',
        'from:  var.env = "prod" in the environment (TF_VAR_env)',
        'from:  each.key = "pictures" in data/main.tf:6',
        'from:  module.data (argument buckets).pictures = { "versioned" = true } in main.tf:10',
        'from:  var.buckets.pictures = { "versioned" = true } in terraform.tfvars:2',
      ],
    ],
    [
      ['--module', bucket, 'aws_s3_bucket_versioning.this.versioning_configuration[0].status'],
      [
        '"Enabled"',
        '',
        'from:  aws_s3_bucket_versioning.this.versioning_configuration[0].status = "Enabled" in bucket/main.tf:15',
        'from:  module.bucket (argument on) = true in data/main.tf:8',
        'from:  each.value.versioned = true in data/main.tf:6',
        'from:  module.data (argument buckets).pictures.versioned = true in main.tf:10',
        'from:  var.buckets.pictures.versioned = true in terraform.tfvars:2',
      ],
    ],
    [
      [`${bucket}.aws_s3_bucket.this.tag[0].value`],
      [
        '(known after apply)',
        '',
        'from:  aws_s3_bucket.this.tag[0].value = (known after apply) in bucket/main.tf:9',
        'from:  dynamic "tag".value = (known after apply) in bucket/main.tf:7',
        'from:  module.bucket (argument team) = (known after apply) in data/main.tf:9',
        'from:  module.data (argument team) = (known after apply) in main.tf:11',
        'from:  var.team has no value in main.tf:2',
        'needs: var.team',
      ],
    ],
  ])('--why follows %j through modules', async (args, lines) => {
    const outcome = await runCommand(['eval', '--why', ...args], {
      cwd: temporaryFolder(estate),
      env: { TF_VAR_env: 'prod' },
    });
    expect(outcome).toMatchObject({ code: 0, stdout: `${lines.join('\n')}\n`, stderr: '' });
  });

  test.each([
    [['module.data.names'], '[\n  "drafts",\n  "pictures",\n]\n'],
    [['type(module.data.names)'], 'tuple([\n    string,\n    string,\n])\n'],
    [['type("x")'], 'string\n'],
    [['--module', 'module.data', 'keys(var.buckets)[0]'], '"drafts"\n'],
  ])('modules and types: %j', async (args, stdout) => {
    const cwd = temporaryFolder(estate);
    expect(await runCommand(['eval', ...args], { cwd })).toMatchObject({ code: 0, stdout });
  });

  test.each([
    [['module.data.module.bucket["x"].var.on'], 'there are `module.data.module.bucket["drafts"]`, `module.data.'],
    [['--module', 'nonsense', '1'], 'expected `--module` with the address of a module instance'],
    [['type(1, 2)'], '`type` expects 1 argument, found 2'],
    [['[type(1)]'], 'cannot be used as part of an expression'],
    [['1', '--data', 'aws_region={}'], 'expected an address such as `data.aws_region.current`'],
    [['1', '--data', 'data.aws_region'], 'expected `--data ADDRESS={NAME = VALUE, ...}`'],
    [['1', '--data', 'data.aws_region=1'], 'expected the attributes of `data.aws_region`'],
    [['1', '--data', 'data.aws_region={a=var.x}'], 'Variables may not be used here'],
  ])('%j is refused', async (args, message) => {
    const outcome = await runCommand(['eval', ...args], { cwd: temporaryFolder(estate) });
    expect([outcome.code, outcome.stdout]).toEqual([3, '']);
    expect(outcome.stderr).toContain(message);
  });

  test('settings that the workspace has no key for name the flag', async () => {
    const cwd = temporaryFolder({ 'main.tf': 'locals {\n  size = { prod = 3 }[terraform.workspace]\n}\n' });
    expect((await runCommand(['eval', 'local.size'], { cwd })).stderr).toContain('with `--workspace`');
    expect(await runCommand(['eval', 'local.size', '-w', 'prod'], { cwd })).toMatchObject({
      stdout: '3\n',
      stderr: '',
    });
  });

  test('the state of others is what a person states', async () => {
    const cwd = temporaryFolder({
      'main.tf': 'data "terraform_remote_state" "network" {\n  backend = "s3"\n}\n',
      'tfwarden.yaml': 'data:\n  data.terraform_remote_state.network:\n    outputs:\n      vpc: vpc-${1}\n',
    });
    const expression = 'data.terraform_remote_state.network.outputs.vpc';
    expect((await runCommand(['eval', expression], { cwd })).stdout).toBe('"vpc-${1}"\n');
  });

  test('mistakes', async () => {
    const cwd = temporaryFolder({ ...files, 'a/x/main.tf': '', 'a/y/main.tf': '' });
    expect((await runCommand(['eval', 'nope('], { cwd })).code).toBe(3);
    expect((await runCommand(['eval', 'var.nope'], { cwd })).code).toBe(3);
    expect((await runCommand(['eval'], { cwd })).code).toBe(3);
    expect((await runCommand(['eval', '1', 'a'], { cwd })).stderr).toContain('holds 2 root modules');
  });
});

describe('roots', () => {
  const files = {
    'live/eu/main.tf': 'module "t" {\n  source = "../../modules/t"\n}\n',
    'live/us/main.tf': 'module "t" {\n  source = "../../modules/t"\n}\n',
    'modules/t/main.tf': TABLE,
    'deep/er/still/main.tf': TABLE,
  };

  test('every folder that no other calls', async () => {
    const { stdout } = await runCommand(['roots'], { cwd: temporaryFolder(files) });
    expect(stdout).toBe('deep/er/still\nlive/eu\nlive/us\n');
  });

  test('--why tells who calls whom', async () => {
    const { stdout } = await runCommand(['roots', '--why'], { cwd: temporaryFolder(files) });
    expect(stdout).toContain('module  modules/t: called as a module from live/eu/main.tf:2 and 1 more\n');
    expect(stdout).toContain('called in live/us/main.tf:2\n');
  });
});
