import type { IdMatcher } from '../identity/id-matcher.ts';
import type { Directive } from './directive.ts';
import type { IgnoreRecord } from './ignores.ts';

/** What is wrong with an ignore comment. */
export interface AuditEntry {
  readonly directive: Directive;
  readonly kind: 'unused' | 'expired' | 'unknown' | 'bad-date' | 'no-reason';
  /** One clause. */
  readonly text: string;
}

/** Ignores that a team should look at, in order of file and place. One ignore may have several entries. */
export function auditIgnores(records: readonly IgnoreRecord[], matcher: IdMatcher): readonly AuditEntry[] {
  const entries: AuditEntry[] = [];
  for (const record of records) {
    const { directive } = record;
    const add = (kind: AuditEntry['kind'], text: string): void => {
      entries.push({ directive, kind, text });
    };
    const { expires } = directive;
    if (expires !== undefined && expires.day === undefined) add('bad-date', `\`${expires.text}\` is not a date`);
    else if (record.isExpired) add('expired', `its last day was ${expires?.day ?? ''}`);
    let isUnknown = false;
    for (const target of directive.targets) {
      if (target.id === '*') continue;
      const resolved = matcher.resolve(target.id);
      if (resolved.kind === 'retired') {
        isUnknown = true;
        add('unknown', `\`${target.id}\`: ${resolved.explanation}`);
      } else if (resolved.kind === 'unknown' || (resolved.kind === 'checks' && resolved.ids.size === 0)) {
        isUnknown = true;
        const suggestion = resolved.kind === 'unknown' ? resolved.suggestion : undefined;
        add(
          'unknown',
          `no check has the id \`${target.id}\`${suggestion === undefined ? '' : `; did you mean \`${suggestion}\`?`}`,
        );
      }
    }
    const hasNoEffect = !record.isUsed && !record.isExpired && !record.isOtherWorkspace && !isUnknown;
    if (hasNoEffect && expires?.day === expires?.text) add('unused', 'it hides nothing in this scan');
    if (directive.reason === '') add('no-reason', 'it gives no reason');
  }
  return entries;
}
