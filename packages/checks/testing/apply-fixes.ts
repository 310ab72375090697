import type { SourceFile, TextEdit } from '@tfwarden/hcl';
import { applyEditGroups } from '@tfwarden/hcl';
import type { Check } from '../src/kit/check.ts';
import { editsOfFix } from '../src/kit/edits-of-fix.ts';
import type { Files } from './scan-text.ts';
import { scanText } from './scan-text.ts';

/** A fix may uncover the next; more rounds than this mean that two fixes fight. */
const MAX_ROUNDS = 5;

/** Applies every fix that a check offers, again until it offers none. @throws when fixes do not come to an end */
export function applyFixes(files: Files, check: Check): Files {
  let current = files;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const next = applyOnce(current, check);
    if (next === undefined) return current;
    current = next;
  }
  throw new Error(`the fixes of ${check.id} do not come to an end`);
}

function applyOnce(files: Files, check: Check): Files | undefined {
  const groups = new Map<SourceFile, (readonly TextEdit[])[]>();
  for (const finding of scanText(files, [check]).findings) {
    const edits = finding.fix === undefined ? [] : (editsOfFix(finding.fix) ?? []);
    const file = edits[0]?.file;
    if (file === undefined) continue;
    const list = groups.get(file);
    if (list === undefined) groups.set(file, [edits]);
    else list.push(edits);
  }
  if (groups.size === 0) return undefined;
  const result: Record<string, string> = { ...files };
  for (const [file, edits] of groups) result[file.name] = applyEditGroups(file.text, edits).text;
  return result;
}
