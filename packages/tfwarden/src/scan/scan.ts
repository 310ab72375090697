import {
  type Check,
  evaluateChecks,
  loadCatalogue,
  loadChecks,
  providersOfTypes,
  type Severity,
} from '@tfwarden/checks';
import { type Diagnostic, hostRange, type ParsedFile, type SourceFile } from '@tfwarden/hcl';
import {
  createFolders,
  type Evaluation,
  type FileSystem,
  findRoots,
  type Gap,
  type ModuleInstance,
  openRoot,
  parentPath,
  type RootSearch,
  type SkippedFile,
} from '@tfwarden/terraform';
import { createIgnores } from '../ignore/ignores.ts';
import { countFindings } from './count-findings.ts';
import { createIdMatcher, type Identity } from './id-matcher.ts';
import { compareDiagnostics, compareFindings } from './order.ts';
import { type Rule, ruleOf, shortCodeOf } from './rule.ts';
import type { RawFinding, ScanFinding } from './scan-finding.ts';
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

  for (const [index, directory] of roots.entries()) {
    await options.onProgress?.(index, roots.length, directory);
    const evaluation = openRoot(seen, directory, {
      folders,
      variables: settings.variables,
      workspace: settings.workspace,
    });
    modules += evaluation.modules().length;
    const instances = evaluation.resources();
    resources += instances.length;
    if (!settings.noIgnores) for (const file of evaluation.files()) ignores.addFile(file);
    for (const file of evaluation.files()) files.set(file.file, file);

    const checks = await checksFor(evaluation, settings, rules);
    const results = evaluateChecks(evaluation, checks, { includePassed: settings.includePassed });
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
      const suppression = finding.status === 'passed' ? undefined : selection.suppressionOf(finding, rule, severity);
      merger.add(rule, severity, finding, suppression);
    }

    for (const gap of evaluation.gaps()) if (!isLeftOut(gap.diagnostic, settings)) gaps.push(gap);
    diagnostics.addAll(evaluation.gaps().map((gap) => gap.diagnostic));
    diagnostics.addAll(evaluation.diagnostics());
    for (const file of evaluation.skippedFiles()) skipped.set(file.path, file);
    blocks += evaluation.stats().blocks;
  }
  diagnostics.addStatic(findUndeclaredReferences([...files.values()], brokenFolders(gaps)));
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

/** Leaves out excluded folders, which a module call may still lead to, and the variables that Terraform loads by itself when they are not wanted. */
function hideFromWalk(fileSystem: FileSystem, settings: ScanSettings): FileSystem {
  return {
    read: (path) => fileSystem.read(path),
    stat: (path) => fileSystem.stat(path),
    list(path) {
      const entries = fileSystem.list(path);
      if ('problem' in entries) return entries;
      const prefix = path === '.' ? '' : `${path}/`;
      return entries.filter((entry) =>
        entry.kind === 'directory'
          ? !settings.isPathExcluded(prefix + entry.name)
          : !settings.noAutoVariables || !AUTO_VARIABLES.test(entry.name),
      );
    },
  };
}

const AUTO_VARIABLES = /^terraform\.tfvars(?:\.json)?$|\.auto\.tfvars(?:\.json)?$/;

/** A place inside a string of a JSON file is named by the file that a person can open. */
function inHostFile(finding: RawFinding): RawFinding {
  if (finding.range.file.container === undefined) return finding;
  const { status, messageId, message, address, resourceType, module, enclosing, fix, waitsFor } = finding;
  return {
    status,
    messageId,
    message,
    address,
    resourceType,
    module,
    enclosing,
    fix,
    waitsFor,
    range: hostRange(finding.range),
    labels: () => finding.labels(),
    evidence: () => finding.evidence(),
  };
}

interface Merger {
  add(rule: Rule, severity: Severity, finding: RawFinding, suppression: ScanFinding['suppression']): void;
  findings(): readonly ScanFinding[];
}

