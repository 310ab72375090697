import type { Value } from '@tfwarden/hcl';
import { describe, expect, test } from 'vitest';
import { only, open } from '../../testing/open.ts';
import type { Evaluation } from '../index.ts';

/** The instance and path that the `bucket` of the only companion stands for. */
function relation(evaluation: Evaluation): string | undefined {
  return describeOrigin(evaluation, only(evaluation, 'aws_s3_bucket_versioning').body.attribute('bucket')?.value);
}

function describeOrigin(evaluation: Evaluation, value: Value | undefined): string | undefined {
  if (value?.kind !== 'unknown' || value.origin === undefined) return undefined;
  const instance = evaluation.resourceOf(value.origin.subject);
  return instance && `${instance.address} ${value.origin.path}`;
}

const versioning = (bucket: string, more = ''): string =>
  `resource "aws_s3_bucket_versioning" "logs" {\n ${more}\n bucket = ${bucket}\n}\n`;

describe('an attribute that the provider fills in says which instance it belongs to', () => {
  test('in the same module', () => {
    const evaluation = open(`resource "aws_s3_bucket" "logs" {}\n${versioning('aws_s3_bucket.logs.id')}`);
    expect(relation(evaluation)).toBe('aws_s3_bucket.logs .id');
  });

  test('when it is written as null', () => {
    const text = `resource "aws_s3_bucket" "logs" {\n bucket = null\n}\n${versioning('aws_s3_bucket.logs.bucket')}`;
    expect(relation(open(text))).toBe('aws_s3_bucket.logs .bucket');
  });

  test('through the input and output of modules', () => {
    const evaluation = open({
      'main.tf':
        'module "bucket" {\n source = "./bucket"\n}\nmodule "versioning" {\n source = "./versioning"\n bucket = module.bucket.all.id\n}',
      'bucket/main.tf': 'resource "aws_s3_bucket" "logs" {}\noutput "all" {\n value = aws_s3_bucket.logs\n}',
      'versioning/main.tf': `variable "bucket" {}\n${versioning('var.bucket')}`,
    });
    expect(relation(evaluation)).toBe('module.bucket.aws_s3_bucket.logs .id');
  });

  test('through a type constraint', () => {
    const evaluation = open({
      'main.tf':
        'resource "aws_s3_bucket" "logs" {}\nmodule "v" {\n source = "./v"\n bucket = aws_s3_bucket.logs.id\n}',
      'v/main.tf': `variable "bucket" {\n type = string\n nullable = false\n}\n${versioning('var.bucket')}`,
    });
    expect(relation(evaluation)).toBe('aws_s3_bucket.logs .id');
  });

  test.each([
    ['try', 'try(aws_s3_bucket.logs.id, "")'],
    ['coalesce', 'coalesce(null, aws_s3_bucket.logs.id, "x")'],
    ['one', 'one([aws_s3_bucket.logs.id])'],
    ['element', 'element([aws_s3_bucket.logs.id], 0)'],
    ['flatten', 'flatten([["a"], aws_s3_bucket.logs[*].id])[1]'],
    ['a conditional', 'true ? aws_s3_bucket.logs.id : "x"'],
    ['conversion', 'tolist([aws_s3_bucket.logs.id])[0]'],
    ['a for expression', '[for bucket in [aws_s3_bucket.logs] : bucket.id][0]'],
  ])('through %s', (_name, expression) => {
    const evaluation = open(`resource "aws_s3_bucket" "logs" {}\n${versioning(expression)}`);
    expect(relation(evaluation)).toBe('aws_s3_bucket.logs .id');
  });

  test('with a key of for_each', () => {
    const text = `resource "aws_s3_bucket" "all" {\n for_each = toset(["a", "b"])\n}\n${versioning(
      'aws_s3_bucket.all[each.key].id',
      'for_each = toset(["b"])',
    )}`;
    expect(relation(open(text))).toBe('aws_s3_bucket.all["b"] .id');
  });

  test('with for_each over the other resource', () => {
    const text = `resource "aws_s3_bucket" "all" {\n for_each = toset(["a"])\n}\n${versioning(
      'each.value.id',
      'for_each = aws_s3_bucket.all',
    )}`;
    expect(relation(open(text))).toBe('aws_s3_bucket.all["a"] .id');
  });
});

