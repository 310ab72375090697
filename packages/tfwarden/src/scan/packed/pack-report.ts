import { type Diagnostic, hasMarkDeep, type ParsedFile, type SourceFile, type Value } from '@tfwarden/hcl';
import { directivesOf } from '../../ignore/ignores.ts';
import { pathInside } from '../finding-place.ts';
import { mergeKey, statusOf } from '../merge.ts';
import type { FindingOfRoot, RootReport } from '../root-report.ts';
import type { Rule } from '../rule.ts';
import type { ScanStatus, ShownFinding, ShownHop } from '../scan-finding.ts';
import type { RuleDefect } from '../scan-result.ts';
import type { RootContext } from '../scan-root.ts';
import { textEditsOf } from '../text-edits-of.ts';
import { PlacePacker } from './pack-places.ts';
import type {
  PackedDefect,
  PackedDiagnostic,
  PackedFinding,
  PackedFix,
  PackedHop,
  PackedLabel,
  PackedReport,
  RuleKey,
} from './packed-report.ts';

/** What the reports that are written show of findings; nothing else is computed and kept. */
export interface ShownParts {
  /** Statuses that are shown at all. */
  readonly statuses: readonly ScanStatus[];
  readonly labels: boolean;
  /** The chain of values: always, never, or for those that have labels, which depend on it. */
  readonly evidence: 'always' | 'with-labels' | 'never';
  /** The values of the chain. */
  readonly values: boolean;
  /** The edits of fixes. */
  readonly edits: boolean;
  /** The path of blocks around a place, which fingerprints are made of. */
  readonly paths: boolean;
}

/** Packs the reports of roots, in any order. @param index  the place of the root among all roots */
export type Packer = (report: RootReport, index: number) => PackedReport;

/**
 * Labels and chains are costly and are shown for the first of equal findings only, so they are packed for those findings of a thread that may be the
 * first: a later one in the order of roots never is.
 * @param renderValue  a value on one line
 */
export function createPacker(
  { settings, selection, furtherChecks }: Pick<RootContext, 'settings' | 'selection' | 'furtherChecks'>,
  shown: ShownParts,
  renderValue: (value: Value) => string,
): Packer {
  const furtherRules = new Map<Rule, number>();
  for (const rule of furtherChecks.flatMap((further) => further.rules)) furtherRules.set(rule, furtherRules.size);
  /** The least root in which a finding was met, by merge key. */
  const firstRoots = new Map<string, number>();

  function isFirst({ rule, finding, directive }: FindingOfRoot, root: number, seen: Set<string>): boolean {
    const severity = selection.severityOf(rule);
    const suppression = selection.suppressionOf(finding, rule, severity, directive);
    if (!shown.statuses.includes(statusOf(finding, suppression)) || finding.status === 'passed') return false;
    const key = mergeKey(rule, finding, suppression, settings);
    if (seen.has(key)) return false;
    seen.add(key);
    if ((firstRoots.get(key) ?? Infinity) < root) return false;
    firstRoots.set(key, root);
    return true;
  }

  return (report, index) => {
    const places = new PlacePacker(report.files);
    const defects: RuleDefect[] = [...report.defects];
    const rules: RuleKey[] = [];
    const ruleIndexes = new Map<Rule, number>();
    const ruleIndex = (rule: Rule): number => {
      let at = ruleIndexes.get(rule);
      if (at === undefined) {
        at = rules.push(furtherRules.get(rule) ?? rule.id) - 1;
        ruleIndexes.set(rule, at);
      }
      return at;
    };
    for (const rule of report.rules) ruleIndex(rule);
    const ruleCount = rules.length;

    const files = new Map<SourceFile, ParsedFile>();
    for (const file of report.files) files.set(file.file, file);
    const seen = new Set<string>();
    const findings = report.findings.map((found): PackedFinding => {
      const { rule, finding, directive } = found;
      let details: Details = { labels: undefined, evidence: undefined };
      let fix: PackedFix | undefined;
      const isFirstOne = isFirst(found, index, seen);
      try {
        if (isFirstOne) details = packDetails(finding, shown, renderValue, places);
        fix = packFix(finding, isFirstOne && shown.edits, places);
      } catch (error) {
        // A defect of the explanation costs the explanation, not the scan.
        defects.push({ ruleId: rule.id, address: finding.address, error });
        details = { labels: [], evidence: [] };
      }
      const { status, messageId, message, address, resourceType } = finding;
      return {
        status,
        messageId,
        message,
        address,
        resourceType,
        rule: ruleIndex(rule),
        range: places.range(finding.range),
        module: places.module(finding.module),
        directive: directive && [
          places.file(directive.range.file),
          indexOfDirective(files.get(directive.range.file), directive),
        ],
        path: shown.paths ? pathInside(finding, files) : undefined,
        waitsFor: finding.waitsFor.map(({ subject, path }) => [subject.address, path]),
        fix,
        ...details,
      };
    });

    const diagnostics: PackedDiagnostic[] = [];
    const diagnosticIndexes = new Map<Diagnostic, number>();
    const diagnosticIndex = (diagnostic: Diagnostic): number => {
      let at = diagnosticIndexes.get(diagnostic);
      if (at === undefined) {
        at = diagnostics.push(packDiagnostic(diagnostic, places)) - 1;
        diagnosticIndexes.set(diagnostic, at);
      }
      return at;
    };
    const { directory, skipped, counts, work } = report;
    return {
      directory,
      rules,
      ruleCount,
      findings,
      defects: defects.map(packDefect),
      gaps: report.gaps.map(({ kind, name, initFolder, diagnostic }) => ({
        kind,
        name,
        initFolder,
        diagnostic: diagnosticIndex(diagnostic),
      })),
      reported: report.diagnostics.map(diagnosticIndex),
      undeclared: Array.from(report.undeclared, ([folder, mistakes]) => [folder, mistakes.map(diagnosticIndex)]),
      diagnostics,
      configuration: report.files.map(({ file }) => [file.name, file.text.length]),
      skipped,
      counts,
      work,
      files: places.files,
      modules: places.modules,
    };
  };
}

