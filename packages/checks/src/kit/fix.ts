import type { Body, Range } from '@tfwarden/hcl';

/** Edits that mend a finding, as data. Applying them is another matter (`applyFixes`). */
export interface Fix {
  readonly edits: readonly [Edit, ...Edit[]];
  /** Why the fix needs a second look: it replaces the resource, or drops access. Absent when it is safe to apply unseen. */
  readonly caution: string | undefined;
}

/** One change of a body. Two edits with the same content are one. */
export type Edit =
  | { readonly kind: 'setAttribute'; readonly body: Body; readonly name: string; readonly expression: string }
  | { readonly kind: 'removeAttribute'; readonly body: Body; readonly name: string }
  /** Appends a block as the last of the body. */
  | { readonly kind: 'appendBlock'; readonly body: Body; readonly text: string }
  | { readonly kind: 'removeBlock'; readonly body: Body; readonly block: Body }
  /** Adds a top-level block right behind the block with this range. */
  | { readonly kind: 'insertAfter'; readonly after: Range; readonly text: string };
