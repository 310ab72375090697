import { fail } from 'node:assert';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { evaluateChecks, loadAllChecks } from '@tfwarden/checks';
import { parseConfig, SourceFile } from '@tfwarden/hcl';
import { memoryFileSystem, openRoot } from '@tfwarden/terraform';
import { createScanner, DEFAULT_SETTINGS } from 'tfwarden';
import { diskFileSystem } from '../../packages/tfwarden/src/node/disk-file-system.ts';
import { cloudOf } from '../estate/cloud.ts';
import { rootFolder } from '../estate/root.ts';
import { MISTAKES } from '../estate/write-estate.ts';
import { parseCorpus } from '../parse-corpus.ts';
import { instancesText } from '../scale/instances.ts';
import { calibrate } from './calibrate.ts';

/** Milliseconds of CPU, by what was done. */
export type Costs = Readonly<Record<string, number>>;

/** What is measured inside a process of its own, so that neither starting nor the work before has a part in it. */
export const WORKLOADS: Readonly<Record<string, (directory: string) => Promise<Costs> | Costs>> = {
  calibration: () => ({ calibration: cpuOf(calibrate) }),
  parse() {
    const files = [1, 2, 3, 4].map((i) => new SourceFile(`main-${i}.tf`, parseCorpus(1 << 20)));
    return { parse: cpuOf(() => files.map((file) => parseConfig(file))) };
  },
  evaluate() {
    const fileSystem = memoryFileSystem({ 'main.tf': instancesText(4_000, 50) });
    return { evaluate: cpuOf(() => readAll(openRoot(fileSystem, '.'))) };
  },
  async judge() {
    const checks = await loadAllChecks();
    const { files } = rootFolder('live/production/orders', cloudOf(0), [], 2_000, MISTAKES);
    const evaluation = openRoot(memoryFileSystem(Object.fromEntries(files)), '.');
    readAll(evaluation);
    return { judge: cpuOf(() => evaluateChecks(evaluation, checks)) };
  },
  /** @param directory  an estate, one file of which is edited and then left as it was */
  async edit(directory) {
    const scanner = createScanner(diskFileSystem(directory), ['.'], { settings: DEFAULT_SETTINGS });
    const full = await cpuOfAsync(() => scanner.scan());
    const name = 'live/production/orders/storage.tf';
    const path = join(directory, name);
    const before = readFileSync(path, 'utf8');
    const edits: number[] = [];
    for (let i = 0; i < EDITS; i++) {
      writeFileSync(path, i % 2 === 0 ? `${before}\nresource "aws_sns_topic" "added" {}\n` : before);
      edits.push(await cpuOfAsync(() => scanner.scan([name])));
    }
    return { full, edit: edits.toSorted((a, b) => a - b)[EDITS >> 1] ?? fail('no edit was made') };
  },
};

/** An even number: the last one takes the edit back. */
const EDITS = 10;

function readAll(evaluation: ReturnType<typeof openRoot>): void {
  for (const { body } of evaluation.resources()) {
    for (const name of body.attributeNames) void body.attribute(name)?.value;
  }
}

function cpuOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  return since(before);
}

async function cpuOfAsync(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  return since(before);
}

function since(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
