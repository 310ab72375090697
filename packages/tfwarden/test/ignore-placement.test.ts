import { describe, expect, test } from 'vitest';
import { runCommand } from './run-command.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Whether the findings of a check are ignored: `ignored`, `failed`, or both when instances differ. */
async function statusOf(id: string, files: Readonly<Record<string, string>>): Promise<string> {
  const cwd = temporaryFolder(files);
  const { stdout } = await runCommand(['-f', 'json', '--include-ignored', '--boundary', '.'], { cwd });
  const report: { readonly results: readonly { readonly long_id: string; readonly status_name: string }[] } =
    JSON.parse(stdout);
  const statuses = report.results.filter((result) => result.long_id === id).map((result) => result.status_name);
  return [...new Set(statuses)].toSorted().join(' and ');
}

const RECOVERY = 'aws-dynamodb-enable-recovery';
const INGRESS = 'aws-ec2-no-public-ingress-sgr';

const tableWith = (place: string, text = '# tfsec:ignore:AWS086'): Readonly<Record<string, string>> => {
  const lines = [
    'resource "aws_dynamodb_table" "orders" {',
    '  name     = "orders"',
    '  hash_key = "id"',
    '',
    '  point_in_time_recovery {',
    '    enabled = false',
    '  }',
    '}',
  ];
  const [where, number] = place.split(' ');
  const index = Number(number) - 1;
  if (where === 'above') lines.splice(index, 0, text);
  else lines[index] += ` ${text}`;
  return { 'main.tf': `${lines.join('\n')}\n` };
};

const ruleWith = (...lines: readonly string[]): Readonly<Record<string, string>> => ({
  'main.tf': `resource "aws_security_group_rule" "open" {
  type              = "ingress"
  from_port         = 22
  to_port           = 22
  protocol          = "tcp"
  security_group_id = "sg-1"
${lines.map((line) => `  ${line}\n`).join('')}}
`,
});

const tableAround = (inside: string, above = ''): Readonly<Record<string, string>> => ({
  'main.tf': `${above}resource "aws_dynamodb_table" "orders" {\n  hash_key = "id"\n${inside}}\n\nresource "aws_s3_bucket" "logs" {\n  bucket = "logs"\n}\n`,
});

// The table of section 3.2 of the reference: what keeps its meaning, and in `better` what people expected all along.
describe('on a finding about a nested attribute', () => {
  test.each([
    ['above 1', 'ignored'],
    ['on 1', 'ignored'],
    ['above 2', 'failed'],
    ['on 2', 'failed'],
    ['on 3', 'failed'],
    ['above 5', 'ignored'],
    ['on 5', 'ignored'],
    ['above 6', 'ignored'],
    ['on 6', 'ignored'],
    ['on 7', 'failed'],
    ['on 8', 'failed'],
  ])('%s: %s', async (place, status) => {
    expect(await statusOf(RECOVERY, tableWith(place))).toBe(status);
  });

  test.each([
    ['# tfsec:ignore:AWS086\n# and a word about it', 'ignored'],
    ['# tfsec:ignore:AWS086\n', 'failed'],
    ['# tfsec:ignore:AWS017\n# tfsec:ignore:AWS086', 'ignored'],
    ['/* tfsec:ignore:AWS086\n   more words */', 'ignored'],
    ['/*tfsec:ignore:AWS086*/', 'ignored'],
  ])('above 1, %j: %s', async (text, status) => {
    expect(await statusOf(RECOVERY, tableWith('above 1', text))).toBe(status);
  });
});

