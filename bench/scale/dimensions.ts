import { join } from 'node:path';
import type { Callee } from '../estate/call.ts';
import { cloudOf, themeAt } from '../estate/cloud.ts';
import { moduleFolder } from '../estate/folder.ts';
import { rootFolder } from '../estate/root.ts';
import { MISTAKES } from '../estate/write-estate.ts';
import { writeFiles } from '../estate/write-files.ts';
import { instancesText } from './instances.ts';

/** One thing that may become large, while everything else stays. */
export interface Dimension {
  readonly name: string;
  /** The smallest size; it is doubled `DOUBLINGS` times. */
  readonly first: number;
  /** A size that costs next to nothing but loads the same code: its cost is that of starting. */
  readonly fixed: number;
  /** Writes a configuration of that size into an empty folder. */
  readonly write: (directory: string, size: number) => void;
  /** What is run instead of the command: a benchmark of ours and its arguments. */
  readonly instead?: (size: number) => readonly string[];
}

export const DOUBLINGS = 5;

const CLOUD = cloudOf(0);
const ROOT = 'live/production/orders';
/**
 * Resources beside calls that cost little each: V8 optimises the program once, within its first half second, and a doubling that happens to
 * fall there would be charged with it.
 */
const BESIDE = 1_000;

export const DIMENSIONS: readonly Dimension[] = [
  {
    name: 'resources of one root',
    first: 500,
    fixed: 50,
    write: (directory, size) => void writeFiles(directory, rootFolder(ROOT, CLOUD, [], size, MISTAKES).files),
  },
  {
    name: 'files of the same text (2,000 resources)',
    first: 32,
    fixed: 1,
    write: (directory, size) => {
      const { files } = rootFolder(ROOT, CLOUD, [], size === 1 ? 50 : 2_000, MISTAKES);
      writeFiles(directory, cut(files, size));
    },
  },
  {
    name: 'roots of 50 resources',
    first: 16,
    fixed: 1,
    write: (directory, size) => {
      for (let i = 0; i < size; i++) {
        writeFiles(join(directory, `live/production/team-${i}`), rootFolder(ROOT, CLOUD, [], 50, MISTAKES).files);
      }
    },
  },
  {
    name: 'calls of one module of 6 resources',
    first: 256,
    fixed: 1,
    write: (directory, size) => {
      writeModule(directory, 'modules/shared', 6, []);
      const callees = Array.from(
        { length: size },
        (_, i): Callee => ({ name: `call_${i}`, source: './modules/shared' }),
      );
      writeFiles(directory, rootFolder(ROOT, CLOUD, callees, BESIDE, MISTAKES).files);
    },
  },
  {
    name: 'depth of modules within modules, 12 resources each',
    first: 16,
    fixed: 1,
    write: (directory, size) => {
      for (let i = 1; i <= size; i++) {
        writeModule(
          directory,
          `modules/level-${i}`,
          12,
          i < size ? [{ name: 'next', source: `../level-${i + 1}` }] : [],
        );
      }
      const callees = [{ name: 'next', source: './modules/level-1' }];
      writeFiles(directory, rootFolder(ROOT, CLOUD, callees, 50, MISTAKES).files);
    },
  },
  {
    name: '`for_each` width of a bucket, its companions and a table',
    first: 400,
    fixed: 20,
    write: (directory, size) => void writeFiles(directory, new Map([['main.tf', instancesText(size, 50)]])),
  },
  {
    name: 'instances of one finding',
    first: 400,
    fixed: 20,
    write: (directory, size) => void writeFiles(directory, new Map([['main.tf', instancesText(size, 1)]])),
  },
  {
    name: 'findings: mistakes made at so many of 64 places (2,000 resources)',
    first: 2,
    fixed: 0,
    write: (directory, size) => {
      writeFiles(directory, rootFolder(ROOT, CLOUD, [], size === 0 ? 50 : 2_000, size / 64).files);
    },
  },
  {
    name: 'built-in checks of 2,000 resources',
    first: 11,
    fixed: 0,
    write: () => undefined,
    instead: (size) => ['judge', String(size)],
  },
  {
    name: 'custom checks of 2,000 resources',
    first: 32,
    fixed: 0,
    write: (directory, size) => {
      writeFiles(directory, rootFolder(ROOT, CLOUD, [], size === 0 ? 50 : 2_000, MISTAKES).files);
      if (size > 0) writeFiles(directory, new Map([['.tfsec/team_tfchecks.json', customChecks(size)]]));
    },
  },
];

function writeModule(directory: string, path: string, resources: number, callees: readonly Callee[]): void {
  const { pieces } = themeAt(CLOUD, 0);
  writeFiles(join(directory, path), moduleFolder(path, CLOUD, pieces, resources, MISTAKES, callees).files);
}

/** The blocks of a root in so many files; its settings stay as they are. */
function cut(files: ReadonlyMap<string, string>, count: number): ReadonlyMap<string, string> {
  const settings = 'terraform.tfvars';
  const code = [...files].filter(([name]) => name !== settings).map(([, text]) => text);
  const blocks = code.join('\n').split(/(?<=^}\n)\n+/m);
  const result = new Map([[settings, files.get(settings) ?? '']]);
  for (let i = 0; i < count; i++) {
    const [from, to] = [i, i + 1].map((at) => Math.round((at * blocks.length) / count));
    result.set(`part-${String(i).padStart(4, '0')}.tf`, blocks.slice(from, to).join('\n'));
  }
  return result;
}

/** Checks of tags and names, as teams write them. */
function customChecks(count: number): string {
  const types = ['aws_s3_bucket', 'aws_dynamodb_table', 'aws_kms_key', 'aws_db_instance'];
  const checks = Array.from({ length: count }, (_, i) => ({
    code: `team-${i}`,
    description: `Rule ${i} of the team`,
    severity: 'LOW',
    requiredTypes: ['resource'],
    requiredLabels: [types[i % types.length]],
    // Every resource has tags; few have been asked for what one check of 16 asks.
    matchSpec: i % 16 === 0 ? { name: 'timeouts', action: 'isPresent' } : { name: 'tags', action: 'isPresent' },
    errorMessage: 'Not as agreed',
  }));
  return JSON.stringify({ checks });
}
