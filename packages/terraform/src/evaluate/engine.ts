import type { Diagnostic, FunctionDefinition, Value, WorkBudget } from '@tfwarden/hcl';
import { STRING, stringValue, unknownValue } from '@tfwarden/hcl';
import type { Folder, Folders } from '../configuration/folders.ts';
import { problem } from '../configuration/problem.ts';
import type { InstalledModules } from '../module/installed-modules.ts';
import type { FileSystem } from '../source/file-system.ts';
import type { ComputeDataSource } from './data-source.ts';
import type { Gap } from './evaluation.ts';
import type { ImportedIds } from './imported-ids.ts';
import type { Limits } from './limits.ts';
import type { ModuleState } from './module-state.ts';
import type { Node } from './node.ts';
import type { ResourceSubject } from './resource-state.ts';

/** What an engine works with. */
export interface EngineOptions {
  /**
   * `scan` goes on with unknown values wherever it can. `validate` and `plan` are Terraform's two walks: nothing is computed from
   * what is in error, and in `plan` the number of instances must be known.
   */
  readonly mode: 'scan' | 'validate' | 'plan';
  readonly folders: Folders;
  readonly limits: Limits;
  readonly installedModules: InstalledModules;
  readonly functions: FunctionTable;
  readonly workspace: string;
  readonly dataSources: ReadonlyMap<string, Value> | undefined;
  readonly computeDataSource: ComputeDataSource | undefined;
  /** What is left of the work that may be done. */
  readonly work: WorkBudget;
  /** What `path.cwd` is, where it may be known. */
  readonly workingDirectory: string | undefined;
}

/** The functions of the language, by name as written. */
export interface FunctionTable {
  find(name: string): FunctionDefinition | undefined;
  names(): readonly string[];
}

/** How many members of a cycle its message lists. */
const MAX_CYCLE_MEMBERS = 50;

/** Computes nodes on demand and collects the problems that are met. One per opened root. */
export class Engine {
  readonly options: EngineOptions;
  readonly gaps: Gap[] = [];
  /** Folders in use, in the order they were first needed. */
  readonly usedFolders: Folder[] = [];
  /** `path.cwd`, which differs from machine to machine. */
  readonly workingDirectory: Value;
  /** Set when the root declares `import` blocks. */
  importedIds: ImportedIds | undefined;
  /** In the order they were met, with repetitions. */
  readonly diagnostics: Diagnostic[] = [];
  #instances = 0;
  #modules = 0;
  #depth = 0;
  #errorCount = 0;
  readonly #reported = new Set<string>();
  readonly #known = new Set<Folder>();

  constructor(options: EngineOptions) {
    this.options = options;
    const subject = { kind: 'other', address: 'path.cwd' } as const;
    this.workingDirectory =
      options.workingDirectory === undefined
        ? unknownValue(STRING, { origin: { subject, path: '' }, refinement: { notNull: true } })
        : stringValue(options.workingDirectory);
  }

  get mode(): EngineOptions['mode'] {
    return this.options.mode;
  }

  get limits(): Limits {
    return this.options.limits;
  }

  get folders(): Folders {
    return this.options.folders;
  }

  get fileSystem(): FileSystem {
    return this.options.folders.fileSystem;
  }

  get functions(): FunctionTable {
    return this.options.functions;
  }

  get installedModules(): InstalledModules {
    return this.options.installedModules;
  }

  get work(): WorkBudget {
    return this.options.work;
  }

  get workspace(): string {
    return this.options.workspace;
  }

  get dataSources(): ReadonlyMap<string, Value> | undefined {
    return this.options.dataSources;
  }

  get computeDataSource(): ComputeDataSource | undefined {
    return this.options.computeDataSource;
  }

  /** While it is set: module instances that an explanation, or the origin of a value, led to. */
  followed: Set<ModuleState> | undefined;
  /** Subjects of instances that are made anew, by address. */
  inherited: ReadonlyMap<string, ResourceSubject> | undefined;

  /** Says which folders are in use, when that changed. None of them has a problem. */
  useOnly(folders: Iterable<Folder>): void {
    this.usedFolders.length = 0;
    this.#known.clear();
    for (const folder of folders) this.useFolder(folder);
  }

