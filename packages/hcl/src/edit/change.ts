import type { AnyBody, Attribute, Block, Expression } from '../syntax/tree.ts';
import type { Range } from '../text/range.ts';

/** Where an edit of attributes or blocks may happen: the body of a file or of a block, or a block itself. */
export type EditableBody = AnyBody | Block;

/** What a body holds. */
export type Item = Attribute | Block;

/** Where a block is inserted: directly before or behind an item of the body. */
export type BlockPosition = { readonly before: Item } | { readonly after: Item };

/** A change of a file, as data. Its nodes are of the tree that was parsed from the file; `planChanges` turns it into text edits. */
export type Change =
  | { readonly kind: 'setAttribute'; readonly body: EditableBody; readonly name: string; readonly expression: string }
  | {
      readonly kind: 'insertAttribute';
      readonly body: EditableBody;
      readonly name: string;
      readonly expression: string;
    }
  | { readonly kind: 'removeAttribute'; readonly body: EditableBody; readonly name: string }
  | { readonly kind: 'replaceExpression'; readonly target: Expression; readonly expression: string }
  | { readonly kind: 'appendBlock'; readonly body: EditableBody; readonly text: string }
  | {
      readonly kind: 'insertBlock';
      readonly body: EditableBody;
      readonly text: string;
      readonly position: BlockPosition;
    }
  /** Adds blocks to the file, behind the block of the file that begins where `after` does. */
  | { readonly kind: 'insertAfter'; readonly after: Range; readonly text: string }
  /** `block` is the block or its body. */
  | { readonly kind: 'removeBlock'; readonly body: EditableBody; readonly block: EditableBody }
  | { readonly kind: 'setLabel'; readonly block: Block; readonly index: number; readonly label: string };

/** A change of what stands in a body. */
export type BodyChange = Extract<Change, { readonly body: EditableBody }>;

/** The item that a position is next to. */
export function neighbourOf(position: BlockPosition): Item {
  return 'before' in position ? position.before : position.after;
}

/** What the change is about, for messages. */
export function subjectOf(change: Change): Range {
  switch (change.kind) {
    case 'setAttribute':
    case 'insertAttribute':
    case 'removeAttribute':
    case 'appendBlock':
    case 'insertBlock':
      return change.body;
    case 'replaceExpression':
      return change.target;
    case 'insertAfter':
      return change.after;
    case 'removeBlock':
    case 'setLabel':
      return change.block;
  }
}
