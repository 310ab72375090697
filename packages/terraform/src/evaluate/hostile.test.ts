import { describe, expect, test } from 'vitest';
import { only, open, outputs, read, show, summaries } from '../../testing/open.ts';
import { LIMITS, memoryFileSystem, openRoot } from '../index.ts';

/** Something that must still be seen, whatever else is wrong. */
const WITNESS = 'resource "aws_s3_bucket" "logs" {\n bucket = "logs"\n}\n';

function bucket(files: Readonly<Record<string, string | Uint8Array>>): {
  readonly name: unknown;
  readonly problems: readonly string[];
  readonly gaps: readonly string[];
} {
  const evaluation = openRoot(memoryFileSystem({ ...files, 'witness.tf': WITNESS }), '.');
  for (const { value } of evaluation.root.outputs.values()) void value;
  const name = read(only(evaluation, 'aws_s3_bucket').body, 'bucket');
  const gaps = evaluation.gaps().map(({ kind, name: what }) => `${kind} ${what}`);
  return { name, problems: summaries(evaluation.diagnostics()), gaps };
}

describe('bad input costs only itself', () => {
  test('a file with a syntax error', () => {
    const found = bucket({ 'broken.tf': 'resource "aws_vpc" "main" {\n cidr_block = \n}\n' });
    expect(found).toEqual({
      name: 'logs',
      problems: ['broken.tf:2: Invalid expression'],
      gaps: ['syntax-error broken.tf'],
    });
  });

  test('a binary file', () => {
    const found = bucket({ 'x.tf': new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1, 2]) });
    expect(found).toEqual({ name: 'logs', problems: ['Not a text file'], gaps: ['unreadable-file x.tf'] });
  });

  test('an unreadable file', () => {
    const files = memoryFileSystem({ 'secret.tf': '', 'witness.tf': WITNESS });
    const evaluation = openRoot(
      {
        ...files,
        read: (path) =>
          path === 'secret.tf' ? { problem: 'unreadable', reason: 'permission denied' } : files.read(path),
      },
      '.',
    );
    expect(read(only(evaluation, 'aws_s3_bucket').body, 'bucket')).toBe('logs');
    expect(evaluation.diagnostics().map(({ detail }) => detail)).toEqual([
      'The file "secret.tf" could not be read: permission denied.',
    ]);
  });

  test('a missing module folder', () => {
    const found = bucket({
      'main.tf': 'module "net" {\n source = "./net"\n}\noutput "id" {\n value = module.net.id\n}',
    });
    expect(found).toEqual({
      name: 'logs',
      problems: ['main.tf:2: Unreadable module directory'],
      gaps: ['missing-module module.net'],
    });
  });

  test('a module that is not installed says what to run, once', () => {
    const evaluation = open(
      'module "vpc" {\n source = "terraform-aws-modules/vpc/aws"\n version = "5.0.0"\n}\noutput "id" {\n value = module.vpc.vpc_id\n}',
    );
    expect(outputs(evaluation)).toEqual({ id: '<unknown module.vpc.vpc_id>' });
    evaluation.modules();
    expect(evaluation.diagnostics().map(({ detail }) => detail)).toEqual([
      'Module "vpc" comes from "terraform-aws-modules/vpc/aws" (5.0.0) and is not in .terraform/modules. Run "terraform init" in the root folder to install it. Its outputs are taken as unknown.',
    ]);
  });

  test('a module that calls itself, directly and through another', () => {
    const found = bucket({
      'main.tf': 'module "a" {\n source = "./a"\n}\nmodule "again" {\n source = "./."\n}',
      'a/main.tf': 'module "b" {\n source = "../b"\n}',
      'b/main.tf': 'module "a" {\n source = "../a"\n}',
    });
    expect(found).toEqual({
      name: 'logs',
      problems: ['b/main.tf:2: Module calls itself', 'main.tf:5: Module calls itself'],
      gaps: ['module-limit module.again', 'module-limit module.a.module.b.module.a'],
    });
  });

  test('an undeclared variable', () => {
    const { problems } = bucket({ 'main.tf': 'output "a" {\n value = var.nope\n}' });
    expect(problems).toEqual(['main.tf:2: Reference to undeclared input variable']);
  });

  test('a cycle between locals', () => {
    const { problems } = bucket({
      'main.tf': 'locals {\n a = local.b\n b = local.a\n}\noutput "a" {\n value = local.a\n}',
    });
    expect(problems).toEqual(['main.tf:2: Cycle: local.a (expand), local.b (expand)']);
  });

  test('a local that needs itself', () => {
    const { problems } = bucket({
      'main.tf': `locals {\n a = "\${local.a}\${local.a}"\n}\noutput "a" {\n value = local.a\n}`,
    });
    expect(problems).toEqual(['main.tf:2: Self-referencing local value', 'main.tf:2: Self-referencing local value']);
  });

  test('a cycle through modules', () => {
    const { problems } = bucket({
      'main.tf': 'module "a" {\n source = "./a"\n x = module.a.y\n}\noutput "y" {\n value = module.a.y\n}',
      'a/main.tf': 'variable "x" {}\noutput "y" {\n value = var.x\n}',
    });
    expect(problems).toEqual(['a/main.tf:3: Cycle: module.a.output.y (expand), module.a.var.x (expand)']);
  });
});

