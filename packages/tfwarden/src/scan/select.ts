import type { Severity } from '@tfwarden/checks';
import type { IdMatcher } from '../identity/id-matcher.ts';
import type { Directive } from '../ignore/directive.ts';
import type { Rule } from './rule.ts';
import type { ModulePlace, ShownFinding, Suppression } from './scan-finding.ts';
import { type ScanSettings, severityRank } from './settings.ts';

/** Decides about each finding: which severity it has and whether it counts. */
export interface Selection {
  severityOf(rule: Rule): Severity;
  /** @returns whether ignore comments count for the rule */
  isIgnorable(rule: Rule): boolean;
  /**
   * @param directive  the ignore comment that covers the finding, if any
   * @returns why the finding does not count; undefined when it does
   */
  suppressionOf(
    finding: ShownFinding,
    rule: Rule,
    severity: Severity,
    directive: Directive | undefined,
  ): Suppression | undefined;
}

/** In the order of tfsec: ignore comments, then overridden severities, ids, paths, downloaded modules and the minimum severity. */
export function createSelection(settings: ScanSettings, matcher: IdMatcher): Selection {
  const matchesAny = (written: readonly string[], id: string): boolean =>
    written.some((entry) => matcher.matches(entry, id));
  const perRule = new Map<string, RuleSelection>();

  function selectionOf(rule: Rule): RuleSelection {
    const known = perRule.get(rule.id);
    if (known !== undefined) return known;
    let severity = rule.severity;
    for (const [written, override] of settings.severityOverrides) {
      if (matcher.matches(written, rule.id)) severity = override;
    }
    const made: RuleSelection = {
      severity,
      isExcluded: matchesAny(settings.exclude, rule.id),
      isIncluded: settings.include.length === 0 || matchesAny(settings.include, rule.id),
      isIgnorable: !settings.noIgnores && !matchesAny(settings.excludeIgnores, rule.id),
    };
    perRule.set(rule.id, made);
    return made;
  }

  return {
    severityOf: (rule) => selectionOf(rule).severity,
    isIgnorable: (rule) => selectionOf(rule).isIgnorable,
    suppressionOf(finding, rule, severity, directive) {
      if (directive !== undefined) return { kind: 'comment', directive };
      const selected = selectionOf(rule);
      if (selected.isExcluded) return { kind: 'excluded' };
      if (!selected.isIncluded) return { kind: 'not-included' };
      if (settings.isPathExcluded(finding.range.file.name)) return { kind: 'path' };
      if (settings.excludeDownloadedModules && isDownloaded(finding.module)) return { kind: 'downloaded-module' };
      if (settings.minimumSeverity !== undefined && severityRank(severity) > severityRank(settings.minimumSeverity)) {
        return { kind: 'severity' };
      }
      return undefined;
    },
  };
}

interface RuleSelection {
  readonly severity: Severity;
  readonly isExcluded: boolean;
  readonly isIncluded: boolean;
  readonly isIgnorable: boolean;
}

/** True when a call on the way from the root has a source that is not a local path. */
function isDownloaded(module: ModulePlace): boolean {
  for (let at: ModulePlace | undefined = module; at !== undefined; at = at.parent) {
    const source = at.call?.source;
    if (source !== undefined && !source.startsWith('.')) return true;
  }
  return false;
}
