import type { Expression, ScopeTraversal } from '../syntax/tree.ts';
import type { Diagnostic } from '../text/diagnostic.ts';
import type { Type } from '../value/type.ts';
import type { Value } from '../value/value.ts';

/**
 * What the names in an expression mean. The scope is asked for a whole traversal, so it can compute just the part that is used:
 * `aws_s3_bucket.logs.id` need not evaluate the other attributes.
 */
export interface Scope {
  /**
   * @returns the value of the longest prefix that the scope wants to answer for, and how many of `traversal.steps` that prefix used;
   *   undefined when the root name is not known here (the evaluator reports it)
   */
  resolve(traversal: ScopeTraversal, diagnostics: Diagnostic[]): Resolved | undefined;
  /** @returns the function of that name as written (with namespaces), or undefined */
  findFunction(name: string): FunctionDefinition | undefined;
  /** Names for "did you mean" in the diagnostic of an unknown root name or function. */
  rootNames?(): readonly string[];
  functionNames?(): readonly string[];
  /** What all evaluations in this scope may still do together; without it each loop has only its own limit. */
  readonly work?: WorkBudget | undefined;
  /**
   * Where the left side of `&&` or `||` decides, problems of the right side count for nothing, as in Terraform 1.12 and newer. Terraform 1.11 and
   * older evaluate both sides.
   */
  readonly shortCircuits?: boolean | undefined;
}

/** Work that may still be done, in units that cost about a tenth of a microsecond. Shared by all who hold it. */
export interface WorkBudget {
  left: number;
  isReported: boolean;
}

export interface Resolved {
  readonly value: Value;
  readonly stepsUsed: number;
}

/** One parameter of a function, with cty's rules for what reaches the implementation. */
export interface Parameter {
  readonly name: string;
  readonly type: Type;
  /** Without it null is an error. */
  readonly allowNull?: boolean;
  /** Without it an unknown argument makes the result unknown and the implementation is not called. */
  readonly allowUnknown?: boolean;
  /** Without it an argument of unknown type makes the result `dynamic` unknown. */
  readonly allowDynamicType?: boolean;
  /** Without it marks are taken off (deeply) before the call and put on the result. */
  readonly allowMarked?: boolean;
}

export interface FunctionDefinition {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  /** Takes all further arguments. */
  readonly variadic?: Parameter;
  /** The type of the result; given arguments may be unknown. Throws `FunctionError`. */
  returnType(args: readonly Value[]): Type;
  /** Computes the result from converted arguments. Throws `FunctionError`. */
  call(args: readonly Value[], returnType: Type): Value;
  /** Refines an unknown result, for example "never null". */
  refineResult?(result: Value, args: readonly Value[]): Value;
  /**
   * Set for functions that take their arguments unevaluated (`try`, `can`, `templatestring`): then this is called instead of
   * `returnType` and `call`, with no conversion or check of the arguments but their number. Throws `FunctionError`.
   * @param diagnostics where problems of the arguments go that the function does not forgive
   */
  callExpressions?(args: readonly LazyArgument[], diagnostics: Diagnostic[]): Value;
}

/** How the parts of the evaluator call it; a parameter, so that they need not import each other in a circle. */
export type Evaluate = (expression: Expression, scope: Scope | undefined, diagnostics: Diagnostic[]) => Value;

/** An argument that is evaluated when the function says so. */
export interface LazyArgument {
  readonly expression: Expression;
  /** Where the call is; for what the function does with the expression beside evaluating it. */
  readonly scope: Scope;
  /** @param diagnostics receives the problems of the argument; they are reported only if the function passes them on */
  evaluate(diagnostics: Diagnostic[]): Value;
}

/** How an implementation refuses its arguments; caught by the evaluator and made a diagnostic at the argument or the call. */
export class FunctionError extends Error {
  /** Index of the argument that is wrong, from 0; undefined when the call as a whole is. */
  readonly argument: number | undefined;

  constructor(message: string, argument?: number) {
    super(message);
    this.argument = argument;
  }
}
