import { describe, expect, test } from 'vitest';
import { findCommand } from './command-table.ts';
import type { FlagValues } from './flag-values.ts';
import { parseArguments } from './parse-arguments.ts';

const FLAGS = findCommand('')?.flags ?? [];

function parse(...args: string[]): { readonly values: FlagValues; readonly positionals: readonly string[] } {
  const parsed = parseArguments(args, FLAGS);
  if ('problem' in parsed) throw new Error(parsed.problem);
  return parsed;
}

function problem(...args: string[]): string {
  const parsed = parseArguments(args, FLAGS);
  return 'problem' in parsed ? parsed.problem : 'no problem';
}

describe('the spellings of pflag', () => {
  test.each([
    [['--format=json'], ['json']],
    [['--format', 'json'], ['json']],
    [['-f', 'json'], ['json']],
    [['-fjson'], ['json']],
    [['-f=json'], ['json']],
    [
      ['-f', 'json,sarif', '-f', 'csv'],
      ['json', 'sarif', 'csv'],
    ],
    [['--format', 'JSON'], ['json']],
    [['--format', 'default'], ['default']],
  ])('%j', (args, formats) => {
    expect(parse(...args).values.list('format')).toEqual(formats);
  });

  test.each([
    [['--soft-fail'], true],
    [['--soft-fail=true'], true],
    [['--soft-fail=false'], false],
    [['--soft-fail=F'], false],
    [['-s'], true],
    [['-s=false'], false],
    [['--soft-fail', '--soft-fail=0'], false],
  ])('%j', (args, isOn) => {
    expect(parse(...args).values.isOn('soft-fail')).toBe(isOn);
  });

  test('a switch does not swallow the folder behind it', () => {
    const { values, positionals } = parse('--soft-fail', 'infra', '-G');
    expect(values.isOn('soft-fail')).toBe(true);
    expect(values.isOn('disable-grouping')).toBe(true);
    expect(positionals).toEqual(['infra']);
  });

  test('switches are grouped, the last letter may take a value', () => {
    const { values } = parse('-sGf', 'json');
    expect([values.isOn('soft-fail'), values.isOn('disable-grouping'), values.text('format')]).toEqual([
      true,
      true,
      'json',
    ]);
  });

  test('a flag with a value takes the next argument whatever it looks like', () => {
    expect(parse('--out', '--soft-fail').values.text('out')).toBe('--soft-fail');
  });

  test('behind two dashes everything is a path', () => {
    expect(parse('-s', '--', '--exclude', 'x').positionals).toEqual(['--exclude', 'x']);
  });

  test('a single dash is a path', () => {
    expect(parse('-').positionals).toEqual(['-']);
  });

  test('both spellings of a flag are one flag', () => {
    expect(parse('--var-file', 'a', '--tfvars-file=b,c').values.list('var-file')).toEqual(['a', 'b', 'c']);
    expect(parse('--no-colour').values.isOn('no-color')).toBe(true);
    expect(parse('--verbose').values.isOn('debug')).toBe(true);
  });

  test('commas in a variable belong to its value', () => {
    expect(parse('--var', 'zones=["a","b"]', '--var', 'n=1').values.list('var')).toEqual(['zones=["a","b"]', 'n=1']);
  });

  test('blanks around the items of a list are taken off and repeats counted once', () => {
    expect(parse('-e', 'AWS086, AWS017,,AWS086').values.list('exclude')).toEqual(['AWS086', 'AWS017']);
  });
});

describe('mistakes', () => {
  test.each([
    [['--formt', 'json'], 'unknown flag `--formt`; did you mean `--format`?'],
    [['--no-color=maybe'], '`--no-color` is on or off: expected `true` or `false`, found `maybe`'],
    [['--xyzzy-plugh'], 'unknown flag `--xyzzy-plugh`'],
    [['-x'], 'unknown flag `-x` in `-x`'],
    [['-exclude=x'], 'no problem'],
    [['-output'], 'unknown flag `-o` in `-output`'],
    [['-out'], 'unknown flag `-o` in `-out`; did you mean `--out`?'],
    [['--format'], '`--format` needs a value: `--format FORMAT`'],
    [['-f', 'jason'], '`-f` expects one of'],
    [['-f', 'jason'], 'did you mean `json`?'],
    [['-m', 'urgent'], '`-m` expects one of CRITICAL, HIGH, MEDIUM, LOW; found `urgent`'],
  ])('%j', (args, text) => {
    expect(problem(...args)).toContain(text);
  });

  test('a flag that the table does not have is a bug', () => {
    expect(() => parse().values.isOn('not-a-flag')).toThrow('the command has no flag named not-a-flag');
  });
});

// Section 1.1 of the reference: every flag of tfsec 1.28, with its short form.
const TFSEC_FLAGS: readonly (readonly [string, string?])[] = [
  ['allow-checks-to-panic', 'p'],
  ['code-theme'],
  ['concise-output'],
  ['config-file'],
  ['config-file-url'],
  ['custom-check-dir'],
  ['custom-check-url'],
  ['debug'],
  ['verbose'],
  ['disable-grouping', 'G'],
  ['exclude', 'e'],
  ['exclude-downloaded-modules'],
  ['exclude-ignores', 'E'],
  ['exclude-path'],
  ['filter-results'],
  ['force-all-dirs'],
  ['format', 'f'],
  ['help', 'h'],
  ['ignore-hcl-errors'],
  ['include-ignored'],
  ['include-passed'],
  ['migrate-ignores'],
  ['minimum-severity', 'm'],
  ['no-code'],
  ['no-color'],
  ['no-colour'],
  ['no-ignores'],
  ['no-module-downloads'],
  ['out', 'O'],
  ['print-rego-input'],
  ['rego-only'],
  ['rego-policy-dir'],
  ['run-statistics'],
  ['single-thread'],
  ['soft-fail', 's'],
  ['tfvars-file'],
  ['var-file'],
  ['update'],
  ['version', 'v'],
  ['workspace', 'w'],
  // Of 0.39, removed later.
  ['detailed-exit-code'],
  ['ignore-warnings'],
  ['ignore-info'],
];

test.each(TFSEC_FLAGS.map(([name, short]) => ({ name, short })))(
  'tfsec has --$name, and so do we',
  ({ name, short }) => {
    const flag = FLAGS.find((candidate) => candidate.name === name || candidate.also?.includes(name));
    expect(flag?.name).toBeDefined();
    if (short !== undefined) expect(flag?.short).toBe(short);
  },
);

test('no two flags of a command share a name or a letter', () => {
  const names = FLAGS.flatMap((flag) => [flag.name, ...(flag.also ?? [])]);
  const letters = FLAGS.flatMap((flag) => flag.short ?? []);
  expect(new Set(names).size).toBe(names.length);
  expect(new Set(letters).size).toBe(letters.length);
});
