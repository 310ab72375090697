import { describe, expect, test } from 'vitest';
import { findCommand } from './command-table.ts';
import { addEnvironment } from './environment.ts';
import { parseArguments } from './parse-arguments.ts';

const FLAGS = findCommand('')?.flags ?? [];

function parse(args: readonly string[], env: Readonly<Record<string, string>>) {
  const parsed = parseArguments(args, FLAGS);
  if ('problem' in parsed) throw new Error(parsed.problem);
  return { values: parsed.values, ...addEnvironment(parsed.values, FLAGS, env) };
}

describe('variables of the environment', () => {
  test('both prefixes are read, ours wins', () => {
    expect(parse([], { TFSEC_SOFT_FAIL: 'true' }).values.isOn('soft-fail')).toBe(true);
    expect(parse([], { TFWARDEN_FORMAT: 'json', TFSEC_FORMAT: 'csv' }).values.list('format')).toEqual(['json']);
  });

  test('the command line wins', () => {
    expect(parse(['--soft-fail=false'], { TFSEC_SOFT_FAIL: 'true' }).values.isOn('soft-fail')).toBe(false);
    expect(parse(['-f', 'csv'], { TFSEC_FORMAT: 'json' }).values.list('format')).toEqual(['csv']);
  });

  test('lists add up', () => {
    expect(parse(['-e', 'AWS086'], { TFSEC_EXCLUDE: 'AWS017,AWS086' }).values.list('exclude')).toEqual([
      'AWS086',
      'AWS017',
    ]);
  });

  test('an empty variable is not set', () => {
    expect(parse([], { TFWARDEN_FORMAT: '' }).values.isGiven('format')).toBe(false);
  });

  test("the installer's TFSEC_VERSION does not print a version", () => {
    expect(parse([], { TFSEC_VERSION: 'v1.28.1' }).values.isOn('version')).toBe(false);
  });

  test('a variable of ours that sets nothing is pointed out', () => {
    expect(parse([], { TFWARDEN_SOFTFAIL: 'true', TFSEC_SOFTFAIL: 'true', TFWARDEN_VERSION: 'v1' }).warnings).toEqual([
      'the variable `TFWARDEN_SOFTFAIL` sets no flag; did you mean `TFWARDEN_SOFT_FAIL`?',
    ]);
  });

  test('a wrong value stops the run under our name and warns under the old one', () => {
    expect(parse([], { TFWARDEN_SOFT_FAIL: 'maybe' }).problem).toContain('`TFWARDEN_SOFT_FAIL` is on or off');
    const old = parse([], { TFSEC_SOFT_FAIL: 'maybe' });
    expect(old.problem).toBeUndefined();
    expect(old.warnings).toEqual([
      '`TFSEC_SOFT_FAIL` is on or off: expected `true` or `false`, found `maybe`; the variable is left out',
    ]);
  });
});
