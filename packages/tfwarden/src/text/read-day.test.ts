import { expect, test } from 'vitest';
import { readDay } from './read-day.ts';

test('a day is a day of the calendar', () => {
  expect(['2024-02-29', '2026-02-29', '2026-2-1', '2026-12-31'].map(readDay)).toEqual([
    '2024-02-29',
    undefined,
    undefined,
    '2026-12-31',
  ]);
});
