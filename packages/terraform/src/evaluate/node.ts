import type { Range } from '@tfwarden/hcl';

/** A value of the configuration that is computed once, when something asks for it. */
export interface Node {
  /** `open` while it waits for what it needs or is being computed. */
  state: 'new' | 'open' | 'done';
  /** How Terraform names it in a dependency cycle: `local.a (expand)`, `terraform_data.b`; empty for helpers. */
  readonly label: string;
  /** Where to point when the node is part of a cycle. */
  readonly place: Range | undefined;
  /**
   * The next node that must be done before `compute` may run, or undefined when there is none left.
   * Asked again after each, because some needs are only known when others are done.
   */
  next(): Node | undefined;
  /** Computes the result from nodes that are done. */
  compute(): void;
  /** Takes an unknown result instead, because the node needs itself. */
  abandon(): void;
}

/** The node, unless it is done already. */
export function unlessDone<N extends Node>(node: N | undefined): N | undefined {
  return node === undefined || node.state === 'done' ? undefined : node;
}
