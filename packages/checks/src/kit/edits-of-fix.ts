import type { TextEdit } from '@tfwarden/hcl';
import { planChanges } from '@tfwarden/hcl';
import type { Fix } from './fix.ts';

/**
 * The text edits of a fix, against the files as they were scanned, each edit on top of those before. Give one group per fix to
 * `applyEditGroups`.
 * @returns undefined when a place cannot be edited after all, such as a file with a syntax error
 */
export function editsOfFix(fix: Fix): readonly TextEdit[] | undefined {
  const { edits, refused } = planChanges([fix.edits]);
  return refused.length > 0 ? undefined : edits;
}
