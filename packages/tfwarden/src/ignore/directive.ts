import type { Range } from '@tfwarden/hcl';

/** One ignore comment, as written. One comment may hold several. */
export interface Directive {
  readonly tool: 'tfsec' | 'trivy' | 'tfwarden' | 'checkov' | 'kics' | 'terrascan';
  /** Ids as written, each with its parameters; `*` stands for all. */
  readonly targets: readonly DirectiveTarget[];
  readonly expires: Expiry | undefined;
  /** Applies with this workspace only; patterns are allowed. */
  readonly workspace: string | undefined;
  /** From the keyword to the end of the last section. */
  readonly range: Range;
  /** What the comment says besides directives; empty when it gives no reason. */
  readonly reason: string;
  /** How far it reaches. */
  readonly reach: Reach;
}

export interface DirectiveTarget {
  readonly id: string;
  /** Where the id stands, for messages and for rewriting it. */
  readonly range: Range;
  readonly parameters: readonly Parameter[];
}

/** `[name=value]`: the ignore holds where the block has that value. */
export interface Parameter {
  readonly name: string;
  readonly value: string;
}

export interface Expiry {
  readonly text: string;
  /** The last day on which the ignore holds, `YYYY-MM-DD`; undefined when the text is no date. */
  readonly day: string | undefined;
}

/**
 * - `place`: tfsec's rule, the line of the comment and the line below;
 * - `block`: the block the comment stands in (Checkov, Terrascan), or that follows (`kics-scan ignore-block`);
 * - `file`: the whole file.
 */
export type Reach = 'place' | 'block' | 'next-block' | 'next-line' | 'file';
