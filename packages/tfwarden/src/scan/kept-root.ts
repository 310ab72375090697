import {
  type Check,
  checkModule,
  groupChecks,
  joinVerdicts,
  loadChecks,
  type ModuleVerdict,
  type Occurring,
  occurringIn,
  touchedBy,
} from '@tfwarden/checks';
import {
  type Evaluation,
  isReplaceable,
  lacksOnlyModules,
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
  readonly occurring: Occurring | undefined;
  readonly checks: readonly Check[];
  readonly verdicts: ReadonlyMap<ModuleInstance, ModuleVerdict>;
  /** What became of each finding. */
  readonly made: WeakMap<RawFinding, FindingOfRoot>;
  /** Bringing them up to date has failed half-way. */
  isSpoilt: boolean;
}

/**
 * Scans a root, module by module, so that only some of them need be checked again.
 * @param before     the same root scanned earlier; when it had problems it is scanned at one go, as most likely it still has
 * @param isAtOneGo  it is scanned at one go in any case
 */
export async function scanKeptRoot(
  directory: string,
  context: RootContext,
  trace: Trace,
  before: KeptRoot | undefined,
  isAtOneGo: boolean,
): Promise<KeptRoot> {
  const hadProblems = before !== undefined && !lacksOnlyModules(before.report.diagnostics, before.report.gaps);
  const sound = [before, before?.sound].find(mayBeRenewed);
  if (isAtOneGo || hadProblems || context.settings.checksMayPanic) {
    return { trace, report: await scanRoot(directory, context), parts: undefined, sound };
  }
  const workBefore = context.work.left;
  const kept = await scanInParts(directory, context);
  if (kept !== undefined) {
    const work = workBefore - context.work.left;
    return { trace, report: { ...kept.report, work }, parts: kept.parts, sound: undefined };
  }
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
    const parts = {
      context,
      evaluation,
      occurring: undefined,
      checks: [],
      verdicts: new Map(),
      made: new WeakMap(),
      isSpoilt: false,
    };
    return await judge(directory, parts, undefined);
  } catch {
    return undefined;
  }
}

/**
 * Brings a root up to date after modules that it calls changed.
 * @returns nothing when the root has to be scanned anew
 */
export async function renewRoot({ trace, report, parts, sound }: KeptRoot): Promise<KeptRoot | undefined> {
  if (parts === undefined) {
    const renewed = sound === undefined ? undefined : await renewRoot(sound);
    if (renewed !== undefined) trace.release();
    return renewed;
  }
  const folders = trace.changedFolders();
  if (parts.isSpoilt || folders === undefined) return undefined;
  if (!folders.every((folder) => isReplaceable(parts.evaluation, folder))) return undefined;
  parts.isSpoilt = true;
  try {
    const replaced = replaceAll(parts.evaluation, folders);
    const kept = replaced === undefined ? undefined : await judge(report.directory, parts, replaced);
    if (kept === undefined) return undefined;
    trace.refresh();
    return { trace, report: { ...kept.report, work: report.work }, parts: kept.parts, sound: undefined };
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
  const occurring = occurringIn(evaluation);
  const isSame = parts.occurring !== undefined && hasSameTargets(parts.occurring, occurring);
  const checks = isSame ? parts.checks : await loadChecks(occurring, { withOptional: settings.allChecks });
  const known = checks === parts.checks ? parts.verdicts : new Map<ModuleInstance, ModuleVerdict>();
  const isGood = replaced === undefined ? () => true : isUntouchedBy(replaced);
  const grouped = groupChecks(checks);
  const verdicts = new Map<ModuleInstance, ModuleVerdict>();
  for (const module of evaluation.modules()) {
    const verdict = known.get(module);
    const isKept = verdict !== undefined && isGood(verdict);
    verdicts.set(module, isKept ? verdict : checkModule(evaluation, module, grouped, checkOptions(settings)));
  }
  const report = reportOf(directory, evaluation, checks, joinVerdicts(grouped, [...verdicts.values()]), context, made);
  if (!lacksOnlyModules(report.diagnostics, report.gaps)) return undefined;
  return { report, parts: { context, evaluation, occurring, checks, verdicts, made, isSpoilt: false } };
}

function hasSameTargets(a: Occurring, b: Occurring): boolean {
  return isSameSet(a.targets, b.targets) && isSameSet(a.providers, b.providers);
}

function isSameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (a.size !== b.size) return false;
  for (const item of a) if (!b.has(item)) return false;
  return true;
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
