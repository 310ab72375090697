import type { Diagnostic, ParsedFile, SourceFile } from '@tfwarden/hcl';
import type { Gap, RootSearch, SkippedFile } from '@tfwarden/terraform';
import type { Directive } from '../ignore/directive.ts';
import { createIgnores, type IgnoreOptions } from '../ignore/ignores.ts';
import { countFindings } from './count-findings.ts';
import { DiagnosticSet, isLeftOut } from './diagnostic-set.ts';
import { brokenFolders, withoutRepeats } from './gaps.ts';
import { createMerger, type JudgedFinding, judgedFinding } from './merge.ts';
import { missingModules } from './missing-modules.ts';
import { tolerateNewerSyntax } from './newer-syntax.ts';
import { compareFindings, compareText } from './order.ts';
import type { FindingOfRoot, RootReport } from './root-report.ts';
import type { Rule } from './rule.ts';
import type { RuleDefect, ScanResult } from './scan-result.ts';
import type { Selection } from './select.ts';
import type { ScanSettings } from './settings.ts';
import { mistakesOfAll } from './undeclared-references.ts';

/** What putting reports together takes. */
export interface CombineContext {
  readonly settings: ScanSettings;
  readonly selection: Selection;
  readonly ignoreOptions: IgnoreOptions;
  /** Of checks that are not in the catalogue; they count as rules even when no root was scanned. */
  readonly furtherRules: readonly Rule[];
  /** What became of findings of reports that are kept between scans. */
  readonly judged?: WeakMap<FindingOfRoot, JudgedFinding>;
}

/**
 * Makes one result of what each root shows: what several roots and instances show at one place is one finding, and everything is in its order.
 * @param reports  in the order of the roots, however they were made
 */
export function combine(search: RootSearch, reports: readonly RootReport[], context: CombineContext): ScanResult {
  const { settings } = context;
  const merger = createMerger();
  const used = new Set<Directive>();
  const rules = new Map<string, Rule>();
  for (const rule of context.furtherRules) rules.set(rule.id, rule);
  const files = new Map<SourceFile, ParsedFile>();
  const skipped = new Map<string, SkippedFile>();
  for (const file of search.skipped) skipped.set(file.path, file);
  const gaps: Gap[] = [];
  const defects: RuleDefect[] = [];
  const diagnostics = new DiagnosticSet(settings);
  diagnostics.addAll(search.diagnostics);
  let modules = 0;
  let resources = 0;
  let blocks = 0;

  const lists = new Set<readonly Rule[]>();
  for (const report of reports) {
    // Roots with the same checks share the list of their rules.
    if (!lists.has(report.rules)) for (const rule of report.rules) if (!rules.has(rule.id)) rules.set(rule.id, rule);
    lists.add(report.rules);
    for (const file of report.files) files.set(file.file, file);
    for (const file of report.skipped) skipped.set(file.path, file);
    defects.push(...report.defects);
    modules += report.counts.modules;
    resources += report.counts.resources;
    blocks += report.counts.blocks;
    for (const found of report.findings) {
      const judged = judge(found, context);
      const { finding, suppression } = judged;
      if (suppression?.kind === 'comment') used.add(suppression.directive);
      // What passed and was not asked for is no news at all.
      if (finding.status !== 'passed' || suppression === undefined) merger.add(judged);
    }
    // Modules that are not installed are told together when every root is known.
    const notInstalled = new Set<Diagnostic>();
    for (const gap of report.gaps) {
      if (gap.initFolder !== undefined) notInstalled.add(gap.diagnostic);
      if (!isLeftOut(gap.diagnostic, settings)) gaps.push(gap);
    }
    for (const item of [...report.gaps.map((gap) => gap.diagnostic), ...report.diagnostics]) {
      if (!notInstalled.has(item)) diagnostics.addAll([tolerateNewerSyntax(item, files)]);
    }
  }

  const ignores = createIgnores(context.ignoreOptions);
  if (!settings.noIgnores) for (const file of files.values()) ignores.addFile(file);
  diagnostics.addAll(missingModules(gaps));
  const broken = brokenFolders(gaps);
  diagnostics.addStatic(mistakesOfAll(reports, broken));
  diagnostics.dropUndeclared(broken);
  diagnostics.addAll(ignores.diagnostics());

  const findings = merger.findings().toSorted(compareFindings);
  return {
    findings,
    diagnostics: diagnostics.sorted(),
    gaps: withoutRepeats(gaps),
    skipped: [...skipped.values()].toSorted((a, b) => compareText(a.path, b.path)),
    defects,
    search,
    roots: reports.map((report) => report.directory),
    counts: { roots: reports.length, modules, resources, files: files.size, blocks, ...countFindings(findings) },
    ignores: ignores.all(used),
    rules,
    files,
  };
}

/** Decides what becomes of a finding, once for as long as its report is kept. */
function judge(found: FindingOfRoot, { selection, settings, judged }: CombineContext): JudgedFinding {
  let known = judged?.get(found);
  if (known === undefined) {
    const { rule, finding, directive } = found;
    const severity = selection.severityOf(rule);
    known = judgedFinding(found, severity, selection.suppressionOf(finding, rule, severity, directive), settings);
    judged?.set(found, known);
  }
  return known;
}
