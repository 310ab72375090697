import type { Diagnostic } from '@tfwarden/hcl';
import type { Gap } from '@tfwarden/terraform';

/** Modules that are named in one message; the rest is counted. */
const MAX_NAMED = 8;

/**
 * Modules that are not installed, one message for each root: a repository without `terraform init` misses thousands, and one command mends them.
 * @param gaps  of all roots, in the order in which they were met; others are passed over
 * @returns the message of the call itself where a root misses one module
 */
export function missingModules(gaps: readonly Gap[]): readonly Diagnostic[] {
  const byFolder = new Map<string, Map<string, Gap>>();
  for (const gap of gaps) {
    if (gap.initFolder === undefined) continue;
    const missing = byFolder.get(gap.initFolder) ?? new Map<string, Gap>();
    byFolder.set(gap.initFolder, missing);
    if (!missing.has(gap.name)) missing.set(gap.name, gap);
  }
  return [...byFolder].map(([folder, missing]) => messageOf(folder, [...missing.values()]));
}

function messageOf(folder: string, missing: readonly Gap[]): Diagnostic {
  const [first] = missing;
  if (first === undefined) throw new Error('a root without missing modules has no message');
  if (missing.length === 1) return first.diagnostic;
  const named = missing.slice(0, MAX_NAMED).map((gap) => `\`${gap.name}\``);
  const rest = missing.length - named.length;
  const names = `${named.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
  const place = folder === '.' ? 'the root folder' : folder;
  return {
    severity: 'error',
    code: first.diagnostic.code,
    summary: `${missing.length} modules not installed`,
    detail: `${names} are not in .terraform/modules. Run "terraform init" in ${place} to install them. Their outputs are taken as unknown.`,
    subject: first.diagnostic.subject,
  };
}
