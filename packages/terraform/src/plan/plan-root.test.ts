import { describe, expect, test } from 'vitest';
import { show, summaries } from '../../testing/open.ts';
import type { Plan } from '../index.ts';
import { memoryFileSystem, planRoot } from '../index.ts';

function plan(files: string | Readonly<Record<string, string>>): Plan {
  return planRoot(memoryFileSystem(typeof files === 'string' ? { 'main.tf': files } : files), '.');
}

describe('a plan that succeeds', () => {
  test('has outputs, resources and checks', () => {
    const { failedAt, outputs, resources, checks } = plan(
      'resource "terraform_data" "a" {\n  count = 2\n  input = count.index\n}\noutput "all" {\n  value = terraform_data.a[*].input\n}\ncheck "two" {\n  assert {\n    condition = length(terraform_data.a) == 2\n    error_message = "No."\n  }\n}\n',
    );
    expect(failedAt).toBe(undefined);
    expect([...outputs].map(([name, { value }]) => [name, show(value)])).toEqual([['all', [0, 1]]]);
    expect(resources.map(({ instance, action }) => `${action} ${instance.address}`)).toEqual([
      'create terraform_data.a[0]',
      'create terraform_data.a[1]',
    ]);
    expect([...checks].map(([address, { status }]) => [address, status])).toEqual([['check.two', 'pass']]);
  });

  test('knows the ids of imported objects', () => {
    const { resources } = plan(
      'resource "terraform_data" "a" {\n  for_each = { x = 1 }\n  input = each.value\n}\nimport {\n  for_each = { x = "id-x" }\n  to = terraform_data.a[each.key]\n  id = each.value\n}\n',
    );
    expect(
      resources.map(({ action, value }) => [action, value.kind === 'object' && value.attributes.get('id')]),
    ).toMatchObject([['update', { value: 'id-x' }]]);
  });

  test('leaves data sources that wait for others to apply', () => {
    const { resources } = plan({
      'main.tf':
        'resource "terraform_data" "a" {}\ndata "terraform_remote_state" "r" {\n  backend = "local"\n  config = { path = "s.tfstate" }\n  depends_on = [terraform_data.a]\n}\n',
      's.tfstate': '{"version": 4, "outputs": {}}',
    });
    expect(resources.map(({ instance, action }) => `${action} ${instance.address}`)).toEqual([
      'create terraform_data.a',
      'read data.terraform_remote_state.r',
    ]);
  });
});

describe('a plan that fails', () => {
  test.each([
    ['init', 'variable "a" {}\nvariable "a" {}\n', ['main.tf:2: Duplicate variable declaration']],
    ['init', 'module "a" {\n  source = "./nope"\n}\n', ['Unreadable module directory']],
    ['plan', 'variable "a" {}\n', ['main.tf:1: No value for required variable']],
    ['plan', 'output "a" {\n  value = try(local.nope, 1)\n}\n', ['main.tf:2: Reference to undeclared local value']],
    ['plan', 'locals {\n  a = local.b\n  b = local.a\n}\n', ['Cycle: local.a (expand), local.b (expand)']],
    ['plan', 'resource "terraform_data" "a" {\n  nope = 1\n}\n', ['main.tf:2: Unsupported argument']],
    [
      'plan',
      'resource "terraform_data" "a" {\n  input = terraform_data.a.id\n}\n',
      ['main.tf:2: Self-referential block'],
    ],
    [
      'plan',
      'resource "terraform_data" "a" {}\nresource "terraform_data" "b" {\n  count = terraform_data.a.id == "" ? 1 : 2\n}\n',
      ['main.tf:3: Invalid count argument'],
    ],
  ])('at %s: %s', (stage, text, problems) => {
    const { failedAt, diagnostics } = plan(text);
    expect([failedAt, summaries(diagnostics)]).toEqual([stage, problems]);
  });

  test('tells one mistake once: what needs the wrong value is left out', () => {
    const { diagnostics } = plan(
      'variable "n" {\n  default = "abc"\n}\nlocals {\n  a = tonumber(var.n)\n}\nresource "terraform_data" "x" {\n  input = local.a + 1\n}\noutput "o" {\n  value = terraform_data.x.input.foo\n}\n',
    );
    expect(summaries(diagnostics)).toEqual(['main.tf:5: Invalid function argument']);
  });

  test('a cycle of 20,000 needs no deep recursion', () => {
    const lines = Array.from({ length: 20_000 }, (_, i) => `  l${i} = local.l${(i + 1) % 20_000}`);
    expect(plan(`locals {\n${lines.join('\n')}\n}\n`).cycles.map((members) => members.length)).toEqual([20_000]);
  });
});
