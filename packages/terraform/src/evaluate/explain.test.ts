import { expect, test } from 'vitest';
import { only, open, show } from '../../testing/open.ts';
import type { Hop } from '../index.ts';

function print(hops: readonly Hop[] | undefined): readonly string[] {
  return (hops ?? []).map(({ kind, name, range }) => {
    const place = range === undefined ? 'nowhere' : `${range.file.name}:${range.file.position(range.start).line}`;
    return `${kind} ${name} ${place}`;
  });
}

test('a value is followed from the attribute to the line of tfvars', () => {
  const evaluation = open({
    'main.tf':
      'variable "env" {}\nmodule "data" {\n  source = "./data"\n  recovery = local.recovery[var.env]\n}\nlocals {\n  recovery = { prod = true }\n}\n',
    'terraform.tfvars': 'env = "prod"\n',
    'data/main.tf': 'variable "recovery" {}\nresource "aws_dynamodb_table" "orders" {\n  pitr = var.recovery\n}\n',
  });
  expect(print(only(evaluation, 'aws_dynamodb_table').body.attribute('pitr')?.explain())).toEqual([
    'attribute pitr data/main.tf:3',
    'module-argument module.data (argument recovery) main.tf:4',
    'local local.recovery main.tf:7',
    'tfvars var.env terraform.tfvars:1',
  ]);
});

test('only the branch that was taken counts', () => {
  const evaluation = open(
    'variable "on" {\n  default = true\n}\nlocals {\n  yes = 1\n  no = 2\n}\nresource "aws_vpc" "main" {\n  x = var.on ? local.yes : local.no\n}\n',
  );
  expect(print(only(evaluation, 'aws_vpc').body.attribute('x')?.explain())).toEqual([
    'attribute x main.tf:9',
    'local local.yes main.tf:5',
    'variable-default var.on main.tf:2',
  ]);
});

test('elements of for_each and iterators of dynamic blocks are places, too', () => {
  const evaluation = open(
    'resource "aws_vpc" "main" {\n  for_each = {\n    a = ["x"]\n  }\n  dynamic "tag" {\n    for_each = each.value\n    content {\n      key = tag.value\n    }\n  }\n}\n',
  );
  const [tag] = only(evaluation, 'aws_vpc').body.blocks('tag');
  expect(print(tag?.body.attribute('key')?.explain())).toEqual([
    'attribute key main.tf:8',
    'dynamic dynamic "tag" main.tf:6',
    'for_each each.value main.tf:3',
  ]);
});

test('outputs of modules and attributes of resources are followed', () => {
  const evaluation = open({
    'main.tf': 'module "m" {\n  source = "./m"\n}\nresource "aws_vpc" "main" {\n  x = module.m.name\n}\n',
    'm/main.tf':
      'resource "aws_s3_bucket" "b" {\n  bucket = "logs"\n}\noutput "name" {\n  value = aws_s3_bucket.b.bucket\n}\n',
  });
  expect(print(only(evaluation, 'aws_vpc').body.attribute('x')?.explain())).toEqual([
    'attribute x main.tf:5',
    'module-output module.m.name m/main.tf:5',
    'resource-attribute aws_s3_bucket.b.bucket m/main.tf:2',
  ]);
});

test('an expression says what it waits for', () => {
  const evaluation = open('variable "a" {}\nresource "aws_vpc" "main" {}\n');
  const result = evaluation.evaluateExpression('"${var.a}-${aws_vpc.main.id}"');
  expect(result.value.kind).toBe('unknown');
  expect(result.waitsFor.map(({ subject, path }) => `${subject.address}${path}`)).toEqual(['var.a', 'aws_vpc.main.id']);
  expect(print(result.explain())).toEqual([
    'variable-default var.a main.tf:1',
    'resource-attribute aws_vpc.main.id main.tf:2',
  ]);
});

test('of an object only the member that is used is followed', () => {
  const evaluation = open({
    'main.tf': `locals {
  tables = {
    orders = { pitr = local.on, name = local.name }
    carts  = { pitr = false, name = local.name }
  }
  on   = true
  name = "x"
}
resource "aws_dynamodb_table" "t" {
  for_each = local.tables
  pitr     = each.value.pitr
}
`,
  });
  const tables = evaluation.resourcesOfType('aws_dynamodb_table');
  const explained = tables.map((table) => print(table.body.attribute('pitr')?.explain()));
  expect(explained).toEqual([
    ['attribute pitr main.tf:11', 'for_each each.value main.tf:10', 'local local.tables main.tf:4'],
    [
      'attribute pitr main.tf:11',
      'for_each each.value main.tf:10',
      'local local.tables main.tf:3',
      'local local.on main.tf:6',
    ],
  ]);
});

