import type { Diagnostic } from '../text/diagnostic.ts';
import type { Range } from '../text/range.ts';

/** A replacement of a piece of a file; an empty range inserts, an empty text deletes. Offsets are UTF-16 code units of the old text. */
export interface TextEdit extends Range {
  readonly text: string;
}

/** What an editing function answers: edits (none when the file already says so), or why the place cannot be edited. */
export type EditResult =
  | { readonly kind: 'edits'; readonly edits: readonly TextEdit[] }
  | { readonly kind: 'notEditable'; readonly diagnostic: Diagnostic };

/** What `applyEdits` answers. Of conflicting edits the one that starts later is named second. */
export type AppliedEdits =
  | { readonly kind: 'applied'; readonly text: string }
  | { readonly kind: 'conflict'; readonly conflicts: readonly EditConflict[] };

export interface EditConflict {
  readonly first: TextEdit;
  readonly second: TextEdit;
}

/**
 * The text with all edits made, in whatever order they are given. The same edit given twice counts once.
 * Two edits conflict when they overlap or insert different texts at one place.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): AppliedEdits {
  const sorted = withoutDuplicates(edits);
  const conflicts: EditConflict[] = [];
  const parts: string[] = [];
  let end = 0;
  let furthest: TextEdit | undefined;
  for (const edit of sorted) {
    if (furthest !== undefined && collide(furthest, edit)) conflicts.push({ first: furthest, second: edit });
    else parts.push(text.slice(end, edit.start), edit.text);
    end = Math.max(end, edit.end);
    if (furthest === undefined || edit.end >= furthest.end) furthest = edit;
  }
  if (conflicts.length > 0) return { kind: 'conflict', conflicts };
  parts.push(text.slice(end));
  return { kind: 'applied', text: parts.join('') };
}

/** What `applyEditGroups` answers: the new text, and the indexes of the groups that were made and of those that were left out. */
export interface AppliedGroups {
  readonly text: string;
  readonly applied: readonly number[];
  readonly deferred: readonly number[];
}

/**
 * Makes as many groups of edits as go together; a group is made whole or not at all, and earlier groups win. A caller applies the
 * deferred ones to the new text, computed anew.
 */
export function applyEditGroups(text: string, groups: readonly (readonly TextEdit[])[]): AppliedGroups {
  const applied: number[] = [];
  const deferred: number[] = [];
  const chosen = new EditSet();
  for (const [index, group] of groups.entries()) {
    if (chosen.addAll(group)) applied.push(index);
    else deferred.push(index);
  }
  const result = applyEdits(text, chosen.edits);
  return { text: result.kind === 'applied' ? result.text : text, applied, deferred };
}

function withoutDuplicates(edits: readonly TextEdit[]): readonly TextEdit[] {
  const sorted = edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
  return sorted.filter((edit, index) => index === 0 || !isSame(sorted[index - 1] ?? edit, edit));
}

function isSame(a: TextEdit, b: TextEdit): boolean {
  return a.start === b.start && a.end === b.end && a.text === b.text;
}

/** `later` starts where `earlier` starts or behind it. An insertion at the edge of a replacement is fine: its place is clear. */
function collide(earlier: TextEdit, later: TextEdit): boolean {
  if (later.start < earlier.end) return true;
  return later.start === earlier.start && later.end === earlier.end;
}

/** Edits that do not collide, in order, found by binary search. */
class EditSet {
  readonly edits: TextEdit[] = [];

  /** Adds all or none. */
  addAll(group: readonly TextEdit[]): boolean {
    const fresh: TextEdit[] = [];
    for (const edit of withoutDuplicates(group)) {
      const at = this.placeOf(edit);
      const before = this.edits[at - 1];
      const after = this.edits[at];
      if ((before !== undefined && isSame(before, edit)) || (after !== undefined && isSame(after, edit))) continue;
      if (before !== undefined && collide(before, edit)) return false;
      if (after !== undefined && collide(edit, after)) return false;
      const previous = fresh.at(-1);
      if (previous !== undefined && collide(previous, edit)) return false;
      fresh.push(edit);
    }
    for (const edit of fresh) this.edits.splice(this.placeOf(edit), 0, edit);
    return true;
  }

  /** Index of the first edit that comes behind this one. */
  private placeOf(edit: TextEdit): number {
    let low = 0;
    let high = this.edits.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = this.edits[middle] ?? edit;
      if (other.start > edit.start || (other.start === edit.start && other.end > edit.end)) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
