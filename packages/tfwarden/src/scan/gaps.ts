import { type Gap, parentPath } from '@tfwarden/terraform';

/** Gaps that several roots have in common are told once. */
export function withoutRepeats(gaps: readonly Gap[]): readonly Gap[] {
  const found = new Map<string, Gap>();
  for (const gap of gaps) {
    const { subject } = gap.diagnostic;
    const key = `${gap.kind}\0${subject?.file.name ?? ''}\0${subject?.start ?? ''}\0${subject === undefined ? gap.name : ''}`;
    if (!found.has(key)) found.set(key, gap);
  }
  return [...found.values()];
}

/** Folders with a file that could not be read or parsed. */
export function brokenFolders(gaps: readonly Gap[]): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const gap of gaps) {
    if (gap.kind !== 'syntax-error' && gap.kind !== 'unreadable-file') continue;
    folders.add(parentPath(gap.diagnostic.subject?.file.name ?? gap.name));
  }
  return folders;
}
