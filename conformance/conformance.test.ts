import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { playSuite, type Suite, type Waiver } from './suite.ts';
import * as configs from './suites/configs.ts';
import * as fmt from './suites/fmt.ts';
import * as functions from './suites/functions.ts';
import * as parser from './suites/parser.ts';

/** How many cases the golden data holds, so that none is lost unseen. */
const SUITES: readonly (readonly [string, Suite, number])[] = [
  ['parser', parser, 616],
  ['functions', functions, 2531],
  ['configs', configs, 116],
  ['fmt', fmt, 62],
];

const waivers = JSON.parse(readFileSync('conformance/waivers.json', 'utf8')) as readonly Waiver[]; // checked below

describe('the golden data', () => {
  for (const [name, suite, total] of SUITES) {
    it(`of ${name} is reproduced`, { timeout: 120_000 }, async () => {
      const result = await playSuite(name, suite, 'conformance/data', waivers);
      expect(result.failures.map(({ id, difference }) => `${id}\n${difference}`)).toEqual([]);
      expect(result.stale).toEqual([]);
      expect(result.passed + result.waived.length).toBe(total);
    });
  }

  it('is waived only with a suite, a case and a reason', () => {
    for (const waiver of waivers) {
      expect(SUITES.map(([name]) => name)).toContain(waiver.suite);
      expect(waiver.id).not.toBe('');
      expect(waiver.reason.length).toBeGreaterThan(20);
    }
  });
});
