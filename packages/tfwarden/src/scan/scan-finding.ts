import type { Finding, Severity } from '@tfwarden/checks';
import type { SourceFile } from '@tfwarden/hcl';
import type { Directive } from '../ignore/directive.ts';
import type { Rule } from './rule.ts';

/** What a check of ours and a custom check both give. */
export type RawFinding = Omit<Finding, 'check'>;

export type ScanStatus = 'failed' | 'passed' | 'ignored' | 'undetermined';

/** A finding as reports get it: selected, ignored or not, with all the instances that show it. */
export interface ScanFinding {
  readonly rule: Rule;
  /** After overrides. */
  readonly severity: Severity;
  readonly status: ScanStatus;
  /** Why it does not count; present exactly when the status is `ignored`. */
  readonly suppression: Suppression | undefined;
  /** The first instance in the order of addresses of the roots; it speaks for all. */
  readonly finding: RawFinding;
  /** Every instance that shows the same mistake at the same place, the first one included. */
  readonly instances: readonly RawFinding[];
}

export type Suppression =
  | { readonly kind: 'comment'; readonly directive: Directive }
  | { readonly kind: 'excluded' }
  | { readonly kind: 'not-included' }
  | { readonly kind: 'path' }
  | { readonly kind: 'downloaded-module' }
  | { readonly kind: 'severity' }
  | { readonly kind: 'baseline' };

/** One clause for a person. @param pathOf  how a file is named */
export function describeSuppression(
  suppression: Suppression,
  pathOf: (file: SourceFile) => string = (file) => file.name,
): string {
  switch (suppression.kind) {
    case 'comment': {
      const { directive } = suppression;
      const line = directive.range.file.lineOf(directive.range.start);
      const reason = directive.reason === '' ? '' : `: ${directive.reason}`;
      return `comment in ${pathOf(directive.range.file)}:${line}${reason}`;
    }
    case 'excluded':
      return 'the check is excluded';
    case 'not-included':
      return 'the check is not among those asked for';
    case 'path':
      return 'the path is excluded';
    case 'downloaded-module':
      return 'it is in a downloaded module';
    case 'severity':
      return 'the severity is below the minimum';
    case 'baseline':
      return 'the baseline knows it';
  }
}
