import type { Diagnostic, FunctionDefinition, Resolved, Scope, ScopeTraversal, Value, WorkBudget } from '@tfwarden/hcl';
import { DYNAMIC, objectValue, stringValue, unknownValue } from '@tfwarden/hcl';
import { problem } from '../configuration/problem.ts';
import type { NameReference } from '../configuration/reference.ts';
import { parseReference } from '../configuration/reference.ts';
import { relativePath } from '../source/path.ts';
import type { AttributeNode } from './attribute-node.ts';
import type { Engine } from './engine.ts';
import type { ModuleState } from './module-state.ts';
import type { Node } from './node.ts';
import { unlessDone } from './node.ts';
import { providerFunction } from './provider-function.ts';
import type { RepeatedBlock, RepetitionItem } from './repetition.ts';
import { checkModule, pendingForModule, resolveModule } from './resolve-module.ts';
import { checkResource, pendingForResource, resolveResource } from './resolve-resource.ts';
import type { ResourceState } from './resource-state.ts';
import { suggestionFor } from './suggestion.ts';

/** What names mean at one place of one module instance: the module's declarations, `count` and `each`, `dynamic` iterators, `self`. */
export class Frame implements Scope {
  readonly module: ModuleState;
  readonly item: RepetitionItem | undefined;
  readonly iterators: DynamicIterator | undefined;
  readonly self: ResourceState | undefined;
  /** The block whose repetition `item` is one of. */
  readonly owner: RepeatedBlock | undefined;
  checkBlock: string | undefined;
  own: { readonly name: string; readonly value: Value } | undefined;

  constructor(
    module: ModuleState,
    item?: RepetitionItem,
    owner?: RepeatedBlock,
    iterators?: DynamicIterator,
    self?: ResourceState,
  ) {
    this.module = module;
    this.item = item;
    this.owner = owner;
    this.iterators = iterators;
    this.self = self;
  }

  get engine(): Engine {
    return this.module.engine;
  }

  /** Who runs the code may have a newer Terraform, which has no objection; the plan of Terraform 1.11 has. */
  get shortCircuits(): boolean {
    return this.module.engine.mode === 'scan';
  }

  get work(): WorkBudget {
    return this.module.engine.work;
  }

  /** @param source the `for_each` of the `dynamic` block */
  withIterator(name: string, key: Value, value: Value, source: AttributeNode): Frame {
    const both = objectValue([
      ['key', key],
      ['value', value],
    ]);
    const iterator: DynamicIterator = { name, value: both, source, outer: this.iterators };
    return new Frame(this.module, this.item, this.owner, iterator, this.self);
  }

  withSelf(self: ResourceState): Frame {
    return new Frame(this.module, this.item, this.owner, this.iterators, self);
  }

  /** The frame of a variable's own validation rules, which see its value without marks. */
  withOwn(name: string, value: Value): Frame {
    const frame = new Frame(this.module, this.item, this.owner, this.iterators, this.self);
    frame.own = { name, value };
    return frame;
  }

  /** The frame of the assertions of a check block, which may use its scoped data source. */
  withCheck(name: string): Frame {
    const frame = new Frame(this.module, this.item, this.owner, this.iterators, this.self);
    frame.checkBlock = name;
    return frame;
  }

  /** The innermost iterator of a name. */
  iterator(name: string): DynamicIterator | undefined {
    for (let iterator = this.iterators; iterator !== undefined; iterator = iterator.outer) {
      if (iterator.name === name) return iterator;
    }
    return undefined;
  }

  /** The first thing a traversal needs that is not computed yet; asked again until there is none. */
  pending(traversal: ScopeTraversal): Node | undefined {
    if (this.iterator(traversal.root.name) !== undefined) return undefined;
    const reference = parseReference(traversal);
    switch (reference.kind) {
      case 'var':
        return unlessDone(this.module.variable(reference.name));
      case 'local':
        return unlessDone(this.module.local(reference.name));
      case 'module':
        return pendingForModule(reference, this.module);
      case 'resource':
        return pendingForResource(reference, this.module, traversal);
      case 'self':
      case 'each':
      case 'count':
      case 'path':
      case 'terraform':
      case 'invalid':
        return undefined;
    }
  }

