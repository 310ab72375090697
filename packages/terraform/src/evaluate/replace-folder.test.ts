import { expect, test } from 'vitest';
import { createFolders } from '../configuration/folders.ts';
import type { FileSystem } from '../source/file-system.ts';
import { memoryFileSystem } from '../source/memory-file-system.ts';
import type { Evaluation } from './evaluation.ts';
import { openRoot } from './open-root.ts';
import { followedWhile, isReplaceable, replaceFolder } from './replace-folder.ts';

const ROOT = `
module "queue" {
  source = "./queue"
  name   = "orders"
}

resource "aws_sqs_queue_policy" "orders" {
  queue_url = module.queue.url
  policy    = module.queue.policy
}
`;

const QUEUE = `
variable "name" {}

resource "aws_sqs_queue" "main" {
  name = var.name
}

output "url" {
  value = aws_sqs_queue.main.id
}

output "policy" {
  value = "none"
}

output "size" {
  value = 1
}
`;

/** A root in memory whose files can be changed; what is read later is the present state. */
function open(files: Readonly<Record<string, string>>): {
  evaluation: Evaluation;
  readonly write: (changed: Readonly<Record<string, string>>) => void;
} {
  let present = memoryFileSystem(files);
  const fileSystem: FileSystem = {
    read: (path) => present.read(path),
    list: (path) => present.list(path),
    stat: (path) => present.stat(path),
  };
  let folders = createFolders(fileSystem);
  const renewed = { fileSystem, load: (directory: string) => folders.load(directory) };
  const evaluation = openRoot(fileSystem, '.', { folders: renewed });
  for (const resource of evaluation.resources())
    for (const name of resource.body.attributeNames) void resource.body.attribute(name)?.value;
  return {
    evaluation,
    write(changed) {
      present = memoryFileSystem({ ...files, ...changed });
      folders = createFolders(fileSystem);
    },
  };
}

test('the module is the new one, and what was computed around it stays', () => {
  const { evaluation, write } = open({ 'main.tf': ROOT, 'queue/main.tf': QUEUE });
  const [policy] = evaluation.resourcesOfType('aws_sqs_queue_policy');
  write({ 'queue/main.tf': QUEUE.replace('name = var.name', 'name = "${var.name}-new"\n  delay_seconds = 3') });
  const replaced = replaceFolder(evaluation, 'queue');
  expect(replaced?.removed.map((module) => module.address)).toEqual(['module.queue']);
  expect(replaced?.added).toEqual(evaluation.modules().filter((module) => module.address === 'module.queue'));
  expect(evaluation.resourcesOfType('aws_sqs_queue_policy')).toEqual([policy]);
  const [queue] = evaluation.resourcesOfType('aws_sqs_queue');
  expect(queue?.body.attribute('name')?.value).toMatchObject({ value: 'orders-new' });
  expect(evaluation.files().map(({ file }) => file.text.includes('delay_seconds'))).toEqual([false, true]);
});

test('values that stand for a resource of the module lead to the new one', () => {
  const { evaluation, write } = open({ 'main.tf': ROOT, 'queue/main.tf': QUEUE });
  const [policy] = evaluation.resourcesOfType('aws_sqs_queue_policy');
  const url = policy?.body.attribute('queue_url')?.value;
  const subject = url?.kind === 'unknown' ? url.origin?.subject : undefined;
  if (subject === undefined) throw new Error('the url is known');
  write({ 'queue/main.tf': QUEUE.replace('name = var.name', 'name = "other"') });
  expect(replaceFolder(evaluation, 'queue')).toBeDefined();
  const [queue] = evaluation.resourcesOfType('aws_sqs_queue');
  expect(evaluation.resourceOf(subject)).toBe(queue);
  expect(queue?.subject).toBe(subject);
});

test('where values lead is noted', () => {
  const { evaluation } = open({ 'main.tf': ROOT, 'queue/main.tf': QUEUE });
  const [policy] = evaluation.resourcesOfType('aws_sqs_queue_policy');
  const [, queue] = evaluation.modules();
  expect([...followedWhile(evaluation, () => void policy?.body.attribute('policy')?.explain())]).toEqual([queue]);
  const url = policy?.body.attribute('queue_url')?.value;
  const subject = url?.kind === 'unknown' ? url.origin?.subject : undefined;
  if (subject === undefined) throw new Error('the url is known');
  expect([...followedWhile(evaluation, () => void evaluation.resourceOf(subject))]).toEqual([queue]);
});

test.each<[string, Readonly<Record<string, string>>, Readonly<Record<string, string>>]>([
  ['an output that is used has another value', {}, { 'queue/main.tf': QUEUE.replace('"none"', '"all"') }],
  ['an output that is used is gone', {}, { 'queue/main.tf': QUEUE.replace('output "policy"', 'output "other"') }],
  [
    'a value stands for another resource',
    {},
    { 'queue/main.tf': QUEUE.replaceAll('.main', '.more').replace('"main"', '"more"') },
  ],
  ['a file of it does not parse', {}, { 'queue/main.tf': `${QUEUE}\nresource {` }],
  ['it lacks an argument now', {}, { 'queue/main.tf': `${QUEUE}\nvariable "more" {}\n` }],
  [
    'it has a problem of evaluation',
    {},
    { 'queue/main.tf': `${QUEUE}\nresource "aws_sqs_queue" "x" {\n  count = "many"\n}\n` },
  ],
  [
    'the root has a problem of its own',
    { 'more.tf': 'resource "aws_sqs_queue" "more" {\n  name = var.nope\n}\n' },
    { 'queue/main.tf': `${QUEUE}\n# more\n` },
  ],
  [
    'the root imports',
    { 'import.tf': 'import {\n  to = module.queue.aws_sqs_queue.main\n  id = "x"\n}\n' },
    { 'queue/main.tf': `${QUEUE}\n# more\n` },
  ],
])('not when %s', (_, more, changed) => {
  const { evaluation, write } = open({ 'main.tf': ROOT, 'queue/main.tf': QUEUE, ...more });
  write({ ...more, ...changed });
  expect(replaceFolder(evaluation, 'queue') === undefined).toBe(true);
});

test('outputs that nobody refers to may change', () => {
  const { evaluation, write } = open({ 'main.tf': ROOT, 'queue/main.tf': QUEUE });
  write({ 'queue/main.tf': QUEUE.replace('value = 1', 'value = 2') });
  expect(replaceFolder(evaluation, 'queue')).toBeDefined();
});

const ELSEWHERE = 'module "vpc" {\n  source = "acme/vpc/aws"\n}\n';

test('modules that are missing elsewhere are no hindrance, and remain told', () => {
  const { evaluation, write } = open({ 'main.tf': ROOT + ELSEWHERE, 'queue/main.tf': QUEUE });
  write({ 'queue/main.tf': QUEUE.replace('name = var.name', 'name = "new"') });
  expect(replaceFolder(evaluation, 'queue') === undefined).toBe(false);
  expect(evaluation.gaps().map(({ name }) => name)).toEqual(['module.vpc']);
});

test('a module that is missing within is one', () => {
  const { evaluation, write } = open({ 'main.tf': ROOT, 'queue/main.tf': QUEUE + ELSEWHERE });
  write({ 'queue/main.tf': QUEUE });
  expect(isReplaceable(evaluation, 'queue')).toBe(false);
  const other = open({ 'main.tf': ROOT, 'queue/main.tf': QUEUE });
  other.write({ 'queue/main.tf': QUEUE + ELSEWHERE });
  expect(replaceFolder(other.evaluation, 'queue') === undefined).toBe(true);
});
