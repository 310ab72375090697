import type { Diagnostic, Value } from '@tfwarden/hcl';
import { evaluate, hasErrors, unmark } from '@tfwarden/hcl';
import type { Folder } from '../configuration/folders.ts';
import { createFolders } from '../configuration/folders.ts';
import { problem } from '../configuration/problem.ts';
import { readText } from '../configuration/static-value.ts';
import { versionSatisfies } from '../configuration/version-constraint.ts';
import { computeDataSource } from '../data/compute-data-source.ts';
import { createEngine } from '../evaluate/create-engine.ts';
import type { OpenOptions } from '../evaluate/evaluation.ts';
import type { ResourceInstance } from '../evaluate/instance.ts';
import { LIMITS } from '../evaluate/limits.ts';
import { RootEvaluation } from '../evaluate/root-evaluation.ts';
import { sortDiagnostics } from '../evaluate/sort-diagnostics.ts';
import { checkArguments } from '../module/check-arguments.ts';
import { manifestModules } from '../module/installed-modules.ts';
import type { FileSystem } from '../source/file-system.ts';
import { expressionsIn } from './body-expressions.ts';
import type { CheckSummary } from './check-results.ts';
import { createCheckResults, summarizeChecks } from './check-results.ts';
import { buildGraph } from './graph.ts';
import { validateImportedInstances, validateImports } from './imports.ts';
import { validateMoves, validateRemovals } from './moves.ts';
import { withLocalState } from './remote-state.ts';
import { sortGraph } from './sort-graph.ts';
import type { StaticModule } from './static-module.ts';
import { addressOfModule, buildStaticTree, modulesInnermostFirst, modulesOf } from './static-module.ts';
import type { Vertex } from './vertex.ts';
import { walkGraph } from './walk.ts';

/** The version of Terraform whose behaviour this is; `required_version` is checked against it. */
export const TERRAFORM_VERSION = '1.11.4';

/** What `terraform init` and `terraform plan` would say, without state and without providers. */
export interface Plan {
  /** Where errors stopped it; undefined when there are none. */
  readonly failedAt: 'init' | 'plan' | undefined;
  /** Errors and warnings; of a plan that failed only those of the step that failed. */
  readonly diagnostics: readonly Diagnostic[];
  /** Members of dependency cycles, by Terraform's names. */
  readonly cycles: readonly (readonly string[])[];
  /** Of the root module; empty when it failed. */
  readonly outputs: ReadonlyMap<string, PlannedOutput>;
  readonly resources: readonly PlannedResource[];
  readonly checks: ReadonlyMap<string, CheckSummary>;
}

export interface PlannedOutput {
  readonly value: Value;
  readonly isSensitive: boolean;
}

export interface PlannedResource {
  readonly instance: ResourceInstance;
  readonly action: 'create' | 'update' | 'read' | 'no-op';
  /** The whole planned object. */
  readonly value: Value;
}

/**
 * Plans a root module in full, with every check that Terraform makes: first the configuration is loaded, then validated for all inputs,
 * then evaluated with the given ones. Each step is made only when the one before found no error.
 */
export function planRoot(fileSystem: FileSystem, directory: string, options: OpenOptions = {}): Plan {
  const folders = options.folders ?? createFolders(fileSystem);
  const installed = options.installedModules ?? manifestModules(fileSystem);
  const computed = withLocalState(options.computeDataSource ?? computeDataSource);
  const shared = { ...options, folders, installedModules: installed, computeDataSource: computed };

  const loading: Diagnostic[] = [];
  const tree = buildStaticTree(folders, installed, directory, { ...LIMITS, ...options.limits }, loading);
  const wrongVersions = checkVersions(tree);
  if (hasErrors(wrongVersions)) return failure('init', wrongVersions);
  loading.push(...checkConfiguration(tree));
  if (hasErrors(loading)) return failure('init', loading);

  const given = options.variables ?? {};
  const validating = new RootEvaluation(createEngine(fileSystem, directory, shared, 'validate'), directory, given);
  const planning = new RootEvaluation(createEngine(fileSystem, directory, shared, 'plan'), directory, given);
  const reading = planning.root.inputs?.reading ?? [];
  if (hasErrors(reading)) return failure('plan', reading);
  const inputs = [...(planning.root.inputs?.diagnostics ?? []), ...missingVariables(planning)];
  if (hasErrors(inputs)) return failure('plan', inputs);

  if (tree.folder.files.length === 0) return failure('plan', [NOTHING_TO_PLAN]);
  const graph = buildGraph(tree);
  // Terraform looks at the innermost calls first, and stops at the first one in error.
  for (const { call, folder } of modulesInnermostFirst(tree)) {
    const wrong = call === undefined ? [] : checkArguments(call, folder.module);
    if (hasErrors(wrong)) return failure('plan', wrong);
  }
  const { order, cycles } = sortGraph(graph);
  if (cycles.length > 0) return cyclesFound(cycles);
  const wrongImports = validateImports(tree);
  if (hasErrors(wrongImports)) return failure('plan', wrongImports);
  walkGraph(order, validating.root, createCheckResults());
  if (hasErrors(validating.diagnostics())) return failure('plan', validating.diagnostics());

  const checks = createCheckResults();
  walkGraph(order, planning.root, checks);
  const imported = validateImportedInstances(planning);
  const diagnostics = [...planning.diagnostics(), ...imported, ...validateRemovals(tree), ...validateMoves(planning)];
  if (hasErrors(diagnostics)) return failure('plan', diagnostics);
  return {
    failedAt: undefined,
    diagnostics: sortDiagnostics([...loading, ...diagnostics]),
    cycles: [],
    outputs: outputsOf(planning),
    resources: resourcesOf(planning),
    checks: summarizeChecks(checks),
  };
}