  resolve(traversal: ScopeTraversal, diagnostics: Diagnostic[]): Resolved | undefined {
    const iterator = this.iterator(traversal.root.name);
    if (iterator !== undefined) return { value: iterator.value, stepsUsed: 0 };
    const reference = parseReference(traversal);
    switch (reference.kind) {
      case 'var':
        return { value: this.#variable(reference, diagnostics), stepsUsed: 1 };
      case 'local':
        return { value: this.#local(reference, diagnostics), stepsUsed: 1 };
      case 'each':
        return { value: this.#each(reference, diagnostics), stepsUsed: 1 };
      case 'count':
        return { value: this.#count(reference, diagnostics), stepsUsed: 1 };
      case 'path':
        return { value: this.#path(reference, diagnostics), stepsUsed: 1 };
      case 'terraform':
        return { value: this.#terraform(reference, diagnostics), stepsUsed: 1 };
      case 'module':
        return resolveModule(reference, this.module, diagnostics);
      case 'resource':
        return resolveResource(reference, this.module, traversal, diagnostics, this.checkBlock);
      case 'self':
        if (this.self !== undefined) return this.self.resolveSelf(traversal);
        diagnostics.push(problem('invalid-self', 'Invalid "self" reference', SELF_DETAIL, reference.range));
        return { value: unknownValue(DYNAMIC), stepsUsed: traversal.steps.length };
      case 'invalid':
        diagnostics.push(reference.diagnostic);
        return { value: unknownValue(DYNAMIC), stepsUsed: traversal.steps.length };
    }
  }

  /** Reports what is wrong with a reference, whether or not it will be evaluated. */
  check(traversal: ScopeTraversal, diagnostics: Diagnostic[]): void {
    if (this.iterator(traversal.root.name) !== undefined) return;
    const reference = parseReference(traversal);
    switch (reference.kind) {
      case 'module': {
        const undeclared = checkModule(reference, this.module);
        if (undeclared !== undefined) diagnostics.push(undeclared);
        return;
      }
      case 'resource': {
        const wrong = checkResource(reference, this.module, traversal, this.checkBlock);
        if (wrong !== undefined) diagnostics.push(wrong);
        return;
      }
      case 'self':
        if (this.self === undefined) this.resolve(traversal, diagnostics);
        return;
      case 'var':
      case 'local':
      case 'each':
      case 'count':
      case 'path':
      case 'terraform':
      case 'invalid':
        this.resolve(traversal, diagnostics);
    }
  }

  findFunction(name: string): FunctionDefinition | undefined {
    const definition = this.engine.functions.find(name);
    if (definition !== undefined || this.engine.mode !== 'scan') return definition;
    return providerFunction(name);
  }

  functionNames(): readonly string[] {
    return this.engine.functions.names();
  }

  #variable({ name, range }: NameReference, diagnostics: Diagnostic[]): Value {
    if (this.own?.name === name) return this.own.value;
    const node = this.module.variable(name);
    if (node !== undefined) return node.value;
    const suggestion =
      suggestionFor(name, this.module.configuration.variables.keys()) ??
      ` This variable can be declared with a variable "${name}" {} block.`;
    diagnostics.push(
      problem(
        'undeclared-variable',
        'Reference to undeclared input variable',
        `An input variable with the name "${name}" has not been declared.${suggestion}`,
        range,
      ),
    );
    return unknownValue(DYNAMIC);
  }

  #local({ name, range }: NameReference, diagnostics: Diagnostic[]): Value {
    const node = this.module.local(name);
    if (node !== undefined) return node.value;
    const suggestion = suggestionFor(name, this.module.configuration.locals.keys()) ?? '';
    diagnostics.push(
      problem(
        'undeclared-local',
        'Reference to undeclared local value',
        `A local value with the name "${name}" has not been declared.${suggestion}`,
        range,
      ),
    );
    return unknownValue(DYNAMIC);
  }

  #each({ name, range }: NameReference, diagnostics: Diagnostic[]): Value {
    if (name !== 'key' && name !== 'value') {
      const detail = `The "each" object does not have an attribute named "${name}". The supported attributes are each.key and each.value, the current key and value pair of the "for_each" attribute set.`;
      diagnostics.push(problem('invalid-each', 'Invalid "each" attribute', detail, range));
      return unknownValue(DYNAMIC);
    }
    const value = name === 'key' ? this.item?.eachKey : this.item?.eachValue;
    if (value !== undefined) return value;
    diagnostics.push(
      name === 'value'
        ? problem('invalid-each', 'each.value cannot be used in this context', EACH_VALUE_DETAIL, range)
        : problem('invalid-each', 'Reference to "each" in context without for_each', EACH_DETAIL, range),
    );
    return unknownValue(DYNAMIC);
  }

  #count({ name, range }: NameReference, diagnostics: Diagnostic[]): Value {
    if (name !== 'index') {
      const detail = `The "count" object does not have an attribute named "${name}". The only supported attribute is count.index, which is the index of each instance of a resource block that has the "count" argument set.`;
      diagnostics.push(problem('invalid-count-reference', 'Invalid "count" attribute', detail, range));
      return unknownValue(DYNAMIC);
    }
    const value = this.item?.countIndex;
    if (value !== undefined) return value;
    diagnostics.push(
      problem('invalid-count-reference', 'Reference to "count" in non-counted context', COUNT_DETAIL, range),
    );
    return unknownValue(DYNAMIC);
  }

  #path({ name, range }: NameReference, diagnostics: Diagnostic[]): Value {
    const root = this.module.rootDirectory;
    switch (name) {
      case 'module':
        return stringValue(relativePath(root, this.module.directory));
      case 'root':
        return stringValue('.');
      case 'cwd':
        return this.engine.workingDirectory;
      default: {
        const near = suggestionFor(name, ['cwd', 'module', 'root']) ?? '';
        const detail = `The "path" object does not have an attribute named "${name}".${near}`;
        diagnostics.push(problem('invalid-path', 'Invalid "path" attribute', detail, range));
        return unknownValue(DYNAMIC);
      }
    }
  }

  #terraform({ name, range }: NameReference, diagnostics: Diagnostic[]): Value {
    if (name === 'workspace') return stringValue(this.engine.workspace);
    if (name === 'applying') return unknownValue({ kind: 'bool' }, { marks: ['ephemeral'] });
    const detail =
      name === 'env'
        ? 'The terraform.env attribute was deprecated in v0.10 and removed in v0.12. The "state environment" concept was renamed to "workspace" in v0.12, and so the workspace name can now be accessed using the terraform.workspace attribute.'
        : `The "terraform" object does not have an attribute named "${name}". The only supported attributes are terraform.workspace, the name of the currently-selected workspace, and terraform.applying, a boolean which is true only during apply.`;
    diagnostics.push(problem('invalid-terraform', 'Invalid "terraform" attribute', detail, range));
    return unknownValue(DYNAMIC);
  }
}

/** What an iterator of a `dynamic` block is, and those around it. */
export interface DynamicIterator {
  readonly name: string;
  readonly value: Value;
  readonly source: AttributeNode;
  readonly outer: DynamicIterator | undefined;
}

const SELF_DETAIL =
  'The "self" object is not available in this context. This object can be used only in resource provisioner, connection, and postcondition blocks.';

const EACH_VALUE_DETAIL =
  'A reference to "each.value" has been used in a context in which it is unavailable, such as when the configuration no longer contains the value in its "for_each" expression. Remove this reference to each.value in your configuration to work around this error.';

const EACH_DETAIL =
  'The "each" object can be used only in "module" or "resource" blocks, and only when the "for_each" argument is set.';

const COUNT_DETAIL =
  'The "count" object can only be used in "module", "resource", and "data" blocks, and only when the "count" argument is set.';
