import { evaluateChecks, loadChecks, occurringIn } from '@tfwarden/checks';
import type { WorkBudget } from '@tfwarden/hcl';
import { type FileSystem, type Folders, openRoot } from '@tfwarden/terraform';
import { createIgnores, type IgnoreOptions } from '../ignore/ignores.ts';
import type { FurtherChecks } from './further-checks.ts';
import { inHostFile } from './merge.ts';
import type { FindingOfRoot, RootReport } from './root-report.ts';
import { type Rule, ruleOf } from './rule.ts';
import type { RawFinding } from './scan-finding.ts';
import type { RuleDefect } from './scan-result.ts';
import type { Selection } from './select.ts';
import type { ScanSettings } from './settings.ts';
import { findUndeclaredReferences } from './undeclared-references.ts';

/** What scanning a root takes, the same for every root of a scan. */
export interface RootContext {
  readonly fileSystem: FileSystem;
  readonly folders: Folders;
  readonly settings: ScanSettings;
  readonly furtherChecks: readonly FurtherChecks[];
  readonly selection: Selection;
  readonly ignoreOptions: IgnoreOptions;
  /** What all roots of a scan may do together. */
  readonly work: WorkBudget;
}

/** Evaluates one root and runs the checks that its resources call for. A defect of the evaluator costs one root, not the scan. */
export async function scanRoot(directory: string, context: RootContext): Promise<RootReport> {
  const workBefore = context.work.left;
  try {
    return await evaluateRoot(directory, context);
  } catch (error) {
    if (context.settings.checksMayPanic) throw error;
    return failedRoot(directory, error, workBefore - context.work.left);
  }
}

async function evaluateRoot(directory: string, context: RootContext): Promise<RootReport> {
  const { fileSystem, folders, settings, furtherChecks, selection } = context;
  const workBefore = context.work.left;
  const evaluation = openRoot(fileSystem, directory, {
    folders,
    variables: settings.variables,
    workspace: settings.workspace,
    dataSources: settings.dataSources,
    work: context.work,
  });
  const modules = evaluation.modules().length;
  const resources = evaluation.resources().length;

  const rules = new Map<string, Rule>();
  const checks = await loadChecks(occurringIn(evaluation), { withOptional: settings.allChecks });
  for (const check of checks) rules.set(check.id, ruleOf(check));
  const results = evaluateChecks(evaluation, checks, { includePassed: settings.includePassed, today: settings.today });
  if (settings.checksMayPanic && results.defects[0] !== undefined) throw results.defects[0].error;
  const defects: RuleDefect[] = results.defects.map(({ check, address, error }) => ({
    ruleId: check.id,
    address,
    error,
  }));
  const found: { readonly rule: Rule; readonly finding: RawFinding }[] = [];
  for (const finding of results.findings) {
    const rule = rules.get(finding.check.id);
    if (rule !== undefined) found.push({ rule, finding });
  }
  for (const further of furtherChecks) {
    const more = further.evaluate(evaluation);
    found.push(...more.findings);
    defects.push(...more.defects);
  }

  const files = evaluation.files();
  const ignores = createIgnores(context.ignoreOptions);
  if (!settings.noIgnores) for (const file of files) ignores.addFile(file);
  const findings: FindingOfRoot[] = [];
  for (const { rule, finding: asFound } of found) {
    const finding = inHostFile(asFound);
    const mayBeIgnored = finding.status !== 'passed' && selection.isIgnorable(rule);
    findings.push({ rule, finding, directive: mayBeIgnored ? ignores.find(finding, rule.id) : undefined });
  }
  return {
    directory,
    findings,
    rules: [...rules.values()],
    defects,
    diagnostics: evaluation.diagnostics(),
    undeclared: findUndeclaredReferences(files),
    gaps: evaluation.gaps(),
    files,
    skipped: evaluation.skippedFiles(),
    counts: { modules, resources, blocks: evaluation.stats().blocks },
    work: workBefore - context.work.left,
  };
}

/** What a root shows that could not be scanned. */
export function failedRoot(directory: string, error: unknown, work: number): RootReport {
  return {
    directory,
    findings: [],
    rules: [],
    defects: [{ ruleId: undefined, address: directory, error }],
    diagnostics: [],
    undeclared: new Map(),
    gaps: [],
    files: [],
    skipped: [],
    counts: { modules: 0, resources: 0, blocks: 0 },
    work,
  };
}
