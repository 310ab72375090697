import { type FileSystem, memoryFileSystem } from '@tfwarden/terraform';
import { describe, expect, test } from 'vitest';
import type { FurtherChecks } from './further-checks.ts';
import { createScanner, type Scanner, type ScannerOptions } from './scanner.ts';
import { DEFAULT_SETTINGS } from './settings.ts';

const TABLE = 'resource "aws_dynamodb_table" "orders" {\n  hash_key = "id"\n}\n';
const RECOVERED = TABLE.replace('}\n', '  point_in_time_recovery {\n    enabled = true\n  }\n}\n');
const FILES = {
  'live/main.tf': 'module "tables" {\n  source = "../modules/tables"\n}\n',
  'stage/main.tf': 'module "tables" {\n  source = "../modules/tables"\n}\n',
  'lonely/main.tf': TABLE,
  'modules/tables/main.tf': TABLE,
};

interface Estate {
  readonly scanner: Scanner;
  /** Roots that were scanned, or brought up to date, in the order in which that was begun. */
  readonly visited: string[];
  /** Paths that were read, in order. */
  readonly read: string[];
  readonly write: (files: Readonly<Record<string, string>>) => void;
}

function open(files: Readonly<Record<string, string>> = FILES, options: Partial<ScannerOptions> = {}): Estate {
  let present = memoryFileSystem(files);
  const visited: string[] = [];
  const read: string[] = [];
  const fileSystem: FileSystem = {
    read(path) {
      read.push(path);
      return present.read(path);
    },
    list: (path) => present.list(path),
    stat: (path) => present.stat(path),
  };
  const onProgress = (_: number, __: number, directory: string): void => void visited.push(directory);
  const scanner = createScanner(fileSystem, ['.'], { settings: DEFAULT_SETTINGS, onProgress, ...options });
  return { scanner, visited, read, write: (changed) => void (present = memoryFileSystem({ ...files, ...changed })) };
}

describe('what is done again', () => {
  test('nothing when nothing changed: the result is the same object', async () => {
    const { scanner, visited } = open();
    const first = await scanner.scan();
    expect(await scanner.scan()).toBe(first);
    expect(await scanner.scan(['live/main.tf', 'no/such.tf'])).toBe(first);
    expect(visited).toEqual(['live', 'lonely', 'stage']);
  });

  test('only the roots that a change reaches, and only the file that was named is read', async () => {
    const { scanner, visited, read, write } = open();
    await scanner.scan();
    visited.length = 0;
    read.length = 0;
    write({ 'modules/tables/main.tf': RECOVERED });
    const { findings } = await scanner.scan(['modules/tables/main.tf']);
    expect(visited).toEqual(['live', 'stage']);
    expect(read).toEqual(['modules/tables/main.tf']);
    expect(findings.filter(({ rule }) => rule.id === 'aws-dynamodb-enable-recovery')).toHaveLength(1);
  });

  test('a change that is not named is not seen, until everything is looked at', async () => {
    const { scanner, write } = open();
    const first = await scanner.scan();
    write({ 'lonely/main.tf': RECOVERED });
    expect(await scanner.scan([])).toBe(first);
    expect((await scanner.scan()).counts.failed).toBe(first.counts.failed - 1);
  });

  test('a file that was looked for and appears', async () => {
    const text = 'resource "aws_sqs_queue_policy" "q" {\n  policy = fileexists("more.json") ? "" : ""\n}\n';
    const { scanner, visited, write } = open({ ...FILES, 'lonely/main.tf': text });
    await scanner.scan();
    visited.length = 0;
    write({ 'lonely/main.tf': text, 'lonely/more.json': '{}' });
    await scanner.scan(['lonely/more.json']);
    expect(visited).toEqual(['lonely']);
  });
});

test('folders in which a change counts', async () => {
  const { scanner } = open();
  expect(scanner.folders()).toEqual(new Set());
  await scanner.scan();
  expect([...scanner.folders()].toSorted()).toEqual(['.', 'live', 'lonely', 'modules', 'modules/tables', 'stage']);
});

test('scans that are asked for at once come one after the other', async () => {
  const { scanner, write } = open();
  const first = scanner.scan();
  write({ 'lonely/main.tf': RECOVERED });
  const second = scanner.scan();
  expect((await second).counts.failed).toBeLessThanOrEqual((await first).counts.failed);
  expect((await second).counts.roots).toBe(3);
});

test('a scan that ends with an error is made up for by the next', async () => {
  let isBroken = true;
  const broken: FurtherChecks = {
    rules: [],
    evaluate(evaluation) {
      if (isBroken && evaluation.root.directory === 'lonely') throw new Error('no luck');
      return { findings: [], defects: [] };
    },
  };
  const settings = { ...DEFAULT_SETTINGS, checksMayPanic: true };
  const { scanner } = open(FILES, { settings, furtherChecks: [broken] });
  await expect(scanner.scan()).rejects.toThrow('no luck');
  isBroken = false;
  expect((await scanner.scan([])).roots).toEqual(['live', 'lonely', 'stage']);
});

test('a file system that depends on the order of questions is asked everything anew', async () => {
  const visited: string[] = [];
  const scanner = createScanner({ ...memoryFileSystem(FILES), renew: () => false }, ['.'], {
    settings: DEFAULT_SETTINGS,
    onProgress: (_, __, directory) => void visited.push(directory),
  });
  await scanner.scan();
  await scanner.scan([]);
  expect(visited).toEqual(['live', 'lonely', 'stage', 'live', 'lonely', 'stage']);
});
