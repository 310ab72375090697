import { expect, test } from 'vitest';
import { open, outputs, summaries } from '../../testing/open.ts';
import { isProblem } from './file-system.ts';
import { listFolder } from './list-folder.ts';
import { memoryFileSystem } from './memory-file-system.ts';

test('configuration files are told from everything else', () => {
  const listing = listFolder(
    memoryFileSystem({
      'main.tf': '',
      'b.tf.json': '{}',
      'a.tofu': '',
      'a.tf': '',
      'override.tf': '',
      'z_override.tofu.json': '{}',
      '.hidden.tf': '',
      'backup.tf~': '',
      '#edited.tf#': '',
      'x.tftest.hcl': '',
      'notes.txt': '',
      'sub/main.tf': '',
    }),
    '.',
  );
  if (isProblem(listing)) throw new Error(listing.reason);
  expect(listing.primary).toEqual(['a.tofu', 'b.tf.json', 'main.tf']);
  expect(listing.overrides).toEqual(['override.tf', 'z_override.tofu.json']);
  expect(listing.folders).toEqual(['sub']);
  expect(listing.skipped).toEqual([{ path: 'a.tf', reason: 'replaced by a.tofu, as OpenTofu does' }]);
});

test('files with values come in the order that lets later ones win', () => {
  const listing = listFolder(
    memoryFileSystem({
      'z.auto.tfvars': '',
      'a.auto.tfvars.json': '{}',
      'terraform.tfvars.json': '{}',
      'terraform.tfvars': '',
      'other.tfvars': '',
    }),
    '.',
  );
  if (isProblem(listing)) throw new Error(listing.reason);
  expect(listing.variableFiles).toEqual([
    'terraform.tfvars',
    'terraform.tfvars.json',
    'a.auto.tfvars.json',
    'z.auto.tfvars',
  ]);
});

test('a .tofu file takes the place of the .tf file of its name', () => {
  const evaluation = open({
    'main.tf': 'output "who" {\n value = "terraform"\n}',
    'main.tofu': 'output "who" {\n value = "opentofu"\n}',
  });
  expect(outputs(evaluation)).toEqual({ who: 'opentofu' });
  expect(evaluation.skippedFiles().map(({ path }) => path)).toEqual(['main.tf']);
});

test('override files are merged by argument and by type of block', () => {
  const evaluation = open({
    'main.tf':
      'resource "aws_s3_bucket" "logs" {\n  bucket = "a"\n  acl = "private"\n  rule {\n    id = 1\n  }\n  rule {\n    id = 2\n  }\n  other {\n    id = 3\n  }\n}\n',
    'x_override.tf': 'resource "aws_s3_bucket" "logs" {\n  bucket = "b"\n  rule {\n    id = 9\n  }\n}\n',
  });
  const [logs] = evaluation.resourcesOfType('aws_s3_bucket');
  const ids = ['rule', 'other'].map((type) => logs?.body.blocks(type).length);
  expect([logs?.body.attributeNames, ids]).toEqual([
    ['bucket', 'acl'],
    [1, 1],
  ]);
  expect(summaries(evaluation.diagnostics())).toEqual([]);
});
