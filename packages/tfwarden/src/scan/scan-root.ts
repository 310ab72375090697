import {
  type Check,
  type CheckResults,
  type EvaluateOptions,
  evaluateChecks,
  loadChecks,
  occurringIn,
} from '@tfwarden/checks';
import type { WorkBudget } from '@tfwarden/hcl';
import { type Evaluation, type FileSystem, type Folders, openRoot } from '@tfwarden/terraform';
import { createIgnores, type IgnoreOptions } from '../ignore/ignores.ts';
import type { FurtherChecks } from './further-checks.ts';
import { inHostFile } from './merge.ts';
import { compareText } from './order.ts';
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
  const { settings } = context;
  const workBefore = context.work.left;
  const evaluation = openEvaluation(directory, context);
  const checks = await loadChecks(occurringIn(evaluation), { withOptional: settings.allChecks });
  const results = evaluateChecks(evaluation, checks, checkOptions(settings));
  const report = reportOf(directory, evaluation, checks, results, context);
  return { ...report, work: workBefore - context.work.left };
}

/** Opens a root and finds all its modules and resources. */
export function openEvaluation(directory: string, { fileSystem, folders, settings, work }: RootContext): Evaluation {
  const evaluation = openRoot(fileSystem, directory, {
    folders,
    variables: settings.variables,
    workspace: settings.workspace,
    dataSources: settings.dataSources,
    work,
  });
  evaluation.modules();
  evaluation.resources();
  return evaluation;
}

export function checkOptions({ includePassed, today }: ScanSettings): EvaluateOptions {
  return { includePassed, today };
}

/**
 * Makes the report of what checks found: with further checks, and the ignores that cover findings.
 * @param known  what was made of findings before, and is good still
 */
export function reportOf(
  directory: string,
  evaluation: Evaluation,
  checks: readonly Check[],
  results: CheckResults,
  context: RootContext,
  known: WeakMap<RawFinding, FindingOfRoot> = new WeakMap(),
): Omit<RootReport, 'work'> {
  const { settings, furtherChecks, selection } = context;
  if (settings.checksMayPanic && results.defects[0] !== undefined) throw results.defects[0].error;
  const rules = rulesOf(checks);
  const defects: RuleDefect[] = results.defects.map(({ check, address, error }) => ({
    ruleId: check.id,
    address,
    error,
  }));
  const found: { readonly rule: Rule; readonly finding: RawFinding }[] = [];
  for (const finding of results.findings) {
    found.push({ rule: ruleOf(finding.check), finding });
  }
  for (const further of furtherChecks) {
    const more = further.evaluate(evaluation);
    found.push(...more.findings);
    defects.push(...more.defects);
  }

  // In which order modules are met depends on which values are asked for first.
  const files = evaluation.files().toSorted((a, b) => compareText(a.file.name, b.file.name));
  const ignores = createIgnores(context.ignoreOptions);
  if (!settings.noIgnores) for (const file of files) ignores.addFile(file);
  const findings: FindingOfRoot[] = [];
  for (const { rule, finding: asFound } of found) {
    let made = known.get(asFound);
    if (made === undefined) {
      const finding = inHostFile(asFound);
      const mayBeIgnored = finding.status !== 'passed' && selection.isIgnorable(rule);
      made = { rule, finding, directive: mayBeIgnored ? ignores.find(finding, rule.id) : undefined };
      known.set(asFound, made);
    }
    findings.push(made);
  }
  return {
    directory,
    findings,
    rules,
    defects,
    diagnostics: evaluation.diagnostics(),
    undeclared: findUndeclaredReferences(files),
    gaps: evaluation.gaps(),
    files,
    skipped: evaluation.skippedFiles(),
    counts: {
      modules: evaluation.modules().length,
      resources: evaluation.resources().length,
      blocks: evaluation.stats().blocks,
    },
  };
}

/** The same list for the same list of checks. */
function rulesOf(checks: readonly Check[]): readonly Rule[] {
  let rules = RULES.get(checks);
  if (rules === undefined) RULES.set(checks, (rules = checks.map(ruleOf)));
  return rules;
}

const RULES = new WeakMap<readonly Check[], readonly Rule[]>();

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
