import { type ParsedFile, parseConfig, SourceFile } from '@tfwarden/hcl';
import { expect, test } from 'vitest';
import { findUndeclaredReferences, mistakesOfAll } from './undeclared-references.ts';

function parse(name: string, text: string): ParsedFile {
  return parseConfig(new SourceFile(name, text)).parsed;
}

/** `main.tf:3 terraform/undeclared-variable` for each mistake. */
function mistakes(files: Readonly<Record<string, string>>, broken: readonly string[] = []): readonly string[] {
  const parsed = Object.entries(files).map(([name, text]) => parse(name, text));
  return mistakesOfAll([{ undeclared: findUndeclaredReferences(parsed) }], new Set(broken)).map(
    ({ code, subject }) => `${subject?.file.name ?? ''}:${subject?.file.lineOf(subject.start) ?? 0} ${code}`,
  );
}

test('variables, locals and modules that no file of the folder declares', () => {
  expect(
    mistakes({
      'main.tf':
        'locals {\n  a = var.here\n  b = var.missing\n  c = local.missing\n  d = [for x in module.missing.list : x.y]\n}\n',
      'variables.tf': 'variable "here" {}\n',
      'sub/main.tf': 'output "x" {\n  value = var.here\n}\n',
    }),
  ).toEqual([
    'main.tf:3 terraform/undeclared-variable',
    'main.tf:4 terraform/undeclared-local',
    'main.tf:5 terraform/undeclared-module',
    'sub/main.tf:2 terraform/undeclared-variable',
  ]);
});

test('addresses of what was moved, removed or imported are no references', () => {
  expect(
    mistakes({
      'main.tf':
        'moved {\n  from = module.old\n  to   = module.new\n}\nremoved {\n  from = module.gone.aws_vpc.x\n}\nimport {\n  to = module.new.aws_vpc.x\n  id = "x"\n}\n',
    }),
  ).toEqual([]);
});

test('nothing is said of folders that are not read in full', () => {
  const files = { 'main.tf': 'output "x" {\n  value = var.missing\n}\n' };
  expect(mistakes(files, ['.'])).toEqual([]);
});

test('circles of locals, once each', () => {
  expect(
    mistakes({
      'main.tf':
        'locals {\n  a = local.b\n  b = local.c\n  c = [local.a, local.d]\n  d = local.d\n  e = local.a\n  f = 1\n}\n',
    }),
  ).toEqual(['main.tf:5 terraform/cycle', 'main.tf:2 terraform/cycle']);
});

test('a chain of 20,000 locals is no circle and no trouble', () => {
  const lines = Array.from({ length: 20_000 }, (_, index) => `  l${index} = local.l${index + 1}`);
  expect(mistakes({ 'main.tf': `locals {\n${lines.join('\n')}\n  l20000 = 1\n}\n` })).toEqual([]);
});
