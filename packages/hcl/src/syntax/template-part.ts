import type { Range } from '../text/range.ts';
import type { Expression } from './tree.ts';

/**
 * A piece of a template before its directives are brought together: text, an interpolation, or one directive.
 * The list of parts always ends with `end`, so that unbalanced directives have a place to be reported at.
 */
export type TemplatePart =
  | LiteralPart
  | InterpolationPart
  | IfPart
  | ForPart
  | ClosingPart
  | ({ readonly kind: 'end' } & Range);

/** Mutable: strip markers, `<<-` and joining change it. */
export interface LiteralPart extends Range {
  readonly kind: 'literal';
  value: string;
  start: number;
  end: number;
}

export interface InterpolationPart extends Range {
  readonly kind: 'interpolation';
  readonly expression: Expression;
}

export interface IfPart extends Range {
  readonly kind: 'if';
  readonly condition: Expression;
}

export interface ForPart extends Range {
  readonly kind: 'for';
  readonly keyVariable: string | undefined;
  readonly valueVariable: string;
  readonly collection: Expression;
}

export interface ClosingPart extends Range {
  readonly kind: 'else' | 'endif' | 'endfor';
}

export interface TemplateParts {
  readonly parts: TemplatePart[];
  /** Of the whole template, as hashicorp/hcl has it: from its first token to its closing one. */
  readonly range: Range;
}