describe('an unknown number of instances keeps the relation', () => {
  const all =
    'variable "names" {\n type = set(string)\n}\nresource "aws_s3_bucket" "all" {\n for_each = var.names\n}\n';

  test.each([
    ['a key that is unknown too', 'aws_s3_bucket.all[each.key].id', 'for_each = var.names'],
    ['a key that is written', 'aws_s3_bucket.all["logs"].id', ''],
    ['the other resource itself', 'each.value.id', 'for_each = aws_s3_bucket.all'],
  ])('with %s', (_name, bucket, more) => {
    expect(relation(open(all + versioning(bucket, more)))).toBe('aws_s3_bucket.all[*] .id');
  });

  test('with an index', () => {
    const text = `variable "on" {}\nresource "aws_s3_bucket" "a" {\n count = var.on ? 1 : 0\n}\n${versioning(
      'aws_s3_bucket.a[0].id',
      'count = var.on ? 1 : 0',
    )}`;
    expect(relation(open(text))).toBe('aws_s3_bucket.a[*] .id');
  });

  test('of a module', () => {
    const evaluation = open({
      'main.tf': `variable "names" {\n type = set(string)\n}\nmodule "bucket" {\n source = "./bucket"\n for_each = var.names\n}\n${versioning(
        'module.bucket[each.key].id',
        'for_each = var.names',
      )}`,
      'bucket/main.tf': 'resource "aws_s3_bucket" "logs" {}\noutput "id" {\n value = aws_s3_bucket.logs.id\n}',
    });
    expect(relation(evaluation)).toBe('module.bucket[*].aws_s3_bucket.logs .id');
  });
});

describe('nested blocks seen by a reference', () => {
  const cluster =
    'resource "aws_eks_cluster" "main" {\n vpc_config {\n subnet_ids = ["s-1"]\n }\n}\noutput "o" {\n value = aws_eks_cluster.main.';

  test.each([
    ['vpc_config[0].subnet_ids', 's-1'],
    ['vpc_config.0.subnet_ids', 's-1'],
    ['vpc_config.subnet_ids', 's-1'],
  ])('%s is what is written', (path, first) => {
    const value = open(`${cluster}${path}\n}`).root.outputs.get('o')?.value;
    expect(value?.kind === 'tuple' && value.elements.map((element) => 'value' in element && element.value)).toEqual([
      first,
    ]);
  });

  test('what is not written stands for its place', () => {
    const evaluation = open(`${cluster}vpc_config[0].cluster_security_group_id\n}`);
    const value = evaluation.root.outputs.get('o')?.value;
    expect(describeOrigin(evaluation, value)).toBe('aws_eks_cluster.main .vpc_config[0].cluster_security_group_id');
  });
});

describe('an object that is made', () => {
  test('has an id and an ARN, so that what asks whether one is given is decided', () => {
    const evaluation = open({
      'main.tf':
        'resource "aws_kms_key" "main" {}\nmodule "bucket" {\n source = "./bucket"\n key = aws_kms_key.main.arn\n}\n',
      'bucket/main.tf': `variable "key" {
  type    = string
  default = null
}
resource "aws_s3_bucket_server_side_encryption_configuration" "logs" {
  count = var.key != null ? 1 : 0
  dynamic "rule" {
    for_each = var.key == null ? [] : [1]
    content {
      key = var.key
    }
  }
}
`,
    });
    const { body, isCertain } = only(evaluation, 'aws_s3_bucket_server_side_encryption_configuration');
    const blocks = body.blocks('rule');
    expect([isCertain, body.mayHaveMore('rule'), blocks.length, blocks[0]?.isCertain]).toEqual([true, false, 1, true]);
    expect(describeOrigin(evaluation, blocks[0]?.body.attribute('key')?.value)).toBe('aws_kms_key.main .arn');
  });

  test('may lack what another object is named by', () => {
    const evaluation = open(
      'resource "aws_sns_topic" "main" {}\noutput "o" {\n value = aws_sns_topic.main.kms_master_key_id == null\n}\n',
    );
    expect(evaluation.root.outputs.get('o')?.value.kind).toBe('unknown');
  });
});
