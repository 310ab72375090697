import type { Comment } from '@tfwarden/hcl';
import type { Directive, DirectiveTarget, Reach } from './directive.ts';

/**
 * Ignores of other scanners, for teams that move over: `checkov:skip=CKV_AWS_28:reason` (also `bridgecrew:` and `cortex:`), Terrascan's
 * `ts:skip=AC_AWS_0001 reason`, and the comments of KICS: `kics-scan ignore`, `ignore-line`, `ignore-block`, `disable=IDS`.
 * `kics-scan enable=` is not read: it switches everything else off, which no other comment does.
 */
export function parseForeignComment(comment: Comment): readonly Directive[] {
  const checkov = /\b(?:checkov|bridgecrew|cortex):skip=[ \t]*([A-Za-z0-9_]+(?:,[A-Za-z0-9_]+)*)?(?::([^\n]*))?/i.exec(
    comment.text,
  );
  if (checkov !== null) return [directive(comment, checkov, 'checkov', checkov[1], checkov[2], 'block')];

  const terrascan = /#[ \t]*ts:skip=([A-Za-z0-9_.]+)([^\n]*)/i.exec(comment.text);
  if (terrascan !== null) return [directive(comment, terrascan, 'terrascan', terrascan[1], terrascan[2], 'block')];

  const kics = /\bkics-scan[ \t]+(ignore-line|ignore-block|ignore|disable[ \t]*=[ \t]*([0-9a-f,-]+))/i.exec(
    comment.text,
  );
  if (kics === null) return [];
  const ids = kics[2];
  const word = (kics[1] ?? '').toLowerCase();
  const reach: Reach = word === 'ignore-line' ? 'next-line' : word === 'ignore-block' ? 'next-block' : 'file';
  return [directive(comment, kics, 'kics', ids, undefined, reach)];
}

function directive(
  comment: Comment,
  match: RegExpExecArray,
  tool: Directive['tool'],
  ids: string | undefined,
  reason: string | undefined,
  reach: Reach,
): Directive {
  const start = comment.start + match.index;
  const range = { file: comment.file, start, end: start + match[0].length };
  const targets: DirectiveTarget[] = [];
  let offset = ids === undefined ? 0 : start + match[0].indexOf(ids);
  for (const id of ids === undefined ? [] : ids.split(',')) {
    if (id !== '')
      targets.push({ id, parameters: [], range: { file: comment.file, start: offset, end: offset + id.length } });
    offset += id.length + 1;
  }
  if (targets.length === 0) targets.push({ id: '*', parameters: [], range });
  return {
    tool,
    targets,
    expires: undefined,
    workspace: undefined,
    range,
    reason: (reason ?? '').replace(/\*\/\s*$/, '').trim(),
    reach,
  };
}
