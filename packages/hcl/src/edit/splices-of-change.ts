import { insertAttributeIn, removeAttributeIn, setAttributeIn } from './attribute-changes.ts';
import { addBlocksIn, setLabelOf } from './block-changes.ts';
import type { BodyPlace, Style } from './body-place.ts';
import { isFileBody, placeOfBlock, placeOfFile } from './body-place.ts';
import type { BodyChange, Change, EditableBody, Item } from './change.ts';
import { neighbourOf } from './change.ts';
import type { Draft } from './draft.ts';
import { presentBlock, presentItem, presentOffset } from './draft.ts';
import { removeItem } from './remove-item.ts';
import { replaceExpressionAt } from './replace-expression.ts';
import type { SpliceResult } from './splice.ts';
import { refused, spliced } from './splice.ts';

/** What a change needs to know of the rest of its file. */
export interface ChangeContext {
  readonly style: Style;
  /** All items of the file as they are now. */
  fileItems(): readonly Item[];
}

const GONE = 'An earlier change removes or rewrites this place.';

/** What a change does to the present text of a draft. */
export function splicesOf(change: Change, draft: Draft, context: ChangeContext): SpliceResult {
  switch (change.kind) {
    case 'replaceExpression': {
      const start = presentOffset(draft, change.target.start);
      const last = presentOffset(draft, change.target.end - 1);
      if (start === undefined || last === undefined) return refused(GONE);
      return replaceExpressionAt(draft.body.file, context.style, { start, end: last + 1 }, change.expression);
    }
    case 'setLabel': {
      const block = presentBlock(draft, change.block);
      return block === undefined ? refused(GONE) : setLabelOf(block, change.index, change.label);
    }
    case 'insertAfter': {
      const after = presentItem(draft, draft.body, change.after.start);
      if (after === undefined) return refused(GONE);
      return addBlocksIn(placeOfFile(draft.body, context.style), change.text, { after }, context.fileItems());
    }
    case 'setAttribute':
    case 'insertAttribute':
    case 'removeAttribute':
    case 'appendBlock':
    case 'insertBlock':
    case 'removeBlock': {
      if (isFileBody(change.body)) {
        return splicesInBody(change, draft, placeOfFile(draft.body, context.style), context.fileItems());
      }
      const block = presentBlock(draft, change.body);
      if (block === undefined) return refused(GONE);
      const place = placeOfBlock(block, context.style);
      return place === undefined
        ? refused('The body is not complete.')
        : splicesInBody(change, draft, place, place.items);
    }
  }
}

/** @param siblings  all items of the body, of which the draft may hold only some when it is that of the file */
function splicesInBody(change: BodyChange, draft: Draft, place: BodyPlace, siblings: readonly Item[]): SpliceResult {
  switch (change.kind) {
    case 'setAttribute':
      return setAttributeIn(place, change.name, change.expression);
    case 'insertAttribute':
      return insertAttributeIn(place, change.name, change.expression);
    case 'removeAttribute':
      return removeAttributeIn(place, change.name);
    case 'appendBlock':
      return addBlocksIn(place, change.text, undefined, siblings);
    case 'insertBlock': {
      const neighbour = presentItem(draft, place.body, neighbourOf(change.position).start);
      if (neighbour === undefined) return refused('The neighbour is not in this body.');
      const position = 'before' in change.position ? { before: neighbour } : { after: neighbour };
      return addBlocksIn(place, change.text, position, siblings);
    }
    case 'removeBlock':
      return removeBlockIn(place, draft, change.block);
  }
}

/** A block that is gone already needs no edit. */
function removeBlockIn(place: BodyPlace, draft: Draft, target: EditableBody): SpliceResult {
  const block = presentBlock(draft, target);
  if (block === undefined) return spliced();
  return place.items.includes(block) ? spliced(removeItem(place, block)) : refused('The block is not in this body.');
}
