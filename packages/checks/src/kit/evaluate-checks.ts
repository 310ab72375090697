import type { SourceFile } from '@tfwarden/hcl';
import type { Evaluation } from '@tfwarden/terraform';
import type { Check } from './check.ts';
import { EstateIndex } from './estate-index.ts';
import type { Defect, Finding } from './finding.ts';
import { passedFinding, reportInto } from './report-findings.ts';
import type { ResourceView } from './view.ts';

export interface EvaluateOptions {
  /** Adds a finding of status `passed` for every check and instance with nothing to say. */
  readonly includePassed?: boolean;
  /** The day of the scan as `2026-06-30`, in UTC; without it, what depends on the day is undetermined. */
  readonly today?: string | undefined;
}

export interface CheckResults {
  /** In no particular order; the same mistake reached in several ways is one finding. */
  readonly findings: readonly Finding[];
  readonly defects: readonly Defect[];
}

/** Runs checks on everything a root creates. A check that throws becomes a defect, and the others go on. */
export function evaluateChecks(
  evaluation: Evaluation,
  checks: readonly Check[],
  options: EvaluateOptions = {},
): CheckResults {
  const estate = new EstateIndex(evaluation, options.today);
  const collected = new FindingCollection();
  const defects: Defect[] = [];
  for (const [target, checksOfTarget] of byTarget(checks)) {
    const judged = judge(estate.resources(target), checksOfTarget, options);
    for (const finding of judged.findings) collected.add(finding);
    for (const defect of judged.defects) defects.push(defect);
  }
  return { findings: collected.findings, defects };
}

/** Runs checks on resources. @returns the same mistake as often as it is reached */
export function judge(
  resources: readonly ResourceView[],
  checks: readonly Check[],
  options: EvaluateOptions,
): { readonly findings: readonly Finding[]; readonly defects: readonly Defect[] } {
  const findings: Finding[] = [];
  const defects: Defect[] = [];
  const judges = checks.map((check) => ({ check, report: reportInto(check, findings) }));
  for (const resource of resources) {
    for (const { check, report } of judges) {
      const before = findings.length;
      try {
        check.evaluate(resource, report);
      } catch (error) {
        findings.length = before;
        defects.push({ check, address: resource.address, error });
        continue;
      }
      if (findings.length === before && options.includePassed === true) findings.push(passedFinding(check, resource));
    }
  }
  return { findings, defects };
}

/** Checks by what they look at, in the order in which the first of them stands. */
export function byTarget(checks: readonly Check[]): ReadonlyMap<string, readonly Check[]> {
  const map = new Map<string, Check[]>();
  for (const check of checks) {
    for (const target of check.resources) {
      const list = map.get(target);
      if (list === undefined) map.set(target, [check]);
      else list.push(check);
    }
  }
  return map;
}

/** Keeps one of findings that say the same of the same place: a policy document used by three roles is one mistake. */
export class FindingCollection {
  readonly findings: Finding[] = [];
  readonly #seen = new Set<string>();
  readonly #files = new Map<SourceFile, number>();

  add(finding: Finding): void {
    const { range } = finding;
    let file = this.#files.get(range.file);
    if (file === undefined) {
      file = this.#files.size;
      this.#files.set(range.file, file);
    }
    const key = `${finding.check.id}\n${finding.address}\n${file}:${range.start}:${range.end}\n${finding.status}\n${finding.message}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.findings.push(finding);
  }
}
