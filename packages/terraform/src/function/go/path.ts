/** Go's `filepath.Clean` on a system with `/`: no `.`, no `..` behind a name, no doubled or trailing slash; empty is `.`. */
export function cleanPath(path: string): string {
  const isRooted = path.startsWith('/');
  const names: string[] = [];
  for (const name of path.split('/')) {
    if (name === '' || name === '.') continue;
    if (name !== '..') names.push(name);
    else if (names.length > 0 && names.at(-1) !== '..') names.pop();
    else if (!isRooted) names.push(name);
  }
  const cleaned = names.join('/');
  return isRooted ? `/${cleaned}` : cleaned === '' ? '.' : cleaned;
}

/** Go's `filepath.Join`: empty elements do not count; nothing at all gives the empty string. */
export function joinPaths(...elements: readonly string[]): string {
  const used = elements.filter((element) => element !== '');
  return used.length === 0 ? '' : cleanPath(used.join('/'));
}

/** Go's `filepath.Base`. */
export function baseName(path: string): string {
  if (path === '') return '.';
  let end = path.length;
  while (end > 0 && path.charCodeAt(end - 1) === SLASH) end--;
  const name = path.slice(path.lastIndexOf('/', end - 1) + 1, end);
  return end === 0 || name === '' ? '/' : name;
}

/** Go's `filepath.Dir`. */
export function directoryName(path: string): string {
  return cleanPath(path.slice(0, path.lastIndexOf('/') + 1));
}

const SLASH = 47;
