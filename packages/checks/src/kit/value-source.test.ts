import { memoryFileSystem, openRoot } from '@tfwarden/terraform';
import { expect, test } from 'vitest';
import { valueSource } from './value-source.ts';

/** The text of the place that carries the value of `aws_s3_bucket.logs`'s argument `on`. */
function sourceOf(files: Readonly<Record<string, string>>): string | undefined {
  const evaluation = openRoot(memoryFileSystem(files), '.');
  const attribute = evaluation
    .resources()
    .find(({ type }) => type === 'aws_s3_bucket')
    ?.body.attribute('on');
  const range = valueSource(attribute?.explain() ?? []);
  return range?.file.text.slice(range.start, range.end).replaceAll(/\s+/g, ' ');
}

function bucket(expression: string, more = ''): string {
  return `resource "aws_s3_bucket" "logs" {\n  on = ${expression}\n}\n${more}`;
}

test('the default of a variable, also where it is turned round', () => {
  const variable = 'variable "off" {\n  default = true\n}\n';
  expect(sourceOf({ 'main.tf': bucket('!var.off', variable) })).toBe('true');
  expect(sourceOf({ 'main.tf': bucket('var.off ? "Suspended" : "Enabled"', variable) })).toBe('true');
});

test('the member of an object in tfvars', () => {
  const files = {
    'main.tf': bucket('var.logs.settings.on', 'variable "logs" {}\n'),
    'terraform.tfvars': 'logs = {\n  settings = { on = "never", name = "x" }\n}\n',
  };
  expect(sourceOf(files)).toBe('"never"');
});

test('a text that is put together carries its value itself', () => {
  const variables = 'variable "env" {\n  default = "prod"\n}\n';
  expect(sourceOf({ 'main.tf': bucket('"logs-${var.env}"', variables) })).toBe('on = "logs-${var.env}"');
  const local = `${variables}locals {\n  name = "logs-\${var.env}"\n}\n`;
  expect(sourceOf({ 'main.tf': bucket('local.name', local) })).toBe('name = "logs-${var.env}"');
});

test('references inside a `for` are not followed', () => {
  const more = 'locals {\n  all = [for zone in var.zones : "${zone}-${data.aws_region.here.name}"]\n}\n';
  const rest = 'variable "zones" {\n  default = ["a"]\n}\ndata "aws_region" "here" {}\n';
  expect(sourceOf({ 'main.tf': bucket('local.all', more + rest) })).toMatch(/^all = \[for zone in var\.zones/);
});

test('of several references none is more right than the others', () => {
  const locals = 'locals {\n  a = true\n  b = true\n  c = false\n}\n';
  expect(sourceOf({ 'main.tf': bucket('local.a && local.c', locals) })).toBe('on = local.a && local.c');
});
