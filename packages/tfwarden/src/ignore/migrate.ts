import { parseConfig, SourceFile } from '@tfwarden/hcl';
import type { IdMatcher } from '../identity/id-matcher.ts';
import { parseComment } from './parse-comment.ts';

/** An old id in an ignore comment and what it becomes. */
export interface Renaming {
  readonly line: number;
  readonly from: string;
  readonly to: string;
}

export interface Migration {
  /** The whole text with the new ids. */
  readonly text: string;
  readonly renamings: readonly Renaming[];
}

const LEGACY_CODE = /^[a-z]{3}\d{3}$/i;
const LONG_ID = /^[a-z]+-[a-z0-9-]+$/;

/** Rewrites legacy codes and renamed long ids to the present ids, inside ignore comments and nowhere else. */
export function migrateIgnores(name: string, text: string, matcher: IdMatcher): Migration {
  const { parsed } = parseConfig(new SourceFile(name, text));
  const renamings: Renaming[] = [];
  let result = '';
  let copied = 0;
  for (const comment of parsed.comments) {
    for (const directive of parseComment(comment)) {
      if (directive.tool !== 'tfsec' && directive.tool !== 'trivy' && directive.tool !== 'tfwarden') continue;
      for (const target of directive.targets) {
        const to = presentId(target.id, matcher);
        if (to === undefined) continue;
        const { start, end } = target.range;
        result += text.slice(copied, start) + to;
        copied = end;
        renamings.push({ line: parsed.file.lineOf(start), from: target.id, to });
      }
    }
  }
  return { text: result + text.slice(copied), renamings };
}

/** @returns the present ids of an old one, with commas where it stands for several; undefined when it is not old */
function presentId(written: string, matcher: IdMatcher): string | undefined {
  // Ids of other tools and short codes are spoken for by other readers; they stay.
  if (!LEGACY_CODE.test(written) && !LONG_ID.test(written)) return undefined;
  const resolved = matcher.resolve(written);
  switch (resolved.kind) {
    case 'checks': {
      const ids = [...resolved.ids].toSorted();
      const isOld = LEGACY_CODE.test(written) || (LONG_ID.test(written) && isRenamed(written, ids));
      return isOld && ids.length > 0 ? ids.join(',') : undefined;
    }
    case 'retired':
    case 'unknown':
      return undefined;
  }
}

/** A long id has its provider in front; a bare short code such as `enable-recovery` has not. */
function isRenamed(written: string, ids: readonly string[]): boolean {
  if (ids.includes(written)) return false;
  const provider = written.slice(0, written.indexOf('-'));
  return ids.every((id) => id.startsWith(`${provider}-`));
}
