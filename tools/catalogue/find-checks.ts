import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file that declares a check. */
export interface CheckFile {
  /** `aws-dynamodb-enable-recovery`, from the path. */
  readonly id: string;
  readonly provider: string;
  readonly service: string;
  readonly rule: string;
  /** Relative to packages/checks/src: `aws/dynamodb/enable-recovery.ts`. */
  readonly path: string;
}

export const CHECKS_FOLDER = 'packages/checks/src';

/** Rooms of the package that are no providers. */
const NOT_PROVIDERS: ReadonlySet<string> = new Set(['kit']);

/** All files `<provider>/<service>/<rule>.ts` whose default export is a check, sorted by id. Files beside them may hold shared facts. */
export function findCheckFiles(): readonly CheckFile[] {
  const found: CheckFile[] = [];
  for (const provider of foldersIn(CHECKS_FOLDER)) {
    if (NOT_PROVIDERS.has(provider)) continue;
    for (const service of foldersIn(join(CHECKS_FOLDER, provider))) {
      for (const file of readdirSync(join(CHECKS_FOLDER, provider, service)).toSorted()) {
        if (!file.endsWith('.ts') || file.endsWith('.test.ts')) continue;
        const path = `${provider}/${service}/${file}`;
        if (!readFileSync(join(CHECKS_FOLDER, path), 'utf8').includes('export default ')) continue;
        const rule = file.slice(0, -'.ts'.length);
        found.push({ id: `${provider}-${service}-${rule}`, provider, service, rule, path });
      }
    }
  }
  return found.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function foldersIn(path: string): readonly string[] {
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted();
}
