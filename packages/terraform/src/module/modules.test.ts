import { describe, expect, test } from 'vitest';
import { open, outputs, summaries } from '../../testing/open.ts';
import { isModuleSource, isRegistrySource } from '../configuration/local-source.ts';
import { memoryFileSystem, openRoot } from '../index.ts';

const MANIFEST = JSON.stringify({
  Modules: [
    { Key: '', Source: '', Dir: '.' },
    { Key: 'vpc', Source: 'registry.terraform.io/acme/vpc/aws', Version: '1.0.0', Dir: '.terraform/modules/vpc' },
    { Key: 'vpc.log', Source: './modules/log', Dir: '.terraform/modules/vpc/modules/log' },
    { Key: 'stolen', Source: 'x', Dir: '../../outside' },
    { Key: 'elsewhere', Source: 'x', Dir: '/usr/lib' },
  ],
});

describe('modules that terraform init installed', () => {
  const files = {
    'main.tf':
      'module "vpc" {\n source = "acme/vpc/aws"\n version = "1.0.0"\n}\noutput "x" {\n value = [module.vpc.log, module.vpc.path]\n}',
    '.terraform/modules/modules.json': MANIFEST,
    '.terraform/modules/vpc/main.tf':
      'module "log" {\n source = "./modules/log"\n}\noutput "log" {\n value = module.log.name\n}\noutput "path" {\n value = path.module\n}',
    '.terraform/modules/vpc/modules/log/main.tf': 'output "name" {\n value = "log"\n}',
  };

  test('are found by their place in the tree of calls', () => {
    const evaluation = open(files);
    expect(outputs(evaluation)).toEqual({ x: ['log', '.terraform/modules/vpc'] });
    expect(summaries(evaluation.diagnostics())).toEqual([]);
  });

  test('are those of each root', () => {
    const moved = Object.fromEntries(Object.entries(files).map(([path, text]) => [`live/${path}`, text]));
    const evaluation = openRoot(memoryFileSystem(moved), 'live');
    expect(outputs(evaluation)).toEqual({ x: ['log', '.terraform/modules/vpc'] });
  });

  test.each(['stolen', 'elsewhere', 'unknown'])('are missing when the manifest leads nowhere: %s', (name) => {
    const evaluation = open({
      'main.tf': `module "${name}" {\n source = "acme/x/aws"\n}\n`,
      '.terraform/modules/modules.json': MANIFEST,
    });
    evaluation.modules();
    expect(summaries(evaluation.diagnostics())).toEqual(['main.tf:2: Module not installed']);
    expect(evaluation.gaps().map(({ kind }) => kind)).toEqual(['missing-module']);
  });

  test.each(['', 'not json', '[]', '{"Modules": 5}', '{"Modules": [1, {"Key": 5}]}'])(
    'a manifest of %j is no manifest',
    (text) => {
      const evaluation = open({
        'main.tf': 'module "a" {\n source = "acme/x/aws"\n}\n',
        '.terraform/modules/modules.json': text,
      });
      expect(evaluation.modules().length).toBe(1);
    },
  );
});

test('another source of installed modules can be given', () => {
  const fileSystem = memoryFileSystem({
    'main.tf': 'module "a" {\n source = "git::https://example.com/a.git"\n}\noutput "x" {\n value = module.a.x\n}',
    'cache/a/main.tf': 'output "x" {\n value = 1\n}',
  });
  const evaluation = openRoot(fileSystem, '.', {
    installedModules: { find: (_root, key) => (key === 'a' ? 'cache/a' : undefined) },
  });
  expect(outputs(evaluation)).toEqual({ x: 1 });
});

test.each([
  ['./modules/vpc', true, false],
  ['../vpc', true, false],
  ['acme/vpc/aws', true, true],
  ['registry.example.com/acme/vpc/aws', true, true],
  ['acme/vpc/aws//modules/log', true, true],
  ['github.com/acme/vpc', true, false],
  ['git@github.com:acme/vpc.git', true, false],
  ['git::https://example.com/vpc.git?ref=v1', true, false],
  ['https://example.com/vpc.zip', true, false],
  ['modules/vpc', false, false],
  ['vpc', false, false],
])('%s is an address: %s, of a registry: %s', (source, isSource, isRegistry) => {
  expect([isModuleSource(source), isRegistrySource(source)]).toEqual([isSource, isRegistry]);
});
