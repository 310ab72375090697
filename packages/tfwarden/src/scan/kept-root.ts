import {
  type Check,
  checkModule,
  groupChecks,
  joinVerdicts,
  loadChecks,
  type ModuleVerdict,
  occurringIn,
  touchedBy,
} from '@tfwarden/checks';
import {
  type Evaluation,
  isReplaceable,
  type ModuleInstance,
  type ReplacedModules,
  replaceFolder,
} from '@tfwarden/terraform';
import type { Trace } from './dependency.ts';
import type { FindingOfRoot, RootReport } from './root-report.ts';
import type { RawFinding } from './scan-finding.ts';
import { checkOptions, openEvaluation, type RootContext, reportOf, scanRoot } from './scan-root.ts';

/** A root with its report, and what it takes to bring that up to date when a module that it calls changes. */
export interface KeptRoot {
  readonly trace: Trace;
  readonly report: RootReport;
  /** Undefined when the root has problems: which of them comes from which module is not known, so such a root is scanned as a whole. */
  readonly parts: RootParts | undefined;
  /**
   * Of a root with problems: what it was before it had them. While a file is being written it does not parse for a moment, and then it does; what changed
   * since is in the trace.
   */
  readonly sound: KeptRoot | undefined;
}

interface RootParts {
  readonly context: RootContext;
  readonly evaluation: Evaluation;
  readonly checks: readonly Check[];
  readonly verdicts: ReadonlyMap<ModuleInstance, ModuleVerdict>;
  /** What became of each finding. */
  readonly made: WeakMap<RawFinding, FindingOfRoot>;
  /** Bringing them up to date has failed half-way. */
  isSpoilt: boolean;
}

/**
 * Scans a root, module by module, so that only some of them need be checked again.
 * @param before  the same root scanned earlier; when it had problems it is scanned at one go, as most likely it still has
 */
export async function scanKeptRoot(
  directory: string,
  context: RootContext,
  trace: Trace,
  before: KeptRoot | undefined,
): Promise<KeptRoot> {
  const hadProblems = before !== undefined && before.report.diagnostics.length + before.report.gaps.length > 0;
  const sound = [before, before?.sound].find(mayBeRenewed);
  if (hadProblems || context.settings.checksMayPanic) {
    return { trace, report: await scanRoot(directory, context), parts: undefined, sound };
  }
  const { left: workBefore, isReported } = context.work;
  const kept = await scanInParts(directory, context);
  if (kept !== undefined) {
    const work = workBefore - context.work.left;
    return { trace, report: { ...kept.report, work }, parts: kept.parts, sound: undefined };
  }
  // What was done in vain counts for nothing: a fresh scan does not do it either.
  context.work.left = workBefore;
  context.work.isReported = isReported;
  return { trace, report: await scanRoot(directory, context), parts: undefined, sound };
}

/** Whether another change may make it possible to bring the root up to date. */
function mayBeRenewed(kept: KeptRoot | undefined): boolean {
  if (kept?.parts === undefined || kept.parts.isSpoilt) return false;
  return kept.trace.changedFolders()?.includes(kept.report.directory) === false;
}

/** @returns nothing when the root has problems, or a defect of ours came to light: those are told as a scan at one go tells them */
async function scanInParts(directory: string, context: RootContext): Promise<Kept | undefined> {
  try {
    const evaluation = openEvaluation(directory, context);
    const parts = { context, evaluation, checks: [], verdicts: new Map(), made: new WeakMap(), isSpoilt: false };
    return await judge(directory, parts, undefined);
  } catch {
    return undefined;
  }
}

/**
 * Brings a root up to date after modules that it calls changed.
 * @param context  of the present scan
 * @returns nothing when the root has to be scanned anew
 */
export async function renewRoot(before: KeptRoot, context: Pick<RootContext, 'work'>): Promise<KeptRoot | undefined> {
  const { trace, report, parts, sound } = before;
  if (parts === undefined) {
    const renewed = sound === undefined ? undefined : await renewRoot(sound, context);
    if (renewed !== undefined) trace.release();
    return renewed;
  }
  const folders = trace.changedFolders();
  if (parts.isSpoilt || folders === undefined) return undefined;
  if (!folders.every((folder) => isReplaceable(parts.evaluation, folder))) return undefined;
  parts.isSpoilt = true;
  // The evaluation takes from the work it was opened with.
  const { work } = parts.context;
  const available = context.work.left;
  work.left = available;
  try {
    const replaced = replaceAll(parts.evaluation, folders);
    const kept = replaced === undefined ? undefined : await judge(report.directory, parts, replaced);
    if (kept === undefined) return undefined;
    const taken = available - work.left;
    context.work.left -= taken;
    trace.refresh();
    return { trace, report: { ...kept.report, work: report.work + taken }, parts: kept.parts, sound: undefined };
  } catch {
    return undefined;
  }
}

/** Nothing is remembered for the root any more, apart from what `but` is. */
export function releaseRoot(kept: KeptRoot | undefined, but?: KeptRoot): void {
  if (kept === undefined) return;
  if (kept !== but) kept.trace.release();
  if (kept.sound !== but) releaseRoot(kept.sound);
}

function replaceAll(evaluation: Evaluation, folders: readonly string[]): ReplacedModules | undefined {
  const removed: ModuleInstance[] = [];
  const added: ModuleInstance[] = [];
  for (const folder of folders) {
    const replaced = replaceFolder(evaluation, folder);
    if (replaced === undefined) return undefined;
    removed.push(...replaced.removed);
    added.push(...replaced.added);
  }
  return { removed, added };
}

interface Kept {
  readonly report: Omit<RootReport, 'work'>;
  readonly parts: RootParts;
}

/** Checks the modules that have no verdict, or whose verdict may be another one now. @param replaced  undefined the first time */
async function judge(
  directory: string,
  parts: RootParts,
  replaced: ReplacedModules | undefined,
): Promise<Kept | undefined> {
  const { context, evaluation, made } = parts;
  const { settings } = context;
  const checks = await loadChecks(occurringIn(evaluation), { withOptional: settings.allChecks });
  const areSame =
    checks.length === parts.checks.length && checks.every((check, index) => check === parts.checks[index]);
  const known = areSame ? parts.verdicts : new Map<ModuleInstance, ModuleVerdict>();
  const isGood = replaced === undefined ? () => true : isUntouchedBy(replaced);
  const grouped = groupChecks(checks);
  const verdicts = new Map<ModuleInstance, ModuleVerdict>();
  for (const module of evaluation.modules()) {
    const verdict = known.get(module);
    const isKept = verdict !== undefined && isGood(verdict);
    verdicts.set(module, isKept ? verdict : checkModule(evaluation, module, grouped, checkOptions(settings)));
  }
  const report = reportOf(directory, evaluation, checks, joinVerdicts(grouped, [...verdicts.values()]), context, made);
  if (report.diagnostics.length > 0 || report.gaps.length > 0) return undefined;
  return { report, parts: { context, evaluation, checks, verdicts, made, isSpoilt: false } };
}

function isUntouchedBy({ removed, added }: ReplacedModules): (verdict: ModuleVerdict) => boolean {
  const touched = touchedBy([...removed, ...added]);
  const gone = new Set(removed);
  return ({ listed, followed }) => {
    for (const name of listed) if (touched.has(name)) return false;
    for (const module of followed) if (gone.has(module)) return false;
    return true;
  };
}
