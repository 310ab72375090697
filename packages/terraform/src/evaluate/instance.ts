import type { AnyBody, Block, Diagnostic, Expression, OriginSubject, Range, Value } from '@tfwarden/hcl';
import type { InstanceKey } from '../configuration/instance-key.ts';
import type { ModuleCallDeclaration } from '../configuration/module-configuration.ts';

/** One instance of a module: the root, or one call of it with one key. */
export interface ModuleInstance {
  /** `module.net["a"]`; empty for the root module. */
  readonly address: string;
  /** Folder of the module, relative to the boundary. */
  readonly directory: string;
  readonly parent: ModuleInstance | undefined;
  /** The `module` block of the parent that made this instance; undefined for the root. */
  readonly call: ModuleCallDeclaration | undefined;
  readonly key: InstanceKey;
  readonly children: readonly ModuleInstance[];
  readonly resources: readonly ResourceInstance[];
  readonly variables: ReadonlyMap<string, NamedValue>;
  readonly locals: ReadonlyMap<string, NamedValue>;
  readonly outputs: ReadonlyMap<string, NamedValue>;
  readonly providers: readonly ProviderConfiguration[];
}

/** A variable, local or output of a module instance; its value is computed when it is first read. */
export interface NamedValue {
  readonly name: string;
  readonly value: Value;
  /** Where it is declared: the header of a variable or output block, the attribute of a local. */
  readonly declaration: Range;
  /** The expression its value comes from (a default, an argument of the call, a tfvars line); undefined without one. */
  readonly expression: Expression | undefined;
  readonly isSensitive: boolean;
}

export interface ProviderConfiguration {
  readonly type: string;
  readonly alias: string | undefined;
  /** Of OpenTofu's `for_each` in provider blocks. */
  readonly key: InstanceKey;
  readonly headerRange: Range;
  readonly range: Range;
  readonly body: EvaluatedBody;
}

/** One instance of a resource or data source, as Terraform would plan it. Its body is evaluated attribute by attribute when read. */
export interface ResourceInstance {
  readonly mode: 'managed' | 'data' | 'ephemeral';
  readonly type: string;
  readonly name: string;
  readonly key: InstanceKey;
  /** Full address: `module.net["a"].aws_subnet.private[0]`, `data.aws_ami.base`; `[*]` for a symbolic instance. */
  readonly address: string;
  readonly module: ModuleInstance;
  /** What unknown attributes of this instance have as `origin.subject`: compare by identity to relate resources. */
  readonly subject: OriginSubject;
  /** False when `count` or `for_each` is unknown, so that there may be no such instance. */
  readonly isCertain: boolean;
  /** The header of the block, type to last label. */
  readonly headerRange: Range;
  /** The whole block. */
  readonly range: Range;
  readonly body: EvaluatedBody;
  /** The body as written, for edits; a `JsonBody` in JSON syntax. */
  readonly syntax: AnyBody;
}

/** The body of a resource or nested block with expressions evaluated and `dynamic` blocks expanded. */
export interface EvaluatedBody {
  readonly range: Range;
  /** Names of all arguments that are written here as attributes, in source order. */
  readonly attributeNames: readonly string[];
  /** @returns the attribute, or undefined when it is not written; a written null is an attribute whose value is null */
  attribute(name: string): EvaluatedAttribute | undefined;
  /** Types of all blocks that occur, `dynamic` ones included, in source order without repetition. */
  readonly blockTypes: readonly string[];
  /**
   * Blocks of one type in source order, `dynamic` ones expanded. Attributes written as `type = [{...}]` and JSON objects are blocks too
   * when asked for as such.
   */
  blocks(type: string): readonly EvaluatedBlock[];
  /** True when a `dynamic` block or an attribute over an unknown collection may add blocks of the type. */
  mayHaveMore(type: string): boolean;
  /** What the unknown collection of such a block waits for, for explanations. */
  unknownBlockSource(type: string): EvaluatedAttribute | undefined;
}

export interface EvaluatedBlock {
  readonly type: string;
  readonly labels: readonly string[];
  readonly headerRange: Range;
  readonly range: Range;
  readonly body: EvaluatedBody;
  /** False for the one symbolic block of a `dynamic` over an unknown collection. */
  readonly isCertain: boolean;
  /** The syntax, where the block is written as a block in native syntax and not generated; only then can it be edited. */
  readonly syntax: Block | undefined;
}

export interface EvaluatedAttribute {
  readonly name: string;
  /** Name, equals sign and expression. */
  readonly range: Range;
  readonly nameRange: Range;
  readonly expression: Expression;
  /** Computed when first read, then kept. Unknown when the expression is in error (the error is a diagnostic of the evaluation). */
  readonly value: Value;
  /** Problems met while evaluating it; reading them evaluates. */
  readonly diagnostics: readonly Diagnostic[];
  /** The chain of places the value came from, from the attribute back to its source. Computed when called. */
  explain(): readonly Hop[];
  /**
   * Evaluates a part of `expression` where it stands (with `each`, `count` and `dynamic` iterators in scope), without reporting problems.
   * For readers of documents that are partly unknown, such as the argument of `jsonencode`.
   */
  evaluate?(part: Expression): Value;
}

/** One place in the chain of a value. */
export interface Hop {
  readonly kind:
    | 'attribute'
    | 'local'
    | 'variable-default'
    | 'tfvars'
    | 'environment'
    | 'command-line'
    | 'module-argument'
    | 'module-output'
    | 'for_each'
    | 'count'
    | 'dynamic'
    | 'resource-attribute'
    | 'workspace'
    | 'function';
  /** `var.pitr`, `local.settings`, `module.data (argument pitr)`. */
  readonly name: string;
  /** Absent for values from the environment or the command line. */
  readonly range: Range | undefined;
  readonly value: Value;
  /** Where only a part of the value matters: that part. */
  readonly part?: HopPart | undefined;
}

/** A member of an object, map or sequence, at any depth. */
export interface HopPart {
  /** As behind a reference: `["orders"].versioned`. */
  readonly path: string;
  readonly value: Value;
  /** There is no such member, so that `try`, `lookup` or a default decide; the value is null. */
  readonly isAbsent?: boolean | undefined;
}
