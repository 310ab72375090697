import { expect, test } from 'vitest';
import { createCollector, GROWTH_BYTES } from './collect-garbage.ts';

/** Plays how a process grows; garbage is half of it. @returns the sizes at which it was collected */
function collectedAt(sizes: readonly number[]): readonly number[] {
  const collected: number[] = [];
  let size = 0;
  const collect = createCollector({
    size: () => size,
    collect() {
      collected.push(size);
      size /= 2;
    },
  });
  for (const next of sizes) {
    size = next;
    collect();
  }
  return collected;
}

test('a process that grows little is left alone', () => {
  expect(collectedAt([0.3, 0.6, 0.9, 0.2, 0.9].map((part) => part * GROWTH_BYTES))).toEqual([]);
});

test('garbage is looked for once it has grown, and again once it has grown from there', () => {
  const sizes = [1, 1.2, 1.4, 1.5, 1.6].map((part) => part * GROWTH_BYTES);
  expect(collectedAt(sizes)).toEqual([sizes[0], sizes[3]]);
});

test('growth counts from the least that it was since', () => {
  const sizes = [2, 0.5, 1.4, 1.5].map((part) => part * GROWTH_BYTES);
  expect(collectedAt(sizes)).toEqual([sizes[0], sizes[3]]);
});

test('on Node nothing is done', () => {
  expect(createCollector()()).toBeUndefined();
});
