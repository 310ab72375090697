import { type Check, evaluateChecks, loadCatalogue, loadChecks, providersOfTypes } from '@tfwarden/checks';
import type { Diagnostic, ParsedFile, SourceFile } from '@tfwarden/hcl';
import {
  createFolders,
  type Evaluation,
  type FileSystem,
  findRoots,
  type Gap,
  openRoot,
  type RootSearch,
  type SkippedFile,
} from '@tfwarden/terraform';
import { createIdMatcher, type Identity } from '../identity/id-matcher.ts';
import { createIgnores } from '../ignore/ignores.ts';
import { countFindings } from './count-findings.ts';
import { DiagnosticSet, isLeftOut } from './diagnostic-set.ts';
import { brokenFolders, withoutRepeats } from './gaps.ts';
import { hideFromWalk } from './hide-from-walk.ts';
import { createMerger, inHostFile } from './merge.ts';
import { missingModules } from './missing-modules.ts';
import { tolerateNewerSyntax } from './newer-syntax.ts';
import { compareFindings } from './order.ts';
import { type Rule, ruleOf, shortCodeOf } from './rule.ts';
import type { RawFinding } from './scan-finding.ts';
import type { RuleDefect, ScanResult } from './scan-result.ts';
import { createSelection } from './select.ts';
import type { ScanSettings } from './settings.ts';
import { findUndeclaredReferences } from './undeclared-references.ts';

/** Checks that are not in the catalogue: custom ones, in whatever form they were written. */
export interface FurtherChecks {
  readonly rules: readonly Rule[];
  evaluate(evaluation: Evaluation): {
    readonly findings: readonly { readonly rule: Rule; readonly finding: RawFinding }[];
    readonly defects: readonly RuleDefect[];
  };
}

export interface ScanOptions {
  readonly settings: ScanSettings;
  readonly furtherChecks?: readonly FurtherChecks[];
  /** Called before each root: how many are done, of how many, and its folder. */
  onProgress?(done: number, total: number, directory: string): void | Promise<void>;
}

/**
 * Finds the root modules below the paths, evaluates each, runs the checks that its resources call for, and merges what several roots and instances
 * show at one place.
 * @param paths  relative to the boundary of the file system
 */
