import type { Range } from './range.ts';

/** A problem with the input, as a value. Named and shaped as in hashicorp/hcl. */
export interface Diagnostic {
  readonly severity: 'error' | 'warning';
  /** Stable code with a page of its own, for example `hcl/unclosed-block`. */
  readonly code: string;
  /** One short phrase without a full stop: `Missing newline after argument`. */
  readonly summary: string;
  /** One or more full sentences: what was expected, what was found, what to do. */
  readonly detail: string;
  /** The tight place of the problem; absent when it is about no place in a file. */
  readonly subject?: Range | undefined;
  /** A wider place that helps to understand the subject. */
  readonly context?: Range | undefined;
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}