  /** Takes a folder into use: its problems become the evaluation's. */
  useFolder(folder: Folder): void {
    if (this.#known.has(folder)) return;
    this.#known.add(folder);
    this.usedFolders.push(folder);
    for (const diagnostic of folder.diagnostics) this.reportOnce(diagnostic);
    for (const { path, kind, diagnostic } of folder.broken) this.gaps.push({ kind, name: path, diagnostic });
  }

  /** Records a part that cannot be looked at; once for each name and diagnostic. */
  addGap(gap: Gap): void {
    const before = this.diagnostics.length;
    this.reportOnce(gap.diagnostic);
    if (this.diagnostics.length > before) this.gaps.push(gap);
  }

  /**
   * Brings a node to `done`, and before it everything it needs. Works through an explicit stack, so that a chain of any length is
   * no deeper than one call; a node that is needed by itself is abandoned and the cycle reported.
   */
  evaluate(node: Node): void {
    if (node.state === 'done') return;
    if (node.state === 'open') {
      // Needed by a computation that its references did not announce, within its own computation.
      this.#reportCycle([node]);
      return;
    }
    if (this.#depth >= this.limits.evaluationDepth) {
      this.reportOnce(
        problem(
          'evaluation-depth',
          'Evaluation too deep',
          `Values are computed within one another more than ${this.limits.evaluationDepth} times. The innermost ones are taken as unknown.`,
        ),
      );
      node.abandon();
      node.state = 'done';
      return;
    }
    node.state = 'open';
    this.#depth++;
    // Most nodes need nothing that is not done.
    if (node.next() === undefined) {
      node.compute();
      node.state = 'done';
    } else {
      this.#evaluateWithNeeds(node);
    }
    this.#depth--;
  }

  #evaluateWithNeeds(node: Node): void {
    const stack: Node[] = [node];
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const needed = top.next();
      if (needed === undefined) {
        top.compute();
        top.state = 'done';
        stack.pop();
      } else if (needed.state === 'open') {
        const start = stack.indexOf(needed);
        this.#reportCycle(stack.slice(start < 0 ? 0 : start));
        top.abandon();
        top.state = 'done';
        stack.pop();
      } else {
        needed.state = 'open';
        stack.push(needed);
      }
    }
  }

  /** Counts instances made. @returns false when there are more than the limit, which is reported. */
  countInstances(number: number): boolean {
    this.#instances += number;
    if (this.#instances <= this.limits.instancesInTotal) return true;
    this.reportOnce(
      problem(
        'instance-limit',
        'Too many instances',
        `This configuration makes more than ${this.limits.instancesInTotal} instances of resources and modules. Those beyond are left out.`,
      ),
    );
    return false;
  }

  /** Counts module instances made. @returns how many of them are within the limit; more is reported. */
  countModules(number: number): number {
    const left = this.limits.moduleInstances - this.#modules;
    this.#modules += number;
    if (number <= left) return number;
    this.reportOnce(
      problem(
        'module-limit',
        'Too many modules',
        `This configuration makes more than ${this.limits.moduleInstances} instances of modules. Those beyond are left out.`,
      ),
    );
    return Math.max(0, left);
  }

  /** Errors reported so far, repeated ones included. */
  get errorCount(): number {
    return this.#errorCount;
  }

  /** Adds a diagnostic unless the same one was added through this method before. */
  reportOnce(diagnostic: Diagnostic): void {
    if (diagnostic.severity === 'error') this.#errorCount++;
    const subject = diagnostic.subject;
    const key = `${diagnostic.code}|${diagnostic.summary}|${subject?.file.name ?? ''}|${subject?.start ?? ''}|${diagnostic.detail}`;
    if (this.#reported.has(key)) return;
    this.#reported.add(key);
    this.diagnostics.push(diagnostic);
  }

  #reportCycle(nodes: readonly Node[]): void {
    const labels = [...new Set(nodes.map((node) => node.label).filter((label) => label !== ''))].toSorted();
    const shown = labels.slice(0, MAX_CYCLE_MEMBERS);
    const more = labels.length > shown.length ? ` and ${labels.length - shown.length} more` : '';
    this.reportOnce(
      problem(
        'cycle',
        `Cycle: ${shown.join(', ')}${more}`,
        'Each of these needs the value of another one, so none of them can be computed. Remove one of the references.',
        nodes.find((node) => node.place !== undefined)?.place,
      ),
    );
  }
}
