import { editsOfFix } from '@tfwarden/checks';
import type { TextEdit } from '@tfwarden/hcl';
import type { ShownFix } from './scan-finding.ts';

/** The edits of a fix in the files as they were scanned; undefined when its place cannot be edited after all. */
export function textEditsOf(fix: ShownFix): readonly TextEdit[] | undefined {
  return 'textEdits' in fix ? fix.textEdits() : editsOfFix(fix);
}
