import type { Origin, Range } from '@tfwarden/hcl';
import type { EvaluatedBody, Hop, ModuleInstance } from '@tfwarden/terraform';
import type { Answer } from './truth.ts';

/**
 * Something in the configuration that a finding can point at: a block, an attribute, an element of a list, a statement of a policy.
 * `report.fail({ at: place })` needs nothing else.
 */
export interface Place {
  /** The tight range: the value of an attribute, the header of a block. */
  readonly range: Range;
  /** The resource (or provider, module call, variable ...) it belongs to. */
  readonly owner: Owner;
  /** `unknown` when the place is in a block that an unknown collection may or may not produce. */
  readonly exists: Answer;
  /** Blocks around the place, innermost first; the last is the resource. */
  readonly enclosing: readonly Enclosing[];
  /** What an unknown value here waits for; empty when it is known. */
  readonly waitsFor: readonly Origin[];
  /** The chain of places the value came from; empty for places without a value. Costs an evaluation of references. */
  explain(): readonly Hop[];
}

/** Who a place belongs to. */
export interface Owner {
  /** Full address of the instance: `module.data["eu"].aws_dynamodb_table.orders[0]`. */
  readonly address: string;
  /** `aws_dynamodb_table`, `data.aws_ami`, `provider.aws`, `variable`, `local`, `output` or `module`. */
  readonly type: string;
  readonly module: ModuleInstance;
}

/** A block around a place; ignore comments and their parameters are looked up here. */
export interface Enclosing {
  readonly headerRange: Range;
  readonly range: Range;
  readonly body: EvaluatedBody;
}