function twoCalls(module: number): string {
  return ['a', 'b'].map((name) => `module "${name}" {\n source = "./m${module}"\n}\n`).join('');
}

describe('bombs are bounded', () => {
  test.each([
    ['count = 1e9', 'count = 1e9', LIMITS.instancesPerBlock],
    ['count = -1', 'count = -1', 1],
  ])('%s', (_name, argument, number) => {
    const evaluation = open(`resource "aws_vpc" "main" {\n ${argument}\n}\n${WITNESS}`);
    expect(evaluation.resourcesOfType('aws_vpc').length).toBe(number);
    expect(evaluation.diagnostics().length).toBe(1);
    expect(read(only(evaluation, 'aws_s3_bucket').body, 'bucket')).toBe('logs');
  });

  test('instances of all blocks together', () => {
    const blocks = Array.from({ length: 8 }, (_, i) => `resource "aws_vpc" "v${i}" {\n count = 300\n}\n`).join('');
    const evaluation = open(blocks, { limits: { instancesInTotal: 1000 } });
    expect(evaluation.resources().length).toBe(900);
    expect(summaries(evaluation.diagnostics())).toEqual(['Too many instances']);
  });

  test.each([
    ['range', 'range(0, 1e12)'],
    ['setproduct', 'setproduct(range(1000), range(1000), range(1000), range(1000))'],
    ['a file of the machine', 'file("/etc/passwd")'],
    ['a file outside of the boundary', 'file("../../secret")'],
    ['a template outside of the boundary', 'templatefile("../../secret", {})'],
    ['a text that refers to nothing', 'templatestring(local.nope, {})'],
  ])('%s', (_name, expression) => {
    const found = bucket({ 'main.tf': `output "a" {\n value = ${expression}\n}` });
    expect(found.name).toBe('logs');
    expect(found.problems.length).toBe(1);
  });

  test('a string that doubles through locals', () => {
    const lines = Array.from({ length: 100 }, (_, i) => ` s${i + 1} = "\${local.s${i}}\${local.s${i}}"`);
    const found = bucket({
      'main.tf': `locals {\n s0 = "x"\n${lines.join('\n')}\n}\noutput "a" {\n value = local.s100\n}`,
    });
    expect(found.name).toBe('logs');
    expect(found.problems.length).toBeGreaterThanOrEqual(1);
  });

  test('a regular expression that would try for ever', () => {
    const evaluation = open(`output "a" {\n value = can(regex("^(a+)+$", "${'a'.repeat(5000)}b"))\n}`);
    expect(outputs(evaluation)).toEqual({ a: false });
  });

  test('a template that includes itself', () => {
    const found = bucket({
      'main.tf': 'output "a" {\n value = templatefile("t.tftpl", {})\n}',
      't.tftpl': `\${templatefile("t.tftpl", {})}`,
    });
    expect(found.name).toBe('logs');
    expect(found.problems.length).toBe(1);
  });

  test('a module source that climbs out', () => {
    const found = bucket({ 'main.tf': 'module "a" {\n source = "../../elsewhere"\n}' });
    expect(found).toEqual({
      name: 'logs',
      problems: ['main.tf:2: Module outside of the boundary'],
      gaps: ['refused-module module.a'],
    });
  });

  test('modules that each call two others', () => {
    const files: Record<string, string> = { 'witness.tf': WITNESS };
    for (let i = 0; i < 40; i++) files[`m${i}/main.tf`] = twoCalls(i + 1).replaceAll('./m', '../m');
    files['m40/main.tf'] = '';
    files['main.tf'] = twoCalls(0);
    const evaluation = open(files, { limits: { moduleInstances: 500 } });
    expect(evaluation.modules().length).toBe(501);
    expect(summaries(evaluation.diagnostics())).toEqual(['Too many modules']);
    expect(read(only(evaluation, 'aws_s3_bucket').body, 'bucket')).toBe('logs');
  });

  test.each([
    ['a loop', '[for i in range(1000) : [for j in range(1000) : j]]'],
    ['a call within a call', 'length(flatten([range(1000), range(1000)]))'],
  ])('%s in every one of many instances', (_name, expression) => {
    const text = `resource "aws_vpc" "main" {\n count = 5000\n x = ${expression}\n}\n${WITNESS}`;
    const evaluation = open(text, { limits: { work: 1_000_000 } });
    for (const { body } of evaluation.resourcesOfType('aws_vpc')) void body.attribute('x')?.value;
    expect(summaries(evaluation.diagnostics())).toEqual(['main.tf:3: Too much to evaluate']);
    expect(evaluation.resources().length).toBe(5001);
    expect(read(only(evaluation, 'aws_s3_bucket').body, 'bucket')).toBe('logs');
  });

  test('a dynamic block over very many', () => {
    const text = `resource "aws_vpc" "main" {\n dynamic "tag" {\n for_each = range(1000)\n content {}\n }\n}`;
    const evaluation = open(text, { limits: { dynamicBlocks: 100 } });
    expect(only(evaluation, 'aws_vpc').body.blocks('tag').length).toBe(100);
    expect(summaries(evaluation.diagnostics())).toEqual(['main.tf:2: Too many dynamic blocks']);
  });
});

