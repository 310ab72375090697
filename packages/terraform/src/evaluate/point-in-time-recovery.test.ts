import { describe, expect, test } from 'vitest';
import { only, open, read, summaries } from '../../testing/open.ts';

/** The check the project is measured by asks for this; every way of giving the value must arrive at the instance. */
const ENABLED = 'point_in_time_recovery.enabled';

function table(body: string): string {
  return `resource "aws_dynamodb_table" "orders" {
    name     = "orders"
    hash_key = "id"
    ${body}
  }\n`;
}

const BLOCK = (value: string): string => `point_in_time_recovery {\n enabled = ${value}\n}`;

describe('the value of a nested attribute', () => {
  test('is undefined without the block', () => {
    const orders = only(open(table('')), 'aws_dynamodb_table');
    expect(orders.body.blocks('point_in_time_recovery')).toEqual([]);
    expect(orders.body.mayHaveMore('point_in_time_recovery')).toBe(false);
  });

  test.each([
    ['true', true],
    ['"true"', 'true'],
    ['null', null],
    ['!true', false],
  ])('written as %s', (written, value) => {
    expect(read(only(open(table(BLOCK(written))), 'aws_dynamodb_table').body, ENABLED)).toBe(value);
  });

  test('comes from the default of a variable', () => {
    const text = `variable "pitr" {\n default = false\n}\n${table(BLOCK('var.pitr'))}`;
    expect(read(only(open(text), 'aws_dynamodb_table').body, ENABLED)).toBe(false);
  });

  test('comes from terraform.tfvars', () => {
    const files = {
      'main.tf': `variable "pitr" {\n type = bool\n default = false\n}\n${table(BLOCK('var.pitr'))}`,
      'terraform.tfvars': 'pitr = "true"',
    };
    expect(read(only(open(files), 'aws_dynamodb_table').body, ENABLED)).toBe(true);
  });

  test('comes from a local', () => {
    const text = `locals {\n settings = { backup = { on = true } }\n}\n${table(BLOCK('local.settings.backup.on'))}`;
    expect(read(only(open(text), 'aws_dynamodb_table').body, ENABLED)).toBe(true);
  });

  test('comes from the input of a module two levels deep', () => {
    const files = {
      'main.tf': 'module "data" {\n source = "./data"\n recovery = { enabled = true }\n}',
      'data/main.tf':
        'variable "recovery" {\n type = object({ enabled = optional(bool, false) })\n}\nmodule "table" {\n source = "../table"\n pitr = var.recovery.enabled\n}',
      'table/main.tf': `variable "pitr" {}\n${table(BLOCK('var.pitr'))}`,
    };
    const orders = only(open(files), 'aws_dynamodb_table');
    expect(orders.address).toBe('module.data.module.table.aws_dynamodb_table.orders');
    expect(read(orders.body, ENABLED)).toBe(true);
  });

  test('is unknown for a variable without a value, which is no problem of a scan', () => {
    const evaluation = open(`variable "pitr" {\n type = bool\n}\n${table(BLOCK('var.pitr'))}`);
    expect(read(only(evaluation, 'aws_dynamodb_table').body, ENABLED)).toBe('<unknown var.pitr>');
    expect(summaries(evaluation.diagnostics())).toEqual([]);
  });
});

const DYNAMIC = (collection: string): string =>
  `dynamic "point_in_time_recovery" {\n for_each = ${collection}\n content {\n enabled = point_in_time_recovery.value\n }\n}`;

describe('a dynamic block', () => {
  test('over a known collection is as many blocks', () => {
    const { body } = only(open(table(DYNAMIC('[true]'))), 'aws_dynamodb_table');
    expect(read(body, ENABLED)).toBe(true);
    expect(body.blocks('point_in_time_recovery').map(({ isCertain }) => isCertain)).toEqual([true]);
    expect(body.mayHaveMore('point_in_time_recovery')).toBe(false);
  });

  test('over an empty collection is no block', () => {
    const { body } = only(open(table(DYNAMIC('[]'))), 'aws_dynamodb_table');
    expect(body.blocks('point_in_time_recovery')).toEqual([]);
    expect(body.blockTypes).toEqual(['point_in_time_recovery']);
  });

  test('over an unknown collection is one block that may exist', () => {
    const text = `variable "modes" {\n type = list(bool)\n}\n${table(DYNAMIC('var.modes'))}`;
    const { body } = only(open(text), 'aws_dynamodb_table');
    expect(body.blocks('point_in_time_recovery').map(({ isCertain }) => isCertain)).toEqual([false]);
    expect(body.mayHaveMore('point_in_time_recovery')).toBe(true);
    expect(body.unknownBlockSource('point_in_time_recovery')?.value.kind).toBe('unknown');
  });

  test('has its own iterator, and sees those around it', () => {
    const text = table(`dynamic "replica" {
      for_each = { eu = ["a", "b"] }
      iterator = region
      content {
        name = region.key
        dynamic "tag" {
          for_each = region.value
          content {
            text = "\${region.key}-\${tag.value}-\${tag.key}"
          }
        }
      }
    }`);
    const [replica] = only(open(text), 'aws_dynamodb_table').body.blocks('replica');
    expect(replica?.body.blocks('tag').map(({ body }) => read(body, 'text'))).toEqual(['eu-a-0', 'eu-b-1']);
  });
});

describe('instances', () => {
  test('there is none with count = 0', () => {
    expect(open(table('count = 0')).resourcesOfType('aws_dynamodb_table')).toEqual([]);
  });

  test('for_each gives each its own values', () => {
    const text = table(`for_each = { good = true, bad = false }\n${BLOCK('each.value')}`);
    const instances = open(text).resourcesOfType('aws_dynamodb_table');
    expect(instances.map(({ address, body }) => [address, read(body, ENABLED)])).toEqual([
      ['aws_dynamodb_table.orders["bad"]', false],
      ['aws_dynamodb_table.orders["good"]', true],
    ]);
  });

  test('an unknown count is one instance that may not exist', () => {
    const text = `variable "number" {}\n${table('count = var.number')}`;
    const [orders, second] = open(text).resourcesOfType('aws_dynamodb_table');
    expect([orders?.address, orders?.isCertain, second]).toEqual(['aws_dynamodb_table.orders[*]', false, undefined]);
  });

  test('an unknown for_each has unknown keys and values', () => {
    const text = `variable "tables" {\n type = map(bool)\n}\n${table(`for_each = var.tables\n${BLOCK('each.value')}`)}`;
    const orders = only(open(text), 'aws_dynamodb_table');
    expect(orders.isCertain).toBe(false);
    expect(read(orders.body, ENABLED)).toBe('<unknown>');
  });

  test('of a module with an unknown number may not exist either', () => {
    const files = {
      'main.tf': 'variable "number" {}\nmodule "data" {\n source = "./data"\n count = var.number\n}',
      'data/main.tf': table(''),
    };
    const orders = only(open(files), 'aws_dynamodb_table');
    expect([orders.address, orders.isCertain]).toEqual(['module.data[*].aws_dynamodb_table.orders', false]);
  });
});
