/** Names further away than this are not suggested; hashicorp/hcl found it by experiment. */
const MAX_DISTANCE = 2;

/** @returns the first of the names that is at most two edits away from what was written */
export function suggestName(given: string, names: Iterable<string>): string | undefined {
  for (const name of names) if (isWithin(given, name, MAX_DISTANCE)) return name;
  return undefined;
}

/** Whether the Levenshtein distance, in code points, is at most `limit`. */
function isWithin(a: string, b: string, limit: number): boolean {
  // A code point is one or two units, so a far greater difference in units needs no counting.
  if (Math.max(a.length, b.length) > 2 * (Math.min(a.length, b.length) + limit)) return false;
  const from = Array.from(a);
  const to = Array.from(b);
  if (Math.abs(from.length - to.length) > limit) return false;
  let row = Array.from({ length: to.length + 1 }, (_, i) => i);
  for (let i = 1; i <= from.length; i++) {
    const next = Array.from({ length: to.length + 1 }, () => limit + 1);
    next[0] = i;
    let least = i;
    const last = Math.min(to.length, i + limit);
    for (let j = Math.max(1, i - limit); j <= last; j++) {
      const replaced = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      const distance = Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
      next[j] = distance;
      least = Math.min(least, distance);
    }
    if (least > limit) return false;
    row = next;
  }
  return (row[to.length] ?? 0) <= limit;
}
