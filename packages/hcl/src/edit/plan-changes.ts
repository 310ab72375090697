import type { Diagnostic } from '../text/diagnostic.ts';
import type { Range } from '../text/range.ts';
import type { SourceFile } from '../text/source-file.ts';
import { isFileBody } from './body-place.ts';
import type { Change } from './change.ts';
import { subjectOf } from './change.ts';
import { FileEditor } from './file-editor.ts';
import type { TextEdit } from './text-edit.ts';

/** What `planChanges` answers. */
export interface PlannedChanges {
  /** Sorted by place within each file; they never overlap. Files come in the order in which changes name them. */
  readonly edits: readonly TextEdit[];
  /** Indexes of the groups that the edits make, or that need none. */
  readonly done: readonly number[];
  /** Groups that could not be made, each with the reason of its first change that failed. */
  readonly refused: readonly RefusedGroup[];
}

export interface RefusedGroup {
  readonly group: number;
  readonly diagnostic: Diagnostic;
}

/**
 * Turns changes into text edits. Each group is made whole or not at all; groups are made in order, each on top of those before, so
 * two groups may change the same block. Files with syntax errors and JSON are refused.
 *
 * The result of the edits parses. Where a paragraph of a file was formatted before, it is formatted afterwards; elsewhere nothing but the
 * changes themselves is touched. Making the same changes of the new text again gives no edits, removals and additions alike.
 */
export function planChanges(groups: readonly (readonly Change[])[]): PlannedChanges {
  const editors = editorsFor(groups.flat());
  const done: number[] = [];
  const refused: RefusedGroup[] = [];
  for (const [group, changes] of groups.entries()) {
    const problem = makeGroup(changes, editors);
    if (problem === undefined) done.push(group);
    else refused.push({ group, diagnostic: notEditable(problem.detail, problem.subject) });
  }
  return { edits: [...editors.values()].flatMap((editor) => editor.textEdits()), done, refused };
}

interface Problem {
  readonly detail: string;
  readonly subject: Range;
}

function editorsFor(changes: readonly Change[]): ReadonlyMap<SourceFile, FileEditor> {
  const whole = new Map<SourceFile, boolean>();
  for (const change of changes) {
    const { file } = subjectOf(change);
    whole.set(file, whole.get(file) === true || concernsWholeFile(change));
  }
  return new Map([...whole].map(([file, isWhole]) => [file, new FileEditor(file, isWhole)]));
}

/** Makes all changes of a group, or none. */
function makeGroup(changes: readonly Change[], editors: ReadonlyMap<SourceFile, FileEditor>): Problem | undefined {
  for (const editor of editors.values()) editor.beginGroup();
  for (const change of changes) {
    const subject = subjectOf(change);
    const detail = editors.get(subject.file)?.make(change);
    if (detail === undefined) continue;
    for (const editor of editors.values()) editor.undoGroup();
    return { detail, subject };
  }
  return undefined;
}

/** Changes of the file's own body that look at all of it; most changes concern one paragraph. */
function concernsWholeFile(change: Change): boolean {
  switch (change.kind) {
    case 'setAttribute':
    case 'insertAttribute':
    case 'removeAttribute':
    case 'removeBlock':
      return isFileBody(change.body);
    case 'appendBlock':
    case 'insertBlock':
    case 'insertAfter':
    case 'replaceExpression':
    case 'setLabel':
      return false;
  }
}

function notEditable(detail: string, subject: Range): Diagnostic {
  return { severity: 'error', code: 'hcl/not-editable', summary: 'Not editable', detail, subject };
}