export async function scan(
  fileSystem: FileSystem,
  paths: readonly string[],
  options: ScanOptions,
): Promise<ScanResult> {
  const { settings, furtherChecks = [] } = options;
  const rules = new Map<string, Rule>();
  for (const further of furtherChecks) for (const rule of further.rules) rules.set(rule.id, rule);
  const matcher = createIdMatcher([...(await catalogueIdentities()), ...rules.values()]);
  const ignores = createIgnores({ matcher, workspace: settings.workspace, today: settings.today });
  const selection = createSelection(settings, matcher, ignores);

  const seen = hideFromWalk(fileSystem, settings);
  const folders = createFolders(seen);
  const search = findRoots(seen, paths, { folders });
  const roots = rootsToScan(search, settings);
  const merger = createMerger(settings);
  const diagnostics = new DiagnosticSet(settings);
  diagnostics.addAll(search.diagnostics);
  const gaps: Gap[] = [];
  const skipped = new Map<string, SkippedFile>();
  for (const file of search.skipped) skipped.set(file.path, file);
  const defects: RuleDefect[] = [];
  const files = new Map<SourceFile, ParsedFile>();
  let modules = 0;
  let resources = 0;
  let blocks = 0;

  const scanRoot = async (directory: string): Promise<void> => {
    const evaluation = openRoot(seen, directory, {
      folders,
      variables: settings.variables,
      workspace: settings.workspace,
      dataSources: settings.dataSources,
    });
    modules += evaluation.modules().length;
    const instances = evaluation.resources();
    resources += instances.length;
    if (!settings.noIgnores) for (const file of evaluation.files()) ignores.addFile(file);
    for (const file of evaluation.files()) files.set(file.file, file);

    const checks = await checksFor(evaluation, settings, rules);
    const results = evaluateChecks(evaluation, checks, {
      includePassed: settings.includePassed,
      today: settings.today,
    });
    if (settings.checksMayPanic && results.defects[0] !== undefined) throw results.defects[0].error;
    const found: { readonly rule: Rule; readonly finding: RawFinding }[] = [];
    for (const finding of results.findings) {
      const rule = rules.get(finding.check.id);
      if (rule !== undefined) found.push({ rule, finding });
    }
    for (const defect of results.defects) {
      defects.push({ ruleId: defect.check.id, address: defect.address, error: defect.error });
    }
    for (const further of furtherChecks) {
      const more = further.evaluate(evaluation);
      found.push(...more.findings);
      defects.push(...more.defects);
    }
    for (const { rule, finding: asFound } of found) {
      const finding = inHostFile(asFound);
      const severity = selection.severityOf(rule);
      const suppression = selection.suppressionOf(finding, rule, severity);
      // What passed and was not asked for is no news at all.
      if (finding.status === 'passed' && suppression !== undefined) continue;
      merger.add(rule, severity, finding, suppression);
    }

    for (const gap of evaluation.gaps()) if (!isLeftOut(gap.diagnostic, settings)) gaps.push(gap);
    // Told together when every root is known.
    const notInstalled = new Set<Diagnostic>();
    for (const gap of evaluation.gaps()) if (gap.initFolder !== undefined) notInstalled.add(gap.diagnostic);
    for (const item of [...evaluation.gaps().map((gap) => gap.diagnostic), ...evaluation.diagnostics()]) {
      if (!notInstalled.has(item)) diagnostics.addAll([tolerateNewerSyntax(item, files)]);
    }
    for (const file of evaluation.skippedFiles()) skipped.set(file.path, file);
    blocks += evaluation.stats().blocks;
  };

  for (const [index, directory] of roots.entries()) {
    await options.onProgress?.(index, roots.length, directory);
    try {
      await scanRoot(directory);
    } catch (error) {
      // A defect of the evaluator costs one root, not the scan.
      if (settings.checksMayPanic) throw error;
      defects.push({ ruleId: undefined, address: directory, error });
    }
  }
  diagnostics.addAll(missingModules(gaps));
  const broken = brokenFolders(gaps);
  diagnostics.addStatic(findUndeclaredReferences([...files.values()], broken));
  diagnostics.dropUndeclared(broken);
  diagnostics.addAll(ignores.diagnostics());

  const findings = merger.findings().toSorted(compareFindings);
  return {
    findings,
    diagnostics: diagnostics.sorted(),
    gaps: withoutRepeats(gaps),
    skipped: [...skipped.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    defects,
    search,
    roots,
    counts: { roots: roots.length, modules, resources, files: files.size, blocks, ...countFindings(findings) },
    ignores: ignores.all(),
    rules,
    files,
  };
}

/** What the id matcher needs of every check of ours, loaded or not. */
export async function catalogueIdentities(): Promise<readonly Identity[]> {
  const entries = await loadCatalogue();
  return entries.map((entry) => ({
    id: entry.id,
    shortCode: shortCodeOf(entry.id, entry.provider, entry.service),
    aliases: Object.values(entry.alsoKnownAs).flat(),
  }));
}

/** Loads the checks for the providers that occur, and makes their rules known. */
async function checksFor(
  evaluation: Evaluation,
  settings: ScanSettings,
  rules: Map<string, Rule>,
): Promise<readonly Check[]> {
  const types = new Set<string>();
  for (const resource of evaluation.resources()) types.add(resource.type);
  for (const module of evaluation.modules()) for (const provider of module.providers) types.add(provider.type);
  const checks: Check[] = [];
  for (const provider of providersOfTypes(types)) {
    for (const check of await loadChecks(provider)) {
      if (check.status !== 'stable' && !settings.allChecks) continue;
      checks.push(check);
      if (!rules.has(check.id)) rules.set(check.id, ruleOf(check));
    }
  }
  return checks;
}

function rootsToScan(search: RootSearch, settings: ScanSettings): readonly string[] {
  const all = settings.forceAllDirs ? search.folders.map((folder) => folder.directory) : search.roots;
  return all.filter((directory) => directory === '.' || !settings.isPathExcluded(directory));
}
