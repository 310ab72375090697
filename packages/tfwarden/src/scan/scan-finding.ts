import type { Finding, Fix, Severity } from '@tfwarden/checks';
import type { Range, SourceFile, TextEdit } from '@tfwarden/hcl';
import type { Hop } from '@tfwarden/terraform';
import type { Directive } from '../ignore/directive.ts';
import type { Rule } from './rule.ts';

/** What a check of ours and a custom check both give. */
export type RawFinding = Omit<Finding, 'check'>;

/** What is used of a finding once its root is done; a `RawFinding` is one, and so is what `unpackReport` makes. */
export interface ShownFinding
  extends Pick<RawFinding, 'status' | 'messageId' | 'message' | 'address' | 'resourceType' | 'range' | 'labels'> {
  readonly module: ModulePlace;
  readonly fix: ShownFix | undefined;
  readonly waitsFor: readonly AwaitedValue[];
  /** Names of the blocks and attributes around the place, where they are known without the syntax tree; see `pathInside`. */
  readonly path?: readonly string[];
  evidence(): readonly ShownHop[];
}

/** Where a module instance is called from. */
export interface ModulePlace {
  /** Empty for the root. */
  readonly address: string;
  readonly directory: string;
  readonly parent: ModulePlace | undefined;
  /** Undefined for the root. */
  readonly call: { readonly source: string | undefined; readonly headerRange: Range } | undefined;
}

/** What would settle an undetermined finding. */
export interface AwaitedValue {
  readonly subject: { readonly address: string };
  readonly path: string;
}

export type ShownFix = Fix | WrittenFix;

/** A fix as the edits it comes to. */
export interface WrittenFix {
  readonly caution: string | undefined;
  /** Undefined when the place cannot be edited after all. */
  textEdits(): readonly TextEdit[] | undefined;
}

export type ShownHop = Hop | WrittenHop;

/** One place in the chain of a value, with the value as text. */
export interface WrittenHop extends Pick<Hop, 'kind' | 'name' | 'range'> {
  readonly part: { readonly path: string; readonly isAbsent: boolean } | undefined;
  readonly isUnknown: boolean;
  /** Whether the value, or anything in it, is marked sensitive. */
  readonly isSensitive: boolean;
  /** The value, or the part of it that matters, on one line. */
  text(): string;
}

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
  readonly finding: ShownFinding;
  /** Every instance that shows the same mistake at the same place, the first one included. */
  readonly instances: readonly ShownFinding[];
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
