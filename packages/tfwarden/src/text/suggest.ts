import { distance } from 'fastest-levenshtein';

/** Names further away than this share of their length are not suggested. */
const MAX_DISTANCE_SHARE = 0.4;

/** @returns the known name nearest to what was written, or undefined when none is near; the first one wins among equals */
export function suggest(written: string, known: readonly string[]): string | undefined {
  const lower = written.toLowerCase();
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const name of known) {
    const away = distance(lower, name.toLowerCase());
    if (away < bestDistance) {
      best = name;
      bestDistance = away;
    }
  }
  if (best === undefined) return undefined;
  return bestDistance <= Math.max(1, Math.floor(Math.max(written.length, best.length) * MAX_DISTANCE_SHARE))
    ? best
    : undefined;
}
