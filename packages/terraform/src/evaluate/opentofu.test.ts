import { expect, test } from 'vitest';
import { open, outputs, read, show, summaries } from '../../testing/open.ts';
import { memoryFileSystem, planRoot } from '../index.ts';

test('the source of a module may be computed from variables and locals', () => {
  const evaluation = open({
    'main.tofu':
      'variable "kind" {\n  default = "b"\n}\nlocals {\n  path = "./mods/${var.kind}"\n}\nmodule "m" {\n  source = local.path\n}\noutput "x" {\n  value = module.m.x\n}\n',
    'mods/b/main.tf': 'output "x" {\n  value = "from b"\n}\n',
  });
  expect(outputs(evaluation)).toEqual({ x: 'from b' });
  expect(summaries(evaluation.diagnostics())).toEqual([]);
});

test('provider blocks may be repeated', () => {
  const { root } = open(
    'provider "aws" {\n  for_each = { eu = "eu-west-1", us = "us-east-1" }\n  alias = "by_region"\n  region = each.value\n}\n',
  );
  expect(root.providers.map(({ key, body }) => [key, read(body, 'region')])).toEqual([
    ['eu', 'eu-west-1'],
    ['us', 'us-east-1'],
  ]);
});

test('encryption of state and plans is accepted', () => {
  const evaluation = open(
    'terraform {\n  encryption {\n    key_provider "pbkdf2" "main" {\n      passphrase = var.secret\n    }\n  }\n}\nvariable "secret" {}\n',
  );
  evaluation.resources();
  expect(evaluation.diagnostics()).toEqual([]);
});

test.each([
  ['true', ['aws_vpc.main']],
  ['false', []],
])('enabled = %s in a lifecycle block', (enabled, addresses) => {
  const evaluation = open(`resource "aws_vpc" "main" {\n  lifecycle {\n    enabled = ${enabled}\n  }\n}\n`);
  expect(evaluation.resources().map(({ address }) => address)).toEqual(addresses);
});

test('functions that only OpenTofu has are known', () => {
  expect(outputs(open('output "x" {\n  value = cidrcontains("10.0.0.0/8", "10.1.1.1")\n}\n'))).toEqual({ x: true });
});

test('functions of providers give something unknown and are no error', () => {
  const evaluation = open('output "x" {\n  value = provider::aws::arn_parse("arn").region\n}\n');
  expect(outputs(evaluation)).toEqual({ x: '<unknown>' });
  expect(evaluation.diagnostics()).toEqual([]);
});

test.each([
  ['main.tofu', true],
  ['main.tofu.json', true],
  ['main.tf', undefined],
])('a plan has the functions of OpenTofu where OpenTofu reads %s', (name, expected) => {
  const call = 'cidrcontains("10.0.0.0/8", "10.1.1.1")';
  const text = name.endsWith('.json')
    ? JSON.stringify({ output: { x: { value: `\${${call}}` } } })
    : `output "x" {\n  value = ${call}\n}\n`;
  const plan = planRoot(memoryFileSystem({ [name]: text }), '.');
  const value = plan.outputs.get('x')?.value;
  expect(value && show(value)).toBe(expected);
  expect(summaries(plan.diagnostics)).toEqual(expected === undefined ? ['main.tf:2: Call to unknown function'] : []);
});
