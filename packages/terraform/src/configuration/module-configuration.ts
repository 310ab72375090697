import type { AnyBody, Expression, Range, Type, Value } from '@tfwarden/hcl';
import type { TargetAddress } from './target-address.ts';
import type { OptionalDefaults } from './type-constraint.ts';

/** What the files of one folder declare, overrides merged. Nothing is evaluated except what Terraform evaluates without a scope. */
export interface ModuleConfiguration {
  readonly directory: string;
  readonly variables: ReadonlyMap<string, VariableDeclaration>;
  readonly locals: ReadonlyMap<string, LocalDeclaration>;
  readonly outputs: ReadonlyMap<string, OutputDeclaration>;
  readonly calls: ReadonlyMap<string, ModuleCallDeclaration>;
  /** By `resourceKey`: `aws_vpc.main`, `data.aws_ami.base`, `ephemeral.aws_secret.key`. */
  readonly resources: ReadonlyMap<string, ResourceDeclaration>;
  readonly providers: readonly ProviderDeclaration[];
  readonly checks: ReadonlyMap<string, CheckDeclaration>;
  readonly moved: readonly MovedDeclaration[];
  readonly imports: readonly ImportDeclaration[];
  readonly removed: readonly RemovedDeclaration[];
  readonly settings: TerraformSettings;
  /** Top-level blocks written, of every kind. */
  readonly blockCount: number;
}

/** Where a declaration stands: every declaration made by a block has these. */
export interface Declaration {
  /** The whole block. */
  readonly range: Range;
  /** From the type to the last label: what Terraform's messages point to. */
  readonly headerRange: Range;
}

export interface VariableDeclaration extends Declaration {
  readonly name: string;
  readonly nameRange: Range;
  readonly description: string | undefined;
  /** The constraint with optional attributes as written; `dynamic` without one. */
  readonly type: Type;
  /** False when a `type` is written. */
  readonly isTypeImplied: boolean;
  readonly typeRange: Range | undefined;
  readonly defaults: OptionalDefaults | undefined;
  /** How a value given as text is read: as a string, or as an expression. */
  readonly parsing: 'literal' | 'expression';
  /** Evaluated and converted; undefined when the variable is required. */
  readonly defaultValue: Value | undefined;
  readonly defaultExpression: Expression | undefined;
  readonly isNullable: boolean;
  readonly isSensitive: boolean;
  readonly isEphemeral: boolean;
  readonly validations: readonly CheckRule[];
}

export interface LocalDeclaration {
  readonly name: string;
  readonly nameRange: Range;
  /** Name, equals sign and expression. */
  readonly range: Range;
  readonly expression: Expression;
}

export interface OutputDeclaration extends Declaration {
  readonly name: string;
  readonly nameRange: Range;
  readonly description: string | undefined;
  readonly expression: Expression | undefined;
  readonly isSensitive: boolean;
  readonly isEphemeral: boolean;
  readonly dependsOn: readonly Expression[];
  readonly preconditions: readonly CheckRule[];
}

export interface ModuleCallDeclaration extends Declaration {
  readonly name: string;
  readonly nameRange: Range;
  /** The `source` argument as text; undefined when it is missing or needs evaluation. */
  readonly source: string | undefined;
  readonly sourceExpression: Expression | undefined;
  readonly version: string | undefined;
  readonly count: Expression | undefined;
  readonly forEach: Expression | undefined;
  /** All other arguments; decoded against the variables of the module. */
  readonly body: AnyBody;
  readonly arguments: ReadonlyMap<string, CallArgument>;
  /** Whether an override file has a part in it. */
  readonly isOverridden: boolean;
  readonly providers: readonly PassedProvider[];
  readonly dependsOn: readonly Expression[];
}

/** An argument of a call; the range runs from the name to the end of the expression. */
export interface CallArgument extends Range {
  readonly name: string;
  readonly nameRange: Range;
  readonly expression: Expression;
}

export interface PassedProvider {
  readonly inChild: Expression;
  readonly inParent: Expression;
}

export interface ResourceDeclaration extends Declaration {
  readonly mode: 'managed' | 'data' | 'ephemeral';
  readonly type: string;
  readonly typeRange: Range;
  readonly name: string;
  readonly nameRange: Range;
  /** The body with everything in it; meta-arguments included. */
  readonly body: AnyBody;
  /** Bodies of override files that replace attributes and block types of `body`, in order. */
  readonly overrides: readonly AnyBody[];
  readonly count: Expression | undefined;
  readonly forEach: Expression | undefined;
  /** OpenTofu: `enabled` of the lifecycle block. */
  readonly enabled: Expression | undefined;
  readonly provider: Expression | undefined;
  readonly dependsOn: readonly Expression[];
  readonly preconditions: readonly CheckRule[];
  readonly postconditions: readonly CheckRule[];
  /** The check block a scoped data source is in. */
  readonly check: string | undefined;
}

export interface ProviderDeclaration extends Declaration {
  readonly type: string;
  readonly nameRange: Range;
  readonly alias: string | undefined;
  readonly forEach: Expression | undefined;
  readonly body: AnyBody;
  readonly overrides: readonly AnyBody[];
}

/** One `validation`, `precondition`, `postcondition` or `assert` block. */
export interface CheckRule extends Declaration {
  readonly kind: 'validation' | 'precondition' | 'postcondition' | 'assert';
  readonly condition: Expression | undefined;
  readonly errorMessage: Expression | undefined;
}

export interface CheckDeclaration extends Declaration {
  readonly name: string;
  readonly asserts: readonly CheckRule[];
  readonly dataSource: string | undefined;
}

export interface MovedDeclaration extends Declaration {
  readonly from: TargetAddress | undefined;
  readonly to: TargetAddress | undefined;
}

export interface ImportDeclaration extends Declaration {
  readonly to: Expression | undefined;
  /** What `to` names; undefined when it is no address. */
  readonly target: TargetAddress | undefined;
  readonly id: Expression | undefined;
  readonly forEach: Expression | undefined;
}

export interface RemovedDeclaration extends Declaration {
  readonly target: TargetAddress | undefined;
}

/** What the `terraform` blocks of a module say. */
export interface TerraformSettings {
  readonly requiredVersions: readonly VersionConstraint[];
  readonly requiredProviders: ReadonlyMap<string, RequiredProvider>;
  readonly backend: BackendDeclaration | undefined;
}

export interface VersionConstraint {
  readonly text: string;
  /** The attribute with its name. */
  readonly range: Range;
  readonly expression: Expression;
}

export interface RequiredProvider {
  readonly name: string;
  readonly source: string | undefined;
  readonly version: string | undefined;
  readonly range: Range;
}

export interface BackendDeclaration extends Declaration {
  /** `s3`, `remote`; `cloud` for a cloud block. */
  readonly type: string;
  readonly body: AnyBody;
}

export function resourceKey(mode: ResourceDeclaration['mode'], type: string, name: string): string {
  return mode === 'managed' ? `${type}.${name}` : `${mode}.${type}.${name}`;
}
