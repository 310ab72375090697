import { expect, test } from 'vitest';
import { threadsFor } from './choose-threads.ts';

test.each([
  [0, 16, 1],
  [499_999, 16, 1],
  [500_000, 16, 2],
  [2_600_000, 16, 6],
  [100_000_000, 16, 8],
  [100_000_000, 4, 3],
  [100_000_000, 3, 2],
  [100_000_000, 2, 1],
  [100_000_000, 1, 1],
])('%i bytes on %i cores are scanned by %i threads', (bytes, cores, threads) => {
  expect(threadsFor(bytes, cores)).toBe(threads);
});
