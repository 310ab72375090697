import { scanTokens } from '../syntax/scanner.ts';
import type { Block } from '../syntax/tree.ts';
import { SourceFile } from '../text/source-file.ts';
import type { BodyPlace } from './body-place.ts';
import { childIndent, leadStart } from './body-place.ts';
import type { BlockPosition, Item } from './change.ts';
import { insertAtEnd, insertAtLine, openUp } from './insert-lines.ts';
import { escapeQuoted } from './legacy-rewrites.ts';
import { indentLines, isSameCode, readItems } from './snippet.ts';
import type { SpliceResult } from './splice.ts';
import { refused, spliced } from './splice.ts';
import { lineTail } from './white-space.ts';

/**
 * Adds blocks to a body, with blank lines around them, unless it has blocks with the same code.
 * @param position  at the end when undefined
 * @param siblings  what the body holds; more than `place` when that is a part of a file
 */
export function addBlocksIn(
  place: BodyPlace,
  hclText: string,
  position: BlockPosition | undefined,
  siblings: readonly Item[],
): SpliceResult {
  const snippet = readItems(hclText);
  if (snippet.kind === 'invalid') return refused(snippet.problem);
  if (hasAll(childIndent(place), siblings, snippet.items)) return spliced();

  const lines = { text: snippet.text, blankBefore: true, blankAfter: true };
  if (position === undefined) return spliced(insertAtEnd(place, lines));
  if (place.form === 'line') return spliced(openUp(place, lines, 'before' in position ? 'start' : 'end'));
  const offset =
    'before' in position ? leadStart(place, position.before) : lineTail(place.text, position.after.end).end;
  return spliced(insertAtLine(place, offset, lines));
}

/** Gives a block another label, or one more. */
export function setLabelOf(block: Block, index: number, label: string): SpliceResult {
  const normal = label.normalize('NFC');
  if (block.labels[index]?.normalize('NFC') === normal) return spliced();
  if (index > block.labels.length || index < 0) return refused(`The block has no label number ${index + 1}.`);
  const text = `"${escapeQuoted(normal)}"`;
  // Quotes, at most one literal, and the end of the file.
  if (scanTokens(new SourceFile('', text), 'config').count > 4) {
    return refused('`terraform fmt` would drop a label with `$` or `%` in it.');
  }
  const range = block.labelRanges[index];
  if (range !== undefined) return spliced({ start: range.start, end: range.end, text });
  const { end } = block.labelRanges.at(-1) ?? block.typeRange;
  return spliced({ start: end, end, text: ` ${text}` });
}

/** Whether each of these items, indented, is there already. */
function hasAll(indent: string, present: readonly Item[], items: readonly Item[]): boolean {
  return items.every((wanted) => {
    const code = indentLines(wanted.file.text.slice(wanted.start, wanted.end), indent, '\n', false);
    return present.some(
      (item) => isAlike(item, wanted) && isSameCode(item.file.text.slice(item.start, item.end), code),
    );
  });
}

/** A cheap test before the tokens are compared. */
function isAlike(a: Item, b: Item): boolean {
  return a.kind === 'block' ? b.kind === 'block' && a.type === b.type : b.kind === 'attribute' && a.name === b.name;
}
