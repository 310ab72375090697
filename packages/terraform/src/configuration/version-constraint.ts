/**
 * Whether a version satisfies constraints as hashicorp/go-version reads them: `>= 1.2, < 2.0`, `~> 1.3`.
 * @returns undefined when the constraints are not well formed
 */
export function versionSatisfies(version: string, constraints: string): boolean | undefined {
  const given = parseVersion(version);
  if (given === undefined) return undefined;
  let satisfied = true;
  for (const part of constraints.split(',')) {
    const match = CONSTRAINT.exec(part.trim());
    const wanted = match?.[2] === undefined ? undefined : parseVersion(match[2]);
    if (wanted === undefined) return undefined;
    satisfied &&= test(given, match?.[1] ?? '=', wanted);
  }
  return satisfied;
}

const CONSTRAINT = /^(=|!=|>=|<=|~>|>|<)?\s*v?(\S+)$/;
const VERSION = /^(\d{1,9}(?:\.\d{1,9}){0,5})(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$/;

interface Version {
  readonly segments: readonly number[];
  /** How many segments are written. */
  readonly precision: number;
  readonly prerelease: string;
}

function parseVersion(text: string): Version | undefined {
  const match = VERSION.exec(text);
  if (match?.[1] === undefined) return undefined;
  const segments = match[1].split('.').map(Number);
  const precision = segments.length;
  while (segments.length < 3) segments.push(0);
  return { segments, precision, prerelease: match[2] ?? '' };
}

function test(given: Version, operator: string, wanted: Version): boolean {
  const order = compare(given, wanted);
  switch (operator) {
    case '=':
      return order === 0;
    case '!=':
      return order !== 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    default:
      // `~>`: only the last written segment may grow.
      return (
        order >= 0 &&
        wanted.segments.slice(0, Math.max(1, wanted.precision - 1)).every((value, i) => given.segments[i] === value)
      );
  }
}

function compare(a: Version, b: Version): number {
  const length = Math.max(a.segments.length, b.segments.length);
  for (let i = 0; i < length; i++) {
    const difference = (a.segments[i] ?? 0) - (b.segments[i] ?? 0);
    if (difference !== 0) return difference;
  }
  if (a.prerelease === b.prerelease) return 0;
  if (a.prerelease === '') return 1;
  if (b.prerelease === '') return -1;
  return a.prerelease < b.prerelease ? -1 : 1;
}
