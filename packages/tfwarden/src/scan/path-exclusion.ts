import { matchesWildcard } from '../text/wildcard.ts';

/**
 * Decides which files and folders `--exclude-path` leaves out. A pattern is a run of path segments, with `*` and `?` inside a segment and `**` for any
 * number of segments. It holds wherever the run occurs (`modules/legacy` in `a/modules/legacy/x.tf`), as tfsec has it; with a leading slash it is an
 * absolute path, or counts from the scanned folder.
 * @param boundary  absolute path of the boundary
 * @param scanned   the scanned folder, relative to the boundary
 * @returns a test for paths relative to the boundary
 */
export function createPathExclusion(
  patterns: readonly string[],
  boundary: string,
  scanned: string,
): (path: string) => boolean {
  const compiled = patterns.map((pattern) => compile(pattern, boundary, scanned));
  const remembered = new Map<string, boolean>();
  return (path) => {
    if (compiled.length === 0) return false;
    let result = remembered.get(path);
    if (result === undefined) {
      const segments = segmentsOf(path);
      result = compiled.some((pattern) => isMatch(pattern, segments));
      remembered.set(path, result);
    }
    return result;
  };
}

interface PathPattern {
  readonly segments: readonly string[];
  readonly isAnchored: boolean;
}

function compile(pattern: string, boundary: string, scanned: string): PathPattern {
  const clean = pattern.replaceAll('\\', '/');
  if (clean.startsWith('/')) {
    const root = boundary.replaceAll('\\', '/');
    if (clean === root || clean.startsWith(`${root}/`)) {
      return { segments: segmentsOf(clean.slice(root.length)), isAnchored: true };
    }
    return { segments: [...segmentsOf(scanned), ...segmentsOf(clean)], isAnchored: true };
  }
  return { segments: segmentsOf(clean), isAnchored: false };
}

function segmentsOf(path: string): readonly string[] {
  return path.split('/').filter((segment) => segment !== '' && segment !== '.');
}

function isMatch(pattern: PathPattern, segments: readonly string[]): boolean {
  if (pattern.segments.length === 0) return false;
  const last = pattern.isAnchored ? 0 : segments.length - 1;
  for (let start = 0; start <= last; start++) {
    if (matchesFrom(pattern.segments, 0, segments, start)) return true;
  }
  return false;
}

/** Matches the pattern against a run of segments; what comes behind the run does not matter, as all below an excluded folder is excluded. */
function matchesFrom(pattern: readonly string[], p: number, segments: readonly string[], s: number): boolean {
  let at = s;
  for (let index = p; index < pattern.length; index++) {
    const wanted = pattern[index] ?? '';
    if (wanted === '**') {
      if (index === pattern.length - 1) return at < segments.length;
      for (let next = at; next < segments.length; next++) {
        if (matchesFrom(pattern, index + 1, segments, next)) return true;
      }
      return false;
    }
    const segment = segments[at];
    if (segment === undefined || !matchesWildcard(wanted, segment)) return false;
    at++;
  }
  return true;
}
