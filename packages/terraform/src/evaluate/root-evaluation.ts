import type { Diagnostic, OriginSubject, ParsedFile } from '@tfwarden/hcl';
import { DYNAMIC, hasErrors, parseExpression, SourceFile, unknownValue, waitsForOf } from '@tfwarden/hcl';
import type { Folder } from '../configuration/folders.ts';
import { resourceKey } from '../configuration/module-configuration.ts';
import type { SkippedFile } from '../source/skipped-file.ts';
import type { Engine } from './engine.ts';
import { evaluateNow } from './evaluate-in.ts';
import type { Evaluation, EvaluationStats, ExpressionResult, Gap, VariableInputs } from './evaluation.ts';
import { explainExpression } from './explain.ts';
import { readImports } from './imported-ids.ts';
import type { ModuleInstance, ResourceInstance } from './instance.ts';
import { ModuleState } from './module-state.ts';
import type { ResourceExpansion } from './resource-expansion.ts';
import { type ResourceState, ResourceSubject } from './resource-state.ts';
import { gatherInputs } from './root-inputs.ts';
import { sortDiagnostics } from './sort-diagnostics.ts';

/** An opened root module. */
export class RootEvaluation implements Evaluation {
  readonly engine: Engine;
  readonly root: ModuleState;
  #modules: readonly ModuleState[] | undefined;
  #resources: readonly ResourceState[] | undefined;
  #expansions: Map<string, ResourceExpansion[]> | undefined;
  readonly #byType = new Map<string, readonly ResourceState[]>();

  constructor(engine: Engine, directory: string, variables: VariableInputs) {
    this.engine = engine;
    const folder = engine.folders.load(directory);
    engine.useFolder(folder);
    const inputs = gatherInputs(engine.fileSystem, folder, variables);
    for (const diagnostic of inputs.diagnostics) engine.reportOnce(diagnostic);
    this.root = new ModuleState(engine, '', folder, undefined, inputs);
    engine.importedIds = readImports(this.root);
  }

  modules(): readonly ModuleState[] {
    if (this.#modules === undefined) {
      const modules: ModuleState[] = [];
      const pending: ModuleState[] = [this.root];
      for (let module = pending.pop(); module !== undefined; module = pending.pop()) {
        modules.push(module);
        for (const child of module.children.toReversed()) pending.push(child);
      }
      this.#modules = modules;
    }
    return this.#modules;
  }

  resources(): readonly ResourceState[] {
    this.#resources ??= this.modules().flatMap((module) => module.resources);
    return this.#resources;
  }

  resourcesOfType(type: string, mode: ResourceInstance['mode'] = 'managed'): readonly ResourceState[] {
    const key = resourceKey(mode, type, '');
    let resources = this.#byType.get(key);
    if (resources === undefined) {
      const found: ResourceState[] = [];
      for (const expansion of this.#expansionsOf(key)) {
        this.engine.evaluate(expansion);
        for (const instance of expansion.instances) found.push(instance);
      }
      resources = found;
      this.#byType.set(key, resources);
    }
    return resources;
  }

  /** Lists modules and resources anew: instances of modules were replaced. */
  forgetLists(): void {
    this.#modules = undefined;
    this.#resources = undefined;
    this.#expansions = undefined;
    this.#byType.clear();
  }

  resourceOf(subject: OriginSubject): ResourceInstance | undefined {
    const instance = subject instanceof ResourceSubject ? subject.instance : undefined;
    if (instance !== undefined) this.engine.followed?.add(instance.expansion.module);
    return instance;
  }

  diagnostics(): readonly Diagnostic[] {
    return sortDiagnostics(this.engine.diagnostics);
  }

  gaps(): readonly Gap[] {
    return this.engine.gaps;
  }

  evaluateExpression(text: string, module: ModuleInstance = this.root): ExpressionResult {
    const parsed = parseExpression(new SourceFile('<expression>', text));
    if (hasErrors(parsed.diagnostics)) {
      return { value: unknownValue(DYNAMIC), diagnostics: parsed.diagnostics, waitsFor: [], explain: () => [] };
    }
    const state = module instanceof ModuleState ? module : this.root;
    const diagnostics: Diagnostic[] = [...parsed.diagnostics];
    const value = evaluateNow(parsed.expression, state.frame, diagnostics);
    return {
      value,
      diagnostics,
      waitsFor: waitsForOf(value),
      explain: () => explainExpression(parsed.expression, state.frame),
    };
  }

  files(): readonly ParsedFile[] {
    return this.#folders.flatMap((folder) => folder.files);
  }

  skippedFiles(): readonly SkippedFile[] {
    return this.#folders.flatMap((folder) => folder.skipped);
  }

  stats(): EvaluationStats {
    let files = 0;
    let blocks = 0;
    let characters = 0;
    for (const folder of this.#folders) {
      files += folder.files.length;
      blocks += folder.module.blockCount;
      for (const { file } of folder.files) characters += file.text.length;
    }
    return { files, blocks, characters, modules: this.modules().length };
  }

  get #folders(): readonly Folder[] {
    return this.engine.usedFolders;
  }

  /** The resource blocks of a type in all modules; found for all types at once. */
  #expansionsOf(key: string): readonly ResourceExpansion[] {
    if (this.#expansions === undefined) {
      this.#expansions = new Map();
      for (const module of this.modules()) {
        for (const [name, { mode, type }] of module.configuration.resources) {
          const expansion = module.resource(name);
          if (expansion === undefined) continue;
          const kind = resourceKey(mode, type, '');
          const same = this.#expansions.get(kind);
          if (same === undefined) this.#expansions.set(kind, [expansion]);
          else same.push(expansion);
        }
      }
    }
    return this.#expansions.get(key) ?? [];
  }
}
