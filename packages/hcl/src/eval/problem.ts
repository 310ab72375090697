import type { Diagnostic } from '../text/diagnostic.ts';
import type { Range } from '../text/range.ts';

/** An error of evaluation. Its code is made of the summary: `Invalid index` is `hcl/invalid-index`. */
export function problem(summary: string, detail: string, subject: Range, context?: Range): Diagnostic {
  return { severity: 'error', code: `hcl/${codeOf(summary)}`, summary, detail, subject, context };
}

/** Whether an error was reported since `diagnostics` had `start` entries. */
export function hasErrorsSince(diagnostics: readonly Diagnostic[], start: number): boolean {
  for (let i = start; i < diagnostics.length; i++) if (diagnostics[i]?.severity === 'error') return true;
  return false;
}

function codeOf(summary: string): string {
  return summary
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}