type Details = Pick<PackedFinding, 'labels' | 'evidence'>;

function packDetails(
  finding: ShownFinding,
  shown: ShownParts,
  renderValue: (value: Value) => string,
  places: PlacePacker,
): Details {
  const labels: PackedLabel[] = [];
  if (shown.labels) {
    for (const { range, text } of finding.labels()) labels.push({ range: places.range(range), text });
  }
  const isWanted = shown.evidence === 'always' || (shown.evidence === 'with-labels' && labels.length > 0);
  const evidence = isWanted
    ? finding.evidence().map((hop) => packHop(hop, shown.values ? renderValue : undefined, places))
    : undefined;
  return { labels: shown.labels ? labels : undefined, evidence };
}

function packHop(hop: ShownHop, renderValue: ((value: Value) => string) | undefined, places: PlacePacker): PackedHop {
  const { kind, name } = hop;
  const range = hop.range && places.range(hop.range);
  const part = hop.part && { path: hop.part.path, isAbsent: hop.part.isAbsent === true };
  if ('text' in hop) {
    const { isUnknown, isSensitive } = hop;
    return { kind, name, range, part, isUnknown, isSensitive, text: renderValue && hop.text() };
  }
  const value = hop.part?.value ?? hop.value;
  const isSensitive = hasMarkDeep(hop.value, 'sensitive');
  return { kind, name, range, part, isUnknown: value.kind === 'unknown', isSensitive, text: renderValue?.(value) };
}

function packFix({ fix }: ShownFinding, withEdits: boolean, places: PlacePacker): PackedFix | undefined {
  if (fix === undefined) return undefined;
  const { caution } = fix;
  if (!withEdits) return { caution, edits: undefined };
  const edits = textEditsOf(fix);
  return { caution, edits: edits?.map((edit) => ({ range: places.range(edit), text: edit.text })) ?? null };
}

function packDiagnostic(diagnostic: Diagnostic, places: PlacePacker): PackedDiagnostic {
  const { severity, code, summary, detail, subject, context } = diagnostic;
  return {
    severity,
    code,
    summary,
    detail,
    subject: subject && places.range(subject),
    context: context && places.range(context),
  };
}

function packDefect({ ruleId, address, error }: RuleDefect): PackedDefect {
  if (!(error instanceof Error)) return { ruleId, address, error: String(error) };
  const { name, message, stack } = error;
  return { ruleId, address, error: { name, message, stack } };
}

function indexOfDirective(file: ParsedFile | undefined, directive: FindingOfRoot['directive']): number {
  return file === undefined ? -1 : directivesOf(file).findIndex((placed) => placed.directive === directive);
}
