import { describe, expect, test } from 'vitest';
import { open, outputs, summaries } from '../../testing/open.ts';

const ECHO = 'variable "x" {\n  default = "default"\n}\noutput "x" {\n  value = var.x\n}\n';

describe('the value of a root variable', () => {
  const files = { 'main.tf': ECHO, 'extra.tfvars': 'x = "var-file"' };
  const fromCommand = { kind: 'value', name: 'x', text: 'var' } as const;
  const fromFile = { kind: 'file', path: 'extra.tfvars' } as const;
  const inherited = { environment: new Map([['x', 'environment']]) };

  test.each([
    ['its default', {}, {}, 'default'],
    ['the environment', {}, inherited, 'environment'],
    ['terraform.tfvars', { 'terraform.tfvars': 'x = "tfvars"' }, inherited, 'tfvars'],
    ['an automatic file', { 'terraform.tfvars': 'x = "tfvars"', 'a.auto.tfvars': 'x = "auto"' }, inherited, 'auto'],
    ['the last automatic file', { 'a.auto.tfvars': 'x = 1', 'b.auto.tfvars.json': '{"x": 2}' }, {}, 2],
    ['a file that is given', { 'a.auto.tfvars': 'x = "auto"' }, { commandLine: [fromFile] }, 'var-file'],
    ['the later of a file and a value', {}, { commandLine: [fromFile, fromCommand] }, 'var'],
    ['the later of a value and a file', {}, { commandLine: [fromCommand, fromFile] }, 'var-file'],
  ])('comes from %s', (_name, more, variables, value) => {
    expect(outputs(open({ ...files, ...more }, { variables }))).toEqual({ x: value });
  });

  test('is read as its type asks for', () => {
    const text =
      'variable "s" {}\nvariable "n" {\n type = number\n}\nvariable "l" {\n type = list(string)\n}\noutput "o" {\n value = [var.s, var.n, var.l]\n}';
    const environment = new Map([
      ['s', '[1]'],
      ['n', '5'],
      ['l', '[1, "b"]'],
    ]);
    expect(outputs(open(text, { variables: { environment } }))).toEqual({ o: ['[1]', 5, ['1', 'b']] });
  });

  test('that does not fit its type is unknown, and said', () => {
    const evaluation = open({
      'main.tf': 'variable "x" {\n type = number\n}\noutput "x" {\n value = var.x\n}',
      'terraform.tfvars': 'x = "a"',
    });
    expect(outputs(evaluation)).toEqual({ x: '<unknown var.x>' });
    expect(summaries(evaluation.diagnostics())).toEqual(['terraform.tfvars:1: Invalid value for input variable']);
  });

  test('is unknown when it has none, which is no problem of a scan', () => {
    const evaluation = open('variable "x" {}\noutput "x" {\n value = var.x.y[0]\n}');
    expect(outputs(evaluation)).toEqual({ x: '<unknown var.x.y[0]>' });
    expect(evaluation.diagnostics()).toEqual([]);
  });
});

test('tfvars are those of each root, given files those of all', () => {
  const evaluation = open({
    'main.tf': `${ECHO}module "m" {\n source = "./m"\n}\noutput "m" {\n value = module.m.x\n}`,
    'm/main.tf': ECHO,
    'm/terraform.tfvars': 'x = "not read"',
  });
  expect(outputs(evaluation)).toEqual({ x: 'default', m: 'default' });
});

test('undeclared names in files are warnings', () => {
  const evaluation = open({ 'main.tf': ECHO, 'terraform.tfvars': 'y = 1' });
  expect(evaluation.diagnostics().map(({ severity, summary }) => `${severity}: ${summary}`)).toEqual([
    'warning: Value for undeclared variable',
  ]);
});

const run = (type: string, argument: string): unknown =>
  outputs(
    open({
      'main.tf': `module "m" {\n source = "./m"\n ${argument}\n}\noutput "x" {\n value = module.m.x\n}`,
      'm/main.tf': `variable "x" {\n ${type}\n}\noutput "x" {\n value = var.x\n}`,
    }),
  )['x'];

describe('an argument of a module', () => {
  test.each([
    ['is converted', 'type = number', 'x = "5"', 5],
    [
      'gets defaults of optional attributes',
      'type = object({ a = optional(string, "d"), b = optional(number) })',
      'x = {}',
      { a: 'd', b: null },
    ],
    [
      'gets them in collections',
      'type = map(object({ a = optional(bool, true) }))',
      'x = { k = {} }',
      { k: { a: true } },
    ],
    ['that is null stays so', 'default = 1', 'x = null', null],
    ['that is null takes the default where null is refused', 'default = 1\n nullable = false', 'x = null', 1],
    ['that is missing takes the default', 'default = 1', '', 1],
    ['that is missing and required is unknown', '', '', '<unknown module.m.var.x>'],
  ])('%s', (_name, type, argument, value) => {
    expect(run(type, argument)).toEqual(value);
  });
});

test('a decided && or || has no problem with its other side, as in Terraform 1.12', () => {
  const evaluation = open({
    'main.tf': `variable "key" { default = null }
output "and" { value = var.key != null && var.key.name == "x" }
output "or" { value = var.key == null || length(var.key.name) > 0 || [][0] }
output "undecided" { value = var.key == null && var.key.name == "x" }
`,
  });
  expect(outputs(evaluation)).toEqual({ and: false, or: true, undecided: '<unknown>' });
  expect(summaries(evaluation.diagnostics())).toEqual(['main.tf:4: Attempt to get attribute from null value']);
});

test.each([
  ['terraform.workspace', true],
  ['local.env', true],
  ['"absent"', false],
])('settings without a key for the workspace: %s', (key, isHinted) => {
  const evaluation = open({
    'main.tf': `locals {\n  env = terraform.workspace\n}\nmodule "m" {\n  source = "./m"\n  key    = ${key}\n}\n`,
    'm/main.tf':
      'variable "key" {}\nlocals {\n  size = { prod = 3 }[var.key]\n}\noutput "size" {\n  value = local.size\n}\n',
  });
  void evaluation.root.children[0]?.outputs.get('size')?.value;
  const [diagnostic, second] = evaluation.diagnostics();
  expect([diagnostic?.summary, second]).toEqual(['Invalid index', undefined]);
  const hint = 'is taken as "default"; name another workspace with `--workspace`.';
  expect(diagnostic?.detail.endsWith(hint)).toBe(isHinted);
});