/** The same mistake at the same place is one finding, however many roots and instances show it. */
function createMerger(settings: ScanSettings): Merger {
  const merged = new Map<string, { readonly first: ScanFinding; readonly instances: Map<string, RawFinding> }>();
  return {
    add(rule, severity, finding, suppression) {
      const status = suppression === undefined ? finding.status : 'ignored';
      const { range } = finding;
      const instance = settings.isUngrouped ? finding.address : '';
      const by = suppression?.kind ?? '';
      // The same words apart from the address: what differs in a value that is shown is not the same mistake.
      const words = finding.message.replaceAll(finding.address, '');
      const key = `${rule.id}\0${range.file.name}\0${range.start}\0${range.end}\0${finding.messageId}\0${words}\0${status}\0${by}\0${instance}`;
      const instanceKey = `${rootOf(finding.module).directory}\0${finding.address}`;
      const known = merged.get(key);
      if (known === undefined) {
        merged.set(key, {
          first: { rule, severity, status, suppression, finding, instances: [] },
          instances: new Map([[instanceKey, finding]]),
        });
        return;
      }
      if (!known.instances.has(instanceKey)) known.instances.set(instanceKey, finding);
    },
    findings: () =>
      [...merged.values()].map(({ first, instances }) => ({ ...first, instances: [...instances.values()] })),
  };
}

/** The root module that an instance belongs to. */
export function rootOf(module: ModuleInstance): ModuleInstance {
  let at = module;
  while (at.parent !== undefined) at = at.parent;
  return at;
}

function isLeftOut(diagnostic: Diagnostic, settings: ScanSettings): boolean {
  return diagnostic.subject !== undefined && settings.isPathExcluded(diagnostic.subject.file.name);
}

/** Diagnostics without repetition: several roots that call one module report its problems each. */
class DiagnosticSet {
  private readonly found = new Map<string, Diagnostic>();
  private readonly settings: ScanSettings;

  constructor(settings: ScanSettings) {
    this.settings = settings;
  }

  addAll(diagnostics: readonly Diagnostic[]): void {
    for (const diagnostic of diagnostics) {
      if (isLeftOut(diagnostic, this.settings)) continue;
      const { subject } = diagnostic;
      const place = subject === undefined ? '' : `${subject.file.name}\0${subject.start}\0${subject.end}`;
      const key = `${diagnostic.code}\0${diagnostic.summary}\0${place}\0${diagnostic.detail}`;
      if (!this.found.has(key)) this.found.set(key, diagnostic);
    }
  }

  /** Adds what the evaluation has not met: the same mistake at the same place, or in the same file for a circle, is not told twice. */
  addStatic(diagnostics: readonly Diagnostic[]): void {
    const known = new Set<string>();
    for (const diagnostic of this.found.values()) known.add(placeKey(diagnostic));
    this.addAll(diagnostics.filter((diagnostic) => !known.has(placeKey(diagnostic))));
  }

  sorted(): readonly Diagnostic[] {
    return [...this.found.values()].toSorted(compareDiagnostics);
  }
}

function brokenFolders(gaps: readonly Gap[]): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const gap of gaps) {
    if (gap.kind !== 'syntax-error' && gap.kind !== 'unreadable-file') continue;
    folders.add(parentPath(gap.diagnostic.subject?.file.name ?? gap.name));
  }
  return folders;
}

function placeKey({ code, subject }: Diagnostic): string {
  const place = code === 'terraform/cycle' ? '' : (subject?.start ?? '');
  return `${code}\0${subject?.file.name ?? ''}\0${place}`;
}

function withoutRepeats(gaps: readonly Gap[]): readonly Gap[] {
  const found = new Map<string, Gap>();
  for (const gap of gaps) {
    const { subject } = gap.diagnostic;
    const key = `${gap.kind}\0${subject?.file.name ?? ''}\0${subject?.start ?? ''}\0${subject === undefined ? gap.name : ''}`;
    if (!found.has(key)) found.set(key, gap);
  }
  return [...found.values()];
}
