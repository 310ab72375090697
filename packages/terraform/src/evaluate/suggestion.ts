/**
 * Finds the name that was probably meant, as Terraform's `didyoumean` does: the first within a Levenshtein distance below 3.
 * @returns a sentence with a space before it; undefined when no name is near
 */
export function suggestionFor(given: string, names: Iterable<string>): string | undefined {
  if (given.length > MAX_LENGTH) return undefined;
  const candidates = [...names].slice(0, MAX_CANDIDATES);
  for (const name of candidates.toSorted()) {
    if (isNear(given, name)) return ` Did you mean "${name}"?`;
  }
  return undefined;
}

/** Longer names and further candidates are not compared, so that a hostile file costs nothing. */
const MAX_LENGTH = 100;
const MAX_CANDIDATES = 500;

/** Distances from this on are not near. */
const FAR = 3;

function isNear(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) >= FAR) return false;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 0; i < a.length; i++) {
    const current = [i + 1];
    for (let j = 0; j < b.length; j++) {
      const change = (previous[j] ?? 0) + (a[i] === b[j] ? 0 : 1);
      current.push(Math.min(change, (previous[j + 1] ?? 0) + 1, (current[j] ?? 0) + 1));
    }
    previous = current;
  }
  return (previous[b.length] ?? FAR) < FAR;
}
