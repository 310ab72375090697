import { loadChecksOf } from '@tfwarden/checks';
import type { SourceFile } from '@tfwarden/hcl';
import { type Folders, outlineOf, parentPath } from '@tfwarden/terraform';
import type { RootReport } from '../root-report.ts';
import { type Rule, ruleOf } from '../rule.ts';
import type { RootContext } from '../scan-root.ts';
import type { PackedReport, RuleKey } from './packed-report.ts';
import { ParsedOnDemand } from './parsed-on-demand.ts';
import { unpackReport } from './unpack-report.ts';

/**
 * Unpacks the reports of a scan, with the rules and files of this thread.
 * @returns undefined when the files are no longer what another thread read
 */
export async function unpackReports(
  reports: readonly PackedReport[],
  context: Pick<RootContext, 'folders' | 'furtherChecks'>,
): Promise<readonly RootReport[] | undefined> {
  const rules = await loadRules(reports, context);
  const find = createFinder(context.folders);
  const isStale = reports.some(({ configuration }) =>
    configuration.some(([name, length]) => find(name)?.file.text.length !== length),
  );
  if (isStale) return undefined;
  const fileOf = (name: string): ParsedOnDemand => {
    const file = find(name);
    if (file === undefined) throw new Error(`${name} is no file of the configuration`);
    return file;
  };
  const sourceOf = (name: string): SourceFile => {
    const { file } = fileOf(name);
    // Columns of other texts depend on where their tokens begin.
    if (name.endsWith('.json') || !isPlain(file.text)) fileOf(name).parse();
    return file;
  };
  const ruleOfKey = (key: RuleKey): Rule => {
    const rule = rules.get(key);
    if (rule === undefined) throw new Error(`there is no check ${key}`);
    return rule;
  };
  return reports.map((report) => unpackReport(report, { fileOf, sourceOf, ruleOf: ruleOfKey }));
}

async function loadRules(
  reports: readonly PackedReport[],
  { furtherChecks }: Pick<RootContext, 'furtherChecks'>,
): Promise<ReadonlyMap<RuleKey, Rule>> {
  const ids = new Set<string>();
  for (const { rules } of reports) for (const key of rules) if (typeof key === 'string') ids.add(key);
  const rules = new Map<RuleKey, Rule>();
  for (const check of await loadChecksOf([...ids])) rules.set(check.id, ruleOf(check));
  for (const [index, rule] of furtherChecks.flatMap((further) => further.rules).entries()) rules.set(index, rule);
  return rules;
}

/** Finds files by their names, read and parsed as far as that has been done. */
function createFinder(folders: Folders): (name: string) => ParsedOnDemand | undefined {
  const known = new Map<string, ParsedOnDemand>();
  const looked = new Set<string>();
  return (name) => {
    const directory = parentPath(name);
    if (!looked.has(directory)) {
      looked.add(directory);
      for (const file of (folders.outline?.(directory) ?? outlineOf(folders.load(directory))).sources) {
        known.set(file.name, new ParsedOnDemand(file));
      }
    }
    return known.get(name);
  };
}

function isPlain(text: string): boolean {
  // oxlint-disable-next-line no-control-regex -- it is about the range
  return !/[^\0-\x7f]/.test(text);
}
