import { fileURLToPath } from 'node:url';
import { type FileSystem, memoryFileSystem } from '@tfwarden/terraform';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { customChecks } from '../src/custom/custom-checks.ts';
import { readCustomChecks } from '../src/custom/read-custom-checks.ts';
import { diskFileSystem } from '../src/node/disk-file-system.ts';
import { shortValue } from '../src/report/chain.ts';
import { createPacker } from '../src/scan/packed/pack-report.ts';
import type { PackedReport } from '../src/scan/packed/packed-report.ts';
import { scanInOrder } from '../src/scan/packed/scan-in-order.ts';
import { unpackReports } from '../src/scan/packed/unpack-reports.ts';
import { type ScanOptions, type ScanRoots, scan } from '../src/scan/scan.ts';
import { scanRoot } from '../src/scan/scan-root.ts';
import { DEFAULT_SETTINGS } from '../src/scan/settings.ts';
import { HARD_ESTATE, HARD_ESTATE_CHECKS } from './hard-estate.ts';
import { partsOfAllFormats, renderAll } from './render-all.ts';

const EXAMPLES = fileURLToPath(new URL('../../../examples', import.meta.url));
const EVERYTHING = { includePassed: true, includeIgnored: true, includeUndetermined: true, explain: true };
const SETTINGS = { ...DEFAULT_SETTINGS, today: '2026-11-22' };

/** How roots are shared out: for each step the root, by its index among those that are left, and the thread that takes it. */
type Sharing = readonly { readonly root: number; readonly thread: number }[];

/** Scans as threads do, with a packer for each and nothing but clones of plain data between them. */
function asThreads(sharing: Sharing, choices: Parameters<typeof partsOfAllFormats>[0], allWork?: number): ScanRoots {
  return async (directories, given, onProgress) => {
    const shown = partsOfAllFormats(choices);
    const work = { left: allWork ?? given.work.left, isReported: false };
    const context = { ...given, work };
    const packers = new Map<number, ReturnType<typeof createPacker>>();
    const made = new Map<number, PackedReport>();
    const left = [...directories.entries()];
    for (const { root, thread } of sharing) {
      const [entry] = left.splice(root % Math.max(1, left.length), 1);
      if (entry === undefined) break;
      const packer = packers.get(thread) ?? createPacker(context, shown, shortValue);
      packers.set(thread, packer);
      const report = await scanRoot(entry[1], { ...context, work: { ...work } });
      made.set(entry[0], structuredClone(packer(report, entry[0])));
      // The next root finds nothing parsed.
      context.folders.trim?.(0);
    }
    const newPacker = () => createPacker(context, shown, shortValue);
    const packed = await scanInOrder(directories, context, made, newPacker(), newPacker, onProgress);
    const reports = await unpackReports(packed, context);
    if (reports === undefined) throw new Error('no file has changed');
    return reports;
  };
}

const sharingOf = (roots: number): Sharing =>
  Array.from({ length: roots }, (_, index) => ({ root: index * 7, thread: index % 3 }));

async function expectSame(
  fileSystem: FileSystem,
  choices: Parameters<typeof partsOfAllFormats>[0],
  sharing: Sharing,
  options: Partial<ScanOptions> = {},
): Promise<Readonly<Record<string, string>>> {
  const settings = { ...SETTINGS, includePassed: choices.includePassed === true, ...options.settings };
  const whole = await scan(fileSystem, ['.'], { ...options, settings });
  const packed = await scan(fileSystem, ['.'], { ...options, settings, scanRoots: asThreads(sharing, choices) });
  const expected = await renderAll(whole, choices);
  expect(await renderAll(packed, choices)).toEqual(expected);
  expect(packed.counts).toEqual(whole.counts);
  return expected;
}

describe('a result of packed reports is the result', () => {
  test('of all examples, in every format', async () => {
    const choices = { ...EVERYTHING, includePassed: false };
    const rendered = await expectSame(diskFileSystem(EXAMPLES), choices, sharingOf(100));
    expect(rendered['json']).toContain('"roots": 20');
  });

  test.each([
    ['with everything', EVERYTHING],
    ['with the least', {}],
    ['without frames', { concise: true }],
    ['with values', { explain: true, noCode: true }],
  ])('of an estate with one of each, %s', async (_, choices) => {
    const read = await readCustomChecks('team_tfchecks.yaml', HARD_ESTATE_CHECKS);
    if (!('checks' in read)) throw new Error('the checks have mistakes');
    const furtherChecks = [customChecks(read.checks, choices === EVERYTHING)];
    const rendered = await expectSame(memoryFileSystem(HARD_ESTATE), choices, sharingOf(4), { furtherChecks });
    expect(rendered['json']).toContain('custom-custom-ports');
    expect(rendered['gaps']?.split('\n')).toHaveLength(4);
    expect(rendered['ignores']).toContain('true');
    if (choices === EVERYTHING) expect(rendered['text']).toMatch(/from: +var\.cidr = "0\.0\.0\.0\/0" in live\/orders/);
  });

  test('when each instance counts', async () => {
    const settings = { ...SETTINGS, isUngrouped: true };
    await expectSame(memoryFileSystem(HARD_ESTATE), EVERYTHING, sharingOf(4), { settings });
  });

  test('when checks throw', async () => {
    const furtherChecks = [
      {
        rules: [],
        evaluate: () => ({
          findings: [],
          defects: [
            { ruleId: 'team', address: 'a', error: new TypeError('no luck') },
            { ruleId: 'team', address: 'b', error: 'a word' },
          ],
        }),
      },
    ];
    const rendered = await expectSame(memoryFileSystem(HARD_ESTATE), {}, sharingOf(4), { furtherChecks });
    expect(rendered['defects']).toContain('a TypeError: no luck\nb a word');
  });
});

test('threads that share roots out in any way make the same result', async () => {
  const names = fc.constantFrom('orders', 'billing', 'broken', 'users');
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(names, { minLength: 1 }),
      fc.array(fc.record({ root: fc.nat(3), thread: fc.nat(2) }), { maxLength: 4 }),
      async (roots, sharing) => {
        const files = Object.entries(HARD_ESTATE).filter(
          ([path]) => path.startsWith('modules/') || roots.some((name) => path.startsWith(`live/${name}/`)),
        );
        await expectSame(memoryFileSystem(Object.fromEntries(files)), EVERYTHING, sharing);
      },
    ),
    { numRuns: 6 },
  );
});

describe('the work that all roots may do together', () => {
  const LOOP = 'resource "aws_s3_bucket" "b" {\n  bucket = join("", [for a in range(100) : join("", range(20))])\n}\n';
  const files = memoryFileSystem({ 'a/main.tf': LOOP, 'b/main.tf': LOOP, 'c/main.tf': LOOP, 'd/main.tf': LOOP });

  test.each([0, 3000, 5000, 100_000])('is the same for all threads: %i steps', async (steps) => {
    const one = await scan(files, ['.'], { settings: SETTINGS, scanRoots: asThreads([], EVERYTHING, steps) });
    const scanRoots = asThreads(sharingOf(4), EVERYTHING, steps);
    const several = await scan(files, ['.'], { settings: SETTINGS, scanRoots });
    expect(await renderAll(several, EVERYTHING)).toEqual(await renderAll(one, EVERYTHING));
    const isTold = one.diagnostics.some(({ summary }) => summary === 'Too much to evaluate');
    expect(isTold).toBe(steps < 100_000);
  });
});
