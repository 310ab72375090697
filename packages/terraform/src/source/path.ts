/**
 * Joins a path to a directory; both relative to the boundary.
 * @param path may contain `.` and `..`; must not be absolute
 * @returns the normalised path, `.` for the boundary itself; undefined when it leaves the boundary
 */
export function joinPath(directory: string, path: string): string | undefined {
  const parts: string[] = [];
  for (const piece of `${directory}/${path}`.split('/')) {
    if (piece === '' || piece === '.') continue;
    if (piece === '..') {
      if (parts.pop() === undefined) return undefined;
    } else {
      parts.push(piece);
    }
  }
  return parts.length === 0 ? '.' : parts.join('/');
}

/** The directory a path is in; `.` for a path without a slash and for `.` itself. */
export function parentPath(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '.' : path.slice(0, slash);
}

/** The last piece of a path. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** How one directory is written from another as Terraform prints `path.module`: `.`, `modules/vpc`, `../shared`. */
export function relativePath(from: string, to: string): string {
  const start = from === '.' ? [] : from.split('/');
  const end = to === '.' ? [] : to.split('/');
  let common = 0;
  while (common < start.length && common < end.length && start[common] === end[common]) common++;
  const pieces = [...start.slice(common).map(() => '..'), ...end.slice(common)];
  return pieces.length === 0 ? '.' : pieces.join('/');
}
