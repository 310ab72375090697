import type { Block, Expression } from '../syntax/tree.ts';
import type { BlockPosition, Change, EditableBody } from './change.ts';
import { planChanges } from './plan-changes.ts';
import type { EditResult } from './text-edit.ts';

// One change at a time, for callers that make only one; `planChanges` makes many that may touch the same block.

/**
 * Gives an attribute a value: replaces its expression, or adds the attribute where `insertAttribute` would. Comments stay.
 * @param expression  native syntax; it is formatted
 * @returns no edits when the attribute has this value already, whatever its spaces and comments
 */
export function setAttribute(body: EditableBody, name: string, expression: string): EditResult {
  return planOne({ kind: 'setAttribute', body, name, expression });
}

/**
 * Adds an attribute; one that exists stays as it is. It comes behind the last attribute of one line that stands before the first block,
 * or else behind the last attribute, or else first in the body. `depends_on` stays last.
 */
export function insertAttribute(body: EditableBody, name: string, expression: string): EditResult {
  return planOne({ kind: 'insertAttribute', body, name, expression });
}

/**
 * Removes an attribute with its line, the comment behind it and the comments directly above it. The comments above stay when they may
 * speak of the attributes that follow too: when they begin a paragraph that goes on.
 * @returns no edits when there is no such attribute
 */
export function removeAttribute(body: EditableBody, name: string): EditResult {
  return planOne({ kind: 'removeAttribute', body, name });
}

/**
 * Replaces a whole expression: the value of an attribute, an element, an argument, an operand; in parentheses where it needs them.
 * A piece of a string is refused.
 */
export function replaceExpression(target: Expression, expression: string): EditResult {
  return planOne({ kind: 'replaceExpression', target, expression });
}

/**
 * Adds a block, or several, at the end of a body, with a blank line before it.
 * @param text  native syntax with any indentation; it is formatted and indented for its place
 * @returns no edits when the body has blocks with the same code already
 */
export function appendBlock(body: EditableBody, text: string): EditResult {
  return planOne({ kind: 'appendBlock', body, text });
}

/** As `appendBlock`, at another position of the body, with blank lines around it. */
export function insertBlock(body: EditableBody, text: string, position: BlockPosition): EditResult {
  return planOne({ kind: 'insertBlock', body, text, position });
}

/**
 * Removes a block of a body with its lines, the comment behind it and the comments directly above it.
 * @param block  the block or its body
 */
export function removeBlock(body: EditableBody, block: EditableBody): EditResult {
  return planOne({ kind: 'removeBlock', body, block });
}

/** Adds a label behind those that the block has; no edits when the last one is this one already. */
export function addLabel(block: Block, label: string): EditResult {
  const count = block.labels.length;
  return planOne({ kind: 'setLabel', block, index: block.labels.at(-1) === label ? count - 1 : count, label });
}

/**
 * Gives a block another label.
 * @param index  from 0; the number of labels adds one
 */
export function setLabel(block: Block, index: number, label: string): EditResult {
  return planOne({ kind: 'setLabel', block, index, label });
}

function planOne(change: Change): EditResult {
  const { edits, refused } = planChanges([[change]]);
  const [problem] = refused;
  return problem === undefined ? { kind: 'edits', edits } : { kind: 'notEditable', diagnostic: problem.diagnostic };
}