const NOTHING_TO_PLAN: Diagnostic = problem(
  'no-configuration',
  'No configuration files',
  'Plan requires configuration to be present. Planning without a configuration would mark everything for destruction, which is normally not what is desired. If you would like to destroy everything, run plan with the -destroy option. Otherwise, create a Terraform configuration file (.tf file) and try again.',
);

function checkConfiguration(tree: StaticModule): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const seen = new Set<unknown>();
  for (const module of modulesOf(tree)) {
    const { folder, call } = module;
    if (seen.has(folder)) continue;
    seen.add(folder);
    diagnostics.push(...folder.diagnostics);
    for (const { source, sourceExpression } of folder.module.calls.values()) {
      // Terraform takes only a constant here.
      if (source === undefined && sourceExpression !== undefined) readText(sourceExpression, diagnostics);
    }
    if (call === undefined) checkBackend(folder, diagnostics);
    for (const { text, expression } of folder.module.settings.requiredVersions) {
      if (versionSatisfies(TERRAFORM_VERSION, text) !== undefined) continue;
      const detail = 'This string does not use correct version constraint syntax.';
      diagnostics.push(problem('invalid-version', 'Invalid version constraint', detail, expression));
    }
    const [firstImport] = folder.module.imports;
    const address = addressOfModule(module);
    if (call !== undefined && firstImport !== undefined) {
      const detail = `An import block was detected in "${address}". Import blocks are only allowed in the root module.`;
      diagnostics.push(problem('misplaced-import', 'Invalid import configuration', detail, firstImport.headerRange));
    }
  }
  return diagnostics;
}

/** Whether this version of Terraform may be used: when not, nothing else is said. */
function checkVersions(tree: StaticModule): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const seen = new Set<unknown>();
  for (const module of modulesOf(tree)) {
    const { folder, call } = module;
    if (seen.has(folder)) continue;
    seen.add(folder);
    for (const { text, range } of folder.module.settings.requiredVersions) {
      const satisfied = versionSatisfies(TERRAFORM_VERSION, text);
      if (satisfied === false) {
        const subject =
          call === undefined ? 'This configuration' : `Module ${addressOfModule(module)} (from ${call.source ?? ''})`;
        const detail = `${subject} does not support Terraform version ${TERRAFORM_VERSION}. To proceed, either choose another supported Terraform version or update this version constraint. Version constraints are normally set for good reason, so updating the constraint may lead to other errors or unexpected behavior.`;
        diagnostics.push(problem('unsupported-version', 'Unsupported Terraform Core version', detail, range));
      }
    }
  }
  return diagnostics;
}

/** Only constants may configure a backend. */
function checkBackend({ module }: Folder, diagnostics: Diagnostic[]): void {
  const { backend } = module.settings;
  if (backend === undefined) return;
  for (const { expression } of expressionsIn(backend.body)) evaluate(expression, undefined, diagnostics);
}

function missingVariables({ root }: RootEvaluation): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const { name, defaultValue, headerRange } of root.configuration.variables.values()) {
    if (defaultValue !== undefined || root.inputs?.values.has(name) === true) continue;
    const detail = `The root module input variable "${name}" is not set, and has no default value. Use a -var or -var-file command line argument to provide a value for this variable.`;
    diagnostics.push(problem('missing-variable', 'No value for required variable', detail, headerRange));
  }
  return diagnostics;
}

function failure(failedAt: 'init' | 'plan', diagnostics: readonly Diagnostic[]): Plan {
  const nothing = { cycles: [], outputs: new Map(), resources: [], checks: new Map() };
  return { failedAt, diagnostics: sortDiagnostics(diagnostics), ...nothing };
}

function cyclesFound(cycles: readonly (readonly Vertex[])[]): Plan {
  const members = cycles.map((cycle) => cycle.map(({ label }) => label).toSorted());
  const diagnostics = members.map((labels) =>
    problem('cycle', `Cycle: ${labels.join(', ')}`, 'Each of these needs the value of another one.'),
  );
  return { ...failure('plan', diagnostics), cycles: members };
}

function outputsOf({ root }: RootEvaluation): ReadonlyMap<string, PlannedOutput> {
  const outputs = new Map<string, PlannedOutput>();
  for (const [name, { isSensitive }] of root.configuration.outputs) {
    const value = root.output(name)?.value;
    if (value !== undefined) outputs.set(name, { value, isSensitive });
  }
  return outputs;
}

function resourcesOf(evaluation: RootEvaluation): readonly PlannedResource[] {
  const planned: PlannedResource[] = [];
  for (const instance of evaluation.resources()) {
    if (instance.mode === 'ephemeral') continue;
    const value = instance.whole;
    if (instance.mode === 'data') {
      // A data source whose arguments are known is read at once and is no part of the plan, unless it belongs to a check.
      if (instance.isReadLater || instance.expansion.declaration.check !== undefined)
        planned.push({ instance, action: 'read', value });
      continue;
    }
    const id = instance.importId;
    planned.push({ instance, action: id === undefined ? 'create' : importAction(unmark(value)), value });
  }
  return planned;
}

/** An imported object has nothing but its id; whatever else is written is a change. */
function importAction(value: Value): 'update' | 'no-op' {
  if (value.kind !== 'object') return 'update';
  for (const [name, attribute] of value.attributes) {
    if (name !== 'id' && attribute.kind !== 'null') return 'update';
  }
  return 'no-op';
}