test('of merge the argument that has the key, of a list the element', () => {
  const evaluation = open({
    'main.tf': `variable "settings" {}
locals {
  defaults = { pitr = local.no, size = local.no }
  no       = false
  all      = merge(local.defaults, var.settings)
}
resource "aws_vpc" "main" {
  a = local.all.pitr
  b = local.all["size"]
  c = [local.no, var.settings][1].pitr
}
`,
    'terraform.tfvars': 'settings = {\n  pitr = true\n}\n',
  });
  const { body } = only(evaluation, 'aws_vpc');
  expect(print(body.attribute('a')?.explain())).toEqual([
    'attribute a main.tf:8',
    'local local.all main.tf:5',
    'tfvars var.settings terraform.tfvars:2',
  ]);
  expect(print(body.attribute('b')?.explain())).toEqual([
    'attribute b main.tf:9',
    'local local.all main.tf:5',
    'local local.defaults main.tf:3',
    'local local.no main.tf:4',
  ]);
  expect(print(body.attribute('c')?.explain())).toEqual([
    'attribute c main.tf:10',
    'tfvars var.settings terraform.tfvars:2',
  ]);
});

test('an address leads into blocks, written or dynamic', () => {
  const evaluation = open({
    'main.tf': `variable "status" {
  default = "Suspended"
}
resource "aws_s3_bucket_versioning" "logs" {
  versioning_configuration {
    status = var.status
  }
  dynamic "rule" {
    for_each = ["a", "b"]
    content {
      filter {
        prefix = rule.value
      }
    }
  }
}
`,
  });
  const status = evaluation.evaluateExpression('aws_s3_bucket_versioning.logs.versioning_configuration[0].status');
  expect(show(status.value)).toBe('Suspended');
  expect(print(status.explain())).toEqual([
    'resource-attribute aws_s3_bucket_versioning.logs.versioning_configuration[0].status main.tf:6',
    'variable-default var.status main.tf:2',
  ]);
  const prefix = evaluation.evaluateExpression('aws_s3_bucket_versioning.logs.rule[1].filter[0].prefix');
  expect(show(prefix.value)).toBe('b');
  expect(print(prefix.explain())).toEqual([
    'resource-attribute aws_s3_bucket_versioning.logs.rule[1].filter[0].prefix main.tf:12',
    'dynamic dynamic "rule" main.tf:9',
  ]);
});

test('of an object or map the part that matters is shown with its value', () => {
  const evaluation = open({
    'main.tf': `variable "buckets" {
  type = map(object({ on = bool }))
}
resource "aws_vpc" "main" {
  for_each = var.buckets
  on       = each.value.on
}
`,
    'terraform.tfvars': 'buckets = {\n  "a b" = { on = true }\n}\n',
  });
  const hops = only(evaluation, 'aws_vpc').body.attribute('on')?.explain() ?? [];
  expect(hops.map(({ name, part }) => [`${name}${part?.path ?? ''}`, part && show(part.value)])).toEqual([
    ['on', undefined],
    ['each.value.on', true],
    ['var.buckets["a b"].on', true],
  ]);
});

test('the workspace is a place values come from', () => {
  const evaluation = open('locals {\n  size = { default = 1 }[terraform.workspace]\n}\n');
  const hops = evaluation.evaluateExpression('local.size').explain();
  expect(print(hops)).toEqual(['local local.size main.tf:2', 'workspace terraform.workspace nowhere']);
});

test('what is computed of a data source comes from its arguments', () => {
  const evaluation = open(`variable "actions" {
  default = ["s3:*"]
}
data "aws_iam_policy_document" "read" {
  statement {
    effect    = "Allow"
    actions   = var.actions
    resources = ["*"]
  }
}
resource "aws_iam_policy" "read" {
  policy = data.aws_iam_policy_document.read.json
}
`);
  expect(print(only(evaluation, 'aws_iam_policy').body.attribute('policy')?.explain())).toEqual([
    'attribute policy main.tf:12',
    'resource-attribute data.aws_iam_policy_document.read.json main.tf:4',
    'attribute actions main.tf:7',
    'variable-default var.actions main.tf:2',
  ]);
});

test('instances are named with their keys', () => {
  const evaluation = open({
    'main.tf':
      'module "m" {\n  source   = "./m"\n  for_each = toset(["a"])\n}\nresource "aws_s3_bucket" "b" {\n  count  = 1\n  bucket = module.m["a"].name\n}\n',
    'm/main.tf': 'output "name" {\n  value = "logs"\n}\n',
  });
  expect(print(evaluation.evaluateExpression('aws_s3_bucket.b[0].bucket').explain())).toEqual([
    'resource-attribute aws_s3_bucket.b[0].bucket main.tf:7',
    'module-output module.m["a"].name m/main.tf:2',
  ]);
});

test('a member that is absent has no further source', () => {
  const evaluation = open(`locals {
  key     = "k"
  buckets = { logs = { name = local.key } }
}
resource "aws_s3_bucket" "b" {
  for_each = local.buckets
  key      = try(each.value.key, null)
}
`);
  const hops = only(evaluation, 'aws_s3_bucket').body.attribute('key')?.explain() ?? [];
  expect(print(hops)).toEqual(['attribute key main.tf:7', 'for_each each.value main.tf:6']);
  expect(hops[1]?.part).toMatchObject({ path: '.key', isAbsent: true });
});
