import { describe, expect, test } from 'vitest';
import { runCommand } from './run-command.ts';
import { temporaryFolder } from './temporary-folder.ts';

// The check the project is measured by, through the whole program: every way in which the value may come.

const HEAD = `resource "aws_dynamodb_table" "orders" {
  name             = "orders"
  hash_key         = "id"
  billing_mode     = "PAY_PER_REQUEST"
  stream_enabled   = true
  stream_view_type = "NEW_AND_OLD_IMAGES"

  attribute {
    name = "id"
    type = "S"
  }
`;

function table(inside: string): string {
  return `${HEAD}${inside}}\n`;
}

function block(value: string): string {
  return `
  point_in_time_recovery {
    enabled = ${value}
  }
`;
}

/** Statuses of the check, one for each instance: `failed aws_dynamodb_table.orders`. */
async function verdicts(
  files: Readonly<Record<string, string>> | string,
  ...args: string[]
): Promise<readonly string[]> {
  const cwd = temporaryFolder(typeof files === 'string' ? { 'main.tf': files } : files);
  const flags = ['-f', 'json', '--undetermined', '--include-passed', '-G', '--include', 'AWS086', '--boundary', '.'];
  const { stdout } = await runCommand([...args, ...flags], { cwd });
  const report: {
    readonly results: readonly { readonly long_id: string; readonly status_name: string; readonly resource: string }[];
  } = JSON.parse(stdout);
  return report.results
    .filter((result) => result.long_id === 'aws-dynamodb-enable-recovery')
    .map((result) => `${result.status_name} ${result.resource}`);
}

const twoLevels = (value: string): Readonly<Record<string, string>> => ({
  'main.tf': `module "outer" {\n  source = "./outer"\n  pitr   = ${value}\n}\n`,
  'outer/main.tf': 'variable "pitr" {}\nmodule "inner" {\n  source = "./inner"\n  pitr   = var.pitr\n}\n',
  'outer/inner/main.tf': `variable "pitr" {\n  default = true\n}\n${table(block('var.pitr'))}`,
});

const dynamic = (collection: string): string =>
  table(`
  dynamic "point_in_time_recovery" {
    for_each = ${collection}
    content {
      enabled = point_in_time_recovery.value
    }
  }
`);

const PASSED = ['passed aws_dynamodb_table.orders'];
const FAILED = ['failed aws_dynamodb_table.orders'];
const UNDETERMINED = ['undetermined aws_dynamodb_table.orders'];
const VARIABLE = 'variable "pitr" {\n  type    = bool\n  default = DEFAULT\n}\n';

describe('written in place', () => {
  test.each([
    ['no block', table(''), FAILED],
    ['true', table(block('true')), PASSED],
    ['false', table(block('false')), FAILED],
    ['the text true', table(block('"true"')), PASSED],
    ['the text false', table(block('"false"')), FAILED],
    ['null', table(block('null')), FAILED],
    ['an empty block', table('\n  point_in_time_recovery {\n  }\n'), FAILED],
    ['an expression', table(block('length("x") == 1 && !false')), PASSED],
  ])('%s', async (_name, text, expected) => {
    expect(await verdicts(text)).toEqual(expected);
  });
});

describe('from elsewhere', () => {
  test('the default of a variable', async () => {
    expect(await verdicts(VARIABLE.replace('DEFAULT', 'true') + table(block('var.pitr')))).toEqual(PASSED);
    expect(await verdicts(VARIABLE.replace('DEFAULT', 'false') + table(block('var.pitr')))).toEqual(FAILED);
    expect(await verdicts(VARIABLE.replace('DEFAULT', 'null') + table(block('var.pitr')))).toEqual(FAILED);
  });

  test('a variable without a value is not a finding', async () => {
    const text = `variable "pitr" {}\n${table(block('var.pitr'))}`;
    expect(await verdicts(text)).toEqual(UNDETERMINED);
    const outcome = await runCommand(['--include', 'AWS086'], { cwd: temporaryFolder({ 'main.tf': text }) });
    expect(outcome.code).toBe(0);
    expect(outcome.stdout).toContain('1 result cannot be decided before apply');
  });

  test('a tfvars file, found or given', async () => {
    const main = VARIABLE.replace('DEFAULT', 'true') + table(block('var.pitr'));
    expect(await verdicts({ 'main.tf': main, 'terraform.tfvars': 'pitr = false\n' })).toEqual(FAILED);
    expect(await verdicts({ 'main.tf': main, 'x.auto.tfvars.json': '{"pitr": false}' })).toEqual(FAILED);
    const files = { 'main.tf': main, 'prod.tfvars': 'pitr = "false"\n' };
    expect(await verdicts(files)).toEqual(PASSED);
    expect(await verdicts(files, '--var-file', 'prod.tfvars')).toEqual(FAILED);
  });

  test('a local that needs a local', async () => {
    const locals = 'locals {\n  pitr = local.settings["recovery"]\n  settings = { recovery = VALUE }\n}\n';
    expect(await verdicts(locals.replace('VALUE', 'true') + table(block('local.pitr')))).toEqual(PASSED);
    expect(await verdicts(locals.replace('VALUE', 'false') + table(block('local.pitr')))).toEqual(FAILED);
  });

  test('the input of a module two levels deep', async () => {
    const at = 'module.outer.module.inner.aws_dynamodb_table.orders';
    expect(await verdicts(twoLevels('true'))).toEqual([`passed ${at}`]);
    expect(await verdicts(twoLevels('false'))).toEqual([`failed ${at}`]);
  });

  test('another resource, known only after apply', async () => {
    const other = 'resource "random_pet" "x" {}\n';
    expect(await verdicts(other + table(block('random_pet.x.id == "y"')))).toEqual(UNDETERMINED);
  });
});

describe('dynamic blocks', () => {
  test.each([
    ['[true]', PASSED],
    ['[false]', FAILED],
    ['[]', FAILED],
    ['var.unknown', UNDETERMINED],
  ])('over %s', async (collection, expected) => {
    expect(await verdicts(`variable "unknown" {}\n${dynamic(collection)}`)).toEqual(expected);
  });
});

describe('instances', () => {
  test('a table that is not created', async () => {
    expect(await verdicts(table('  count = 0\n'))).toEqual([]);
    expect(await verdicts(table('  for_each = toset([])\n'))).toEqual([]);
  });

  test('one good and one bad instance', async () => {
    expect(await verdicts(table(`  for_each = { a = true, b = false }\n${block('each.value')}`))).toEqual([
      'passed aws_dynamodb_table.orders["a"]',
      'failed aws_dynamodb_table.orders["b"]',
    ]);
    expect(await verdicts(table(`  count = 2\n${block('count.index == 0')}`))).toEqual([
      'passed aws_dynamodb_table.orders[0]',
      'failed aws_dynamodb_table.orders[1]',
    ]);
  });
});

test('the order of files and blocks does not matter', async () => {
  const files = {
    'a.tf': table(block('module.b.value')),
    'z.tf':
      'module "b" {\n  source = "./m"\n  in     = module.a.value\n}\nmodule "a" {\n  source = "./m"\n  in     = false\n}\n',
    'm/main.tf': 'variable "in" {}\noutput "value" {\n  value = var.in\n}\n',
  };
  expect(await verdicts(files)).toEqual(FAILED);
});
