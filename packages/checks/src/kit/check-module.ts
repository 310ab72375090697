import { type Evaluation, followedWhile, type ModuleInstance } from '@tfwarden/terraform';
import type { Check } from './check.ts';
import { EstateIndex } from './estate-index.ts';
import { byTarget, type CheckResults, type EvaluateOptions, FindingCollection, judge } from './evaluate-checks.ts';
import type { Defect, Finding } from './finding.ts';

/** What checks have to say about one module instance, and what of the rest they looked at. */
export interface ModuleVerdict {
  /** By what the checks look at; the same mistake reached in several ways is there several times. */
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
  readonly defects: ReadonlyMap<string, readonly Defect[]>;
  /** What was looked for in the whole estate: it may differ when one of these occurs in a module that changes; see `touchedBy`. */
  readonly listed: ReadonlySet<string>;
  /** Module instances that chains and origins of values led to. */
  readonly followed: ReadonlySet<ModuleInstance>;
}

/**
 * Runs checks on what one module instance declares. Nothing that a check keeps for the estate is shared with other calls, so that everything it looks at
 * is known.
 */
export function checkModule(
  evaluation: Evaluation,
  module: ModuleInstance,
  checks: ReadonlyMap<string, readonly Check[]>,
  options: EvaluateOptions,
): ModuleVerdict {
  const estate = new EstateIndex(evaluation, options.today);
  const findings = new Map<string, readonly Finding[]>();
  const defects = new Map<string, readonly Defect[]>();
  const followed = followedWhile(evaluation, () => {
    for (const [target, checksOfTarget] of checks) {
      const resources = estate.resourcesIn(module, target);
      if (resources.length === 0) continue;
      const judged = judge(resources, checksOfTarget, options);
      if (judged.findings.length > 0) findings.set(target, judged.findings);
      if (judged.defects.length > 0) defects.set(target, judged.defects);
    }
  });
  return { findings, defects, listed: estate.listed, followed };
}

/** Checks by what they look at, as `checkModule` takes them. */
export function groupChecks(checks: readonly Check[]): ReadonlyMap<string, readonly Check[]> {
  let grouped = GROUPED.get(checks);
  if (grouped === undefined) GROUPED.set(checks, (grouped = byTarget(checks)));
  return grouped;
}

const GROUPED = new WeakMap<readonly Check[], ReadonlyMap<string, readonly Check[]>>();

/**
 * Puts verdicts together: what `evaluateChecks` gives for all of them at once.
 * @param verdicts  of all module instances, in the order of the evaluation
 */
export function joinVerdicts(
  checks: ReadonlyMap<string, readonly Check[]>,
  verdicts: readonly ModuleVerdict[],
): CheckResults {
  // Most modules have something to say about few of many targets.
  const said = new Set<string>();
  for (const verdict of verdicts) {
    for (const target of verdict.findings.keys()) said.add(target);
    for (const target of verdict.defects.keys()) said.add(target);
  }
  const collected = new FindingCollection();
  const defects: Defect[] = [];
  for (const target of checks.keys()) {
    if (!said.has(target)) continue;
    for (const verdict of verdicts) {
      for (const finding of verdict.findings.get(target) ?? []) collected.add(finding);
      defects.push(...(verdict.defects.get(target) ?? []));
    }
  }
  return { findings: collected.findings, defects };
}

/** What is different for whoever looks at the whole estate when module instances change: what is declared in them. */
export function touchedBy(modules: Iterable<ModuleInstance>): ReadonlySet<string> {
  const touched = new Set<string>();
  for (const module of modules) {
    touched.add('module').add('variable').add('local').add('output').add(`folder ${module.directory}`);
    for (const { mode, type } of module.resources) {
      touched.add(mode === 'managed' ? type : `${mode}.${type}`).add(mode === 'managed' ? '*' : `${mode}.*`);
    }
    for (const { type } of module.providers) touched.add(`provider.${type}`).add('provider.*');
  }
  return touched;
}
