/** Names as close as this to what is written are suggested. */
const MAX_DISTANCE = 2;
/** Longer names are not compared, as that takes time with the square of their length. */
const MAX_NAME_LENGTH = 100;

/** @returns the nearest of the names, when one is near enough; of several the first in order */
export function nearestName(given: string, names: Iterable<string>): string | undefined {
  let nearest: string | undefined;
  let nearestDistance = MAX_DISTANCE + 1;
  for (const name of names) {
    if (Math.abs(name.length - given.length) > MAX_DISTANCE || name.length > MAX_NAME_LENGTH) continue;
    const distance = editDistance(given, name);
    if (distance < nearestDistance || (distance === nearestDistance && nearest !== undefined && name < nearest)) {
      nearest = name;
      nearestDistance = distance;
    }
  }
  return nearest;
}

/** Levenshtein's distance. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (previous[j - 1] ?? 0) + (a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1);
      row.push(Math.min(substitution, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    previous = row;
  }
  return previous[b.length] ?? 0;
}
