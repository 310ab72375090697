import { expect, it } from 'vitest';
import { playSuite } from './suite.ts';
import * as configs from './suites/configs.ts';

it('what we recorded of terraform 1.11.4 ourselves is reproduced', { timeout: 120_000 }, async () => {
  const result = await playSuite('configs', configs, 'conformance/recorded', []);
  expect(result.failures.map(({ id, difference }) => `${id}\n${difference}`)).toEqual([]);
  expect(result.passed).toBe(439);
});