describe('on lists', () => {
  test.each([
    [['cidr_blocks = ["0.0.0.0/0"] # tfsec:ignore:AWS006'], 'ignored'],
    [['cidr_blocks = [', '  "10.0.0.0/8",', '  "0.0.0.0/0", # tfsec:ignore:AWS006', ']'], 'ignored'],
    [['cidr_blocks = [', '  "10.0.0.0/8",', '  # tfsec:ignore:AWS006', '  "0.0.0.0/0",', ']'], 'ignored'],
    [['cidr_blocks = [', '  "10.0.0.0/8",', '  "0.0.0.0/0",', '] # tfsec:ignore:AWS006'], 'ignored'],
    [['cidr_blocks = ["0.0.0.0/0"]', 'description = "x" # tfsec:ignore:AWS006'], 'failed'],
  ])('%j: %s', async (lines, status) => {
    expect(await statusOf(INGRESS, ruleWith(...lines))).toBe(status);
  });
});

describe('on module calls', () => {
  const TABLE = `variable "recovery" {
  default = false
}
resource "aws_dynamodb_table" "this" {
  hash_key = "id"
  point_in_time_recovery {
    enabled = var.recovery
  }
}
`;
  const call = (before: string, header: string, argument: string): Readonly<Record<string, string>> => ({
    'main.tf': `${before}module "orders" {${header}\n  source = "./table"${argument}\n}\n`,
    'table/main.tf': TABLE,
  });

  test.each([
    ['# tfsec:ignore:AWS086\n', '', '', 'ignored'],
    ['', ' # tfsec:ignore:AWS086', '', 'ignored'],
    ['', '', ' # tfsec:ignore:AWS086', 'failed'],
    ['# tfsec:ignore:AWS086[recovery=false]\n', '', '', 'ignored'],
    ['# tfsec:ignore:AWS086[recovery=true]\n', '', '', 'failed'],
  ])('%j %j %j: %s', async (before, header, argument, status) => {
    expect(await statusOf(RECOVERY, call(before, header, argument))).toBe(status);
  });

  test('one call does not speak for another, an outer call speaks for the inner ones', async () => {
    const two = {
      'main.tf':
        '# tfsec:ignore:AWS086\nmodule "a" {\n  source = "./table"\n}\n\nmodule "b" {\n  source = "./table"\n}\n',
      'table/main.tf': TABLE,
    };
    expect(await statusOf(RECOVERY, two)).toBe('failed and ignored');
    const nested = {
      'main.tf': '# tfsec:ignore:AWS086\nmodule "outer" {\n  source = "./outer"\n}\n',
      'outer/main.tf': 'module "inner" {\n  source = "../table"\n}\n',
      'table/main.tf': TABLE,
    };
    expect(await statusOf(RECOVERY, nested)).toBe('ignored');
  });

  test('inside the module it counts for every call', async () => {
    const files = {
      'main.tf': 'module "a" {\n  source = "./table"\n}\n\nmodule "b" {\n  source = "./table"\n}\n',
      'table/main.tf': TABLE.replace('resource', '# tfsec:ignore:AWS086\nresource'),
    };
    expect(await statusOf(RECOVERY, files)).toBe('ignored');
  });
});

describe('comments of other tools', () => {
  test.each([
    [tableAround('  # checkov:skip=CKV_AWS_28:rebuilt every night\n'), 'ignored'],
    [tableAround('', '# checkov:skip=CKV_AWS_28\n'), 'failed'],
    [tableAround('  #checkov:skip=CKV_AWS_21\n'), 'failed'],
    [tableAround('', '# kics-scan ignore-block\n'), 'ignored'],
    [tableAround('', '# kics-scan disable=741f1291-47ac-4a85-a07b-3d32a9d6bd3e\n\n'), 'ignored'],
    [tableAround('', '# kics-scan ignore\n\n'), 'ignored'],
  ])('%j: %s', async (files, status) => {
    expect(await statusOf(RECOVERY, files)).toBe(status);
  });
});

test('--workspace decides about :ws:', async () => {
  const cwd = temporaryFolder({
    'main.tf': '# tfsec:ignore:*:ws:prod*\nresource "aws_dynamodb_table" "orders" {\n  hash_key = "id"\n}\n',
  });
  expect((await runCommand([], { cwd })).code).toBe(1);
  expect((await runCommand(['-w', 'production'], { cwd })).code).toBe(0);
});