describe('large input needs no deep recursion', () => {
  test('a chain of 20,000 locals', () => {
    const lines = Array.from({ length: 20_000 }, (_, i) => ` l${i + 1} = local.l${i}`);
    const evaluation = open(`locals {\n l0 = "end"\n${lines.join('\n')}\n}\noutput "a" {\n value = local.l20000\n}`);
    expect(outputs(evaluation)).toEqual({ a: 'end' });
  });

  test('a cycle of 20,000 locals', () => {
    const lines = Array.from({ length: 20_000 }, (_, i) => ` l${i} = local.l${(i + 1) % 20_000}`);
    const evaluation = open(`locals {\n${lines.join('\n')}\n}\noutput "a" {\n value = local.l0\n}`);
    expect(outputs(evaluation)).toEqual({ a: '<unknown>' });
    expect(evaluation.diagnostics().length).toBe(1);
  });

  test('300 modules within modules, values passed in and out', () => {
    const files: Record<string, string> = {};
    for (let i = 0; i < 300; i++) {
      files[`m${i}/main.tf`] =
        `variable "x" {}\nmodule "n" {\n source = "../m${i + 1}"\n x = var.x + 1\n}\noutput "y" {\n value = module.n.y\n}`;
    }
    files['m300/main.tf'] = 'variable "x" {}\noutput "y" {\n value = var.x\n}';
    files['main.tf'] = 'module "n" {\n source = "./m0"\n x = 0\n}\noutput "y" {\n value = module.n.y\n}';
    const evaluation = open(files);
    expect(outputs(evaluation)).toEqual({ y: 300 });
    expect(evaluation.modules().length).toBe(302);
  });

  test('10,000 instances and references to each', () => {
    const evaluation = open(
      `resource "aws_vpc" "main" {\n count = 10000\n name = "v-$` +
        `{count.index}"\n}\nresource "aws_subnet" "main" {\n count = 10000\n vpc = aws_vpc.main[count.index].name\n}\n`,
    );
    const subnets = evaluation.resourcesOfType('aws_subnet');
    expect(subnets.length).toBe(10_000);
    expect(subnets.map(({ body }) => read(body, 'vpc')).filter((name, i) => name !== `v-${i}`)).toEqual([]);
  });

  test('for_each over 5,000', () => {
    const evaluation = open(
      `locals {\n all = { for p in setproduct(range(50), range(100)) : "k$` +
        `{p[0]}-$` +
        `{p[1]}" => { name = "n$` +
        `{p[1]}" } }\n}\nresource "aws_vpc" "main" {\n for_each = local.all\n name = each.value.name\n}\noutput "n" {\n value = length([for v in aws_vpc.main : v.name])\n}`,
    );
    expect(evaluation.resourcesOfType('aws_vpc').length).toBe(5000);
    expect(show(evaluation.root.outputs.get('n')?.value ?? never())).toBe(5000);
  });
});

function never(): never {
  throw new Error('no such output');
}
