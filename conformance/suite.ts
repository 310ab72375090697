/**
 * What a module in `suites/` exports: plays every case of `dir` (a folder shaped as `conformance/data`) and tells `report` of each.
 * A suite without its data file in `dir` reports nothing; its line then says 0/0.
 */
export interface Suite {
  run(dir: string, report: Report): void | Promise<void>;
}

/** How a suite tells its results. Every case is told exactly once. */
export interface Report {
  pass(id: string): void;
  /** @param difference what differs, readable, over one or more lines */
  fail(id: string, difference: string): void;
  /** Passes when both are deeply equal as JSON (order of keys apart); otherwise fails with the first differences by path. */
  compare(id: string, expected: unknown, actual: unknown): void;
}

/** One waived case: `conformance/waivers.json` is a list of them. */
export interface Waiver {
  readonly suite: string;
  readonly id: string;
  /** Why a maintainer accepts the difference. */
  readonly reason: string;
}

export interface Failure {
  readonly id: string;
  readonly difference: string;
}

export interface SuiteResult {
  readonly name: string;
  readonly passed: number;
  readonly total: number;
  readonly failures: readonly Failure[];
  readonly waived: readonly Waiver[];
  /** Waivers of this suite whose case passes; they must be removed. */
  readonly stale: readonly Waiver[];
}

/** Plays one suite. A suite that throws fails with one more case, named `(the suite)`. */
export async function playSuite(
  name: string,
  suite: Suite,
  dir: string,
  waivers: readonly Waiver[],
): Promise<SuiteResult> {
  const passed = new Set<string>();
  const failures: Failure[] = [];
  const fail = (id: string, difference: string): void => {
    failures.push({ id, difference });
  };
  const report: Report = {
    pass: (id) => {
      passed.add(id);
    },
    fail,
    compare: (id, expected, actual) => {
      const differences = differencesBetween(expected, actual);
      if (differences.length === 0) passed.add(id);
      else fail(id, differences.join('\n'));
    },
  };
  try {
    await suite.run(dir, report);
  } catch (error) {
    fail('(the suite)', error instanceof Error ? (error.stack ?? error.message) : String(error));
  }

  const own = waivers.filter((waiver) => waiver.suite === name);
  const waivedIds = new Set(own.map((waiver) => waiver.id));
  const failedIds = new Set(failures.map((failure) => failure.id));
  return {
    name,
    passed: passed.size,
    total: passed.size + failures.length,
    failures: failures.filter((failure) => !waivedIds.has(failure.id)),
    waived: own.filter((waiver) => failedIds.has(waiver.id)),
    stale: own.filter((waiver) => passed.has(waiver.id)),
  };
}

/** How many differences of one case are told. */
const MAX_DIFFERENCES = 6;

/**
 * Compares two JSON values; keys may come in any order and `undefined` counts as absent.
 * @returns one line per difference, `path: expected X, got Y`, at most `MAX_DIFFERENCES`
 */
function differencesBetween(expected: unknown, actual: unknown): readonly string[] {
  const found: string[] = [];
  compareAt('$', expected, actual, found);
  return found;
}

function compareAt(path: string, expected: unknown, actual: unknown, found: string[]): void {
  if (found.length >= MAX_DIFFERENCES || Object.is(expected, actual)) return;
  if (Array.isArray(expected) && Array.isArray(actual)) {
    const shared = Math.min(expected.length, actual.length);
    for (let i = 0; i < shared; i++) compareAt(`${path}[${i}]`, expected[i], actual[i], found);
    for (let i = shared; i < expected.length; i++) tell(`${path}[${i}]`, expected[i], undefined, found);
    for (let i = shared; i < actual.length; i++) tell(`${path}[${i}]`, undefined, actual[i], found);
    return;
  }
  if (isRecord(expected) && isRecord(actual)) {
    for (const key of new Set([...Object.keys(expected), ...Object.keys(actual)])) {
      compareAt(`${path}.${key}`, expected[key], actual[key], found);
    }
    return;
  }
  tell(path, expected, actual, found);
}

function tell(path: string, expected: unknown, actual: unknown, found: string[]): void {
  if (found.length < MAX_DIFFERENCES) found.push(`${path}: expected ${show(expected)}, got ${show(actual)}`);
}

/** Longest JSON text shown in a difference, in UTF-16 code units. */
const MAX_SHOWN = 300;

function show(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}...` : text;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
