import { memoryFileSystem } from '@tfwarden/terraform';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scan } from '../../src/scan/scan.ts';
import { createScanner } from '../../src/scan/scanner.ts';
import { DEFAULT_SETTINGS, type ScanSettings } from '../../src/scan/settings.ts';
import { changing } from './changing.ts';
import { applyEdit, type Edit, edits, type Files, smallEdits } from './edits.ts';
import { ESTATE } from './estate.ts';
import { observe, observeFacts } from './observe.ts';
import { SOUND_ESTATE } from './sound-estate.ts';

/** The same few sequences each time; more, and other ones: `SEQUENCES=2000 npx vitest run packages/tfwarden/test/incremental`. */
const SEQUENCES = process.env['SEQUENCES'];
const RUNS: fc.Parameters<unknown> =
  SEQUENCES === undefined ? { numRuns: 10, seed: 20261122 } : { numRuns: Number(SEQUENCES) };

/** Several edits are saved at once, as a checkout does; what was saved may be named, or left to be found out. */
interface Step {
  readonly edits: readonly Edit[];
  readonly isNamed: boolean;
  /** Whether the result is looked at: what is computed on demand is then computed later, or never. */
  readonly isRead: boolean;
}

const STEP: fc.Arbitrary<Step> = fc.record({
  edits: fc.array(edits(), { minLength: 1, maxLength: 3 }),
  isNamed: fc.boolean(),
  isRead: fc.boolean(),
});

/** One edit that leaves files as they should be, most often. */
const SMALL_STEP: fc.Arbitrary<Step> = fc.record({
  edits: fc.array(smallEdits(), { minLength: 1, maxLength: 2 }),
  isNamed: fc.boolean(),
  isRead: fc.boolean(),
});

const SETTINGS: fc.Arbitrary<ScanSettings> = fc.constantFrom<ScanSettings[]>(
  DEFAULT_SETTINGS,
  DEFAULT_SETTINGS,
  { ...DEFAULT_SETTINGS, includePassed: true, allChecks: true },
  { ...DEFAULT_SETTINGS, forceAllDirs: true, isUngrouped: true },
  { ...DEFAULT_SETTINGS, noAutoVariables: true, isPathExcluded: (path) => path.includes('sandbox') },
);

const ENOUGH = 200_000_000;

/** Enough, hardly enough, or too little: a scan of the estates takes less than a thousand. */
const WORK: fc.Arbitrary<number> = fc.constantFrom(ENOUGH, ENOUGH, ENOUGH, ENOUGH, 800, 300);

/** With problems, of which some come and go; and without any, where only what an edit reaches within a root is made anew. */
test.each([
  ['an estate with problems', ESTATE, STEP],
  ['an estate without problems', SOUND_ESTATE, SMALL_STEP],
] as const)(
  '%s: after any edits, the result is that of a fresh scan',
  async (_, estate, anyStep) => {
    await fc.assert(
      fc.asyncProperty(
        SETTINGS,
        WORK,
        fc.array(anyStep, { minLength: 1, maxLength: 8 }),
        async (settings, work, steps) => {
          let files: Files = new Map(Object.entries(estate));
          const scanner = createScanner(
            changing(() => files),
            ['.'],
            { settings, work },
          );
          await scanner.scan();
          for (const [index, step] of steps.entries()) {
            const changes: string[] = [];
            for (const edit of step.edits) {
              const edited = applyEdit(files, edit, estate);
              files = withoutClashes(edited.files);
              changes.push(...edited.changes);
            }
            const result = await scanner.scan(step.isNamed ? changes : undefined);
            if (!step.isRead && index < steps.length - 1) continue;
            const fresh = await scan(memoryFileSystem(Object.fromEntries(files)), ['.'], { settings, work });
            // With hardly any work left, explanations that are asked for later get what is left of another scan.
            const look = work === ENOUGH ? observe : observeFacts;
            expect(look(result)).toEqual(look(fresh));
          }
        },
      ),
      RUNS,
    );
  },
  3_600_000,
);

/** No file is a folder of another file. */
function withoutClashes(files: Files): Files {
  const paths = [...files.keys()];
  return new Map([...files].filter(([path]) => !paths.some((other) => other.startsWith(`${path}/`))));
}
