import { describe, expect, test } from 'vitest';
import { only, open, outputs, read, summaries } from '../../testing/open.ts';
import type { Evaluation } from '../index.ts';

function openJson(configuration: unknown): Evaluation {
  return open({ 'main.tf.json': JSON.stringify(configuration) });
}

function table(body: unknown): Evaluation {
  return openJson({ resource: { aws_dynamodb_table: { orders: body } } });
}

const ENABLED = 'point_in_time_recovery.enabled';

describe('a block in JSON syntax', () => {
  test.each([
    ['an object', { enabled: true }],
    ['an array of objects', [{ enabled: true }]],
    ['with a template', { enabled: '${1 == 1}' }],
  ])('is %s', (_name, block) => {
    expect(read(only(table({ point_in_time_recovery: block }), 'aws_dynamodb_table').body, ENABLED)).toBe(true);
  });

  test('may be dynamic', () => {
    const evaluation = table({
      dynamic: { tag: { for_each: ['a', 'b'], content: { key: '${tag.value}-${tag.key}' } } },
    });
    const tags = only(evaluation, 'aws_dynamodb_table').body.blocks('tag');
    expect(tags.map(({ body }) => read(body, 'key'))).toEqual(['a-0', 'b-1']);
  });

  test('is seen by references', () => {
    const evaluation = openJson({
      resource: { aws_eks_cluster: { main: { vpc_config: { subnet_ids: ['s-1'] } } } },
      output: { o: { value: '${aws_eks_cluster.main.vpc_config[0].subnet_ids[0]}' } },
    });
    expect(outputs(evaluation)).toEqual({ o: 's-1' });
  });
});

test('arrays stand for several of the same, as everywhere in JSON syntax', () => {
  const evaluation = openJson({
    resource: [
      { aws_vpc: { a: { cidr: 1 } } },
      { aws_vpc: [{ b: { cidr: 2 } }, { c: { count: 2, cidr: '${count.index}' } }] },
    ],
  });
  expect(evaluation.resourcesOfType('aws_vpc').map(({ address, body }) => [address, read(body, 'cidr')])).toEqual([
    ['aws_vpc.a', 1],
    ['aws_vpc.b', 2],
    ['aws_vpc.c[0]', 0],
    ['aws_vpc.c[1]', 1],
  ]);
  expect(summaries(evaluation.diagnostics())).toEqual([]);
});

test('modules of either syntax call each other', () => {
  const evaluation = open({
    'main.tf.json': JSON.stringify({
      module: { m: { source: './m', x: ['${upper("a")}'] } },
      output: { o: { value: '${module.m.y}' } },
    }),
    'm/main.tf': 'variable "x" {\n  type = list(string)\n}\noutput "y" {\n  value = var.x[0]\n}\n',
  });
  expect(outputs(evaluation)).toEqual({ o: 'A' });
});

describe('an attribute that has the form of blocks', () => {
  test.each([
    ['a list of objects', '[{ port = 22 }, { port = 80 }]', [22, 80]],
    ['one object', '{ port = 22 }', [22]],
    ['a list from a local', 'local.rules', [1]],
    ['a text', '"x"', []],
    ['an empty list', '[]', []],
  ])('reads as blocks: %s', (_name, value, ports) => {
    const text = `locals {\n  rules = [{ port = 1 }]\n}\nresource "aws_security_group" "a" {\n  ingress = ${value}\n}\n`;
    const { body } = only(open(text), 'aws_security_group');
    expect(body.blocks('ingress').map((block) => read(block.body, 'port'))).toEqual(ports);
    expect(body.mayHaveMore('ingress')).toBe(false);
  });

  test('may have more when it is unknown', () => {
    const { body } = only(
      open('variable "rules" {}\nresource "aws_security_group" "a" {\n  ingress = var.rules\n}\n'),
      'aws_security_group',
    );
    expect([body.blocks('ingress').length, body.mayHaveMore('ingress')]).toEqual([0, true]);
    expect(body.unknownBlockSource('ingress')?.value.kind).toBe('unknown');
  });

  test('points to the written items', () => {
    const { body } = only(
      open('resource "aws_security_group" "a" {\n  ingress = [\n    { port = 22 },\n    { "port" = 80 },\n  ]\n}\n'),
      'aws_security_group',
    );
    const lines = body.blocks('ingress').map((block) => {
      const attribute = block.body.attribute('port');
      return attribute?.range.file.text.slice(attribute.range.start, attribute.range.end);
    });
    expect(lines).toEqual(['port = 22', '"port" = 80']);
  });
});
