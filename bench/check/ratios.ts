/** What one round of measuring gives: CPU times in milliseconds. */
export interface Round {
  /** `node -e 0`. */
  readonly empty: number;
  /** `tfwarden --version`. */
  readonly version: number;
  /** A scan of `examples/dynamodb`. */
  readonly example: number;
  /** The fixed piece of JavaScript. */
  readonly calibration: number;
  readonly parse: number;
  readonly evaluate: number;
  readonly judge: number;
  /** A scan of the medium estate in one thread. */
  readonly whole: number;
  /** The same of an estate half as large. */
  readonly half: number;
  /** Peak memory of the scan of the medium estate above that of `node -e 0`, for each byte of Terraform. */
  readonly memory: number;
  /** The first scan of a scanner that keeps things, and the one after an edit. */
  readonly full: number;
  readonly edit: number;
}

/** A number that says something of the program and little of the machine. */
export interface Ratio {
  readonly name: string;
  readonly of: (round: Round) => number;
  /** Share by which it may grow: about three times what eight runs differed by, on a calm machine and on one with much other work. */
  readonly tolerance: number;
  /** How to find what became slower. */
  readonly lookInto: string;
}

const PROFILE_SCAN =
  'npm run bench -- estate /tmp/estate medium && node --cpu-prof packages/tfwarden/bin/tfwarden.cjs /tmp/estate --single-thread';

export const RATIOS: readonly Ratio[] = [
  {
    name: 'tfwarden --version / node -e 0',
    of: ({ version, empty }) => version / empty,
    tolerance: 0.06,
    lookInto: 'npm run bench -- startup, and the table of `tools/bundle.mjs`: what does the launcher load?',
  },
  {
    name: 'scan of examples/dynamodb / node -e 0',
    of: ({ example, empty }) => example / empty,
    tolerance: 0.08,
    lookInto: 'npm run bench -- startup, then node --cpu-prof packages/tfwarden/bin/tfwarden.cjs examples/dynamodb',
  },
  {
    name: 'parse / calibration',
    of: ({ parse, calibration }) => parse / calibration,
    tolerance: 0.15,
    lookInto: 'npm run bench -- parse, with and without the change',
  },
  {
    name: 'evaluate / calibration',
    of: ({ evaluate, calibration }) => evaluate / calibration,
    tolerance: 0.15,
    lookInto: 'npm run bench -- evaluate, with and without the change',
  },
  {
    name: 'judge / calibration',
    of: ({ judge, calibration }) => judge / calibration,
    tolerance: 0.15,
    lookInto: 'npm run bench -- checks, then profile a scan: which check is it?',
  },
  {
    name: 'scan of an estate / calibration',
    of: ({ whole, empty, calibration }) => (whole - empty) / calibration,
    tolerance: 0.1,
    lookInto: PROFILE_SCAN,
  },
  {
    name: 'scan of an estate / of half of it',
    of: ({ whole, half, empty }) => (whole - empty) / (half - empty),
    tolerance: 0.12,
    lookInto: 'npm run bench -- scale: which dimension grows faster than it should?',
  },
  {
    name: 'peak memory / bytes of Terraform',
    of: ({ memory }) => memory,
    tolerance: 0.25,
    lookInto: `${PROFILE_SCAN} with --heap-prof instead of --cpu-prof: what is kept when a root is done?`,
  },
  {
    name: 'scan after an edit / first scan',
    of: ({ edit, full }) => edit / full,
    tolerance: 0.4,
    lookInto: 'npm run bench -- incremental: what is done again that the edit cannot affect?',
  },
];
