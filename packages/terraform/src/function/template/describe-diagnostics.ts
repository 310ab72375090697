import type { Diagnostic } from '@tfwarden/hcl';
import { rangeText } from '@tfwarden/hcl';

/** Diagnostics as hashicorp/hcl makes them one line of text. */
export function describeDiagnostics(diagnostics: readonly Diagnostic[]): string {
  const [first] = diagnostics;
  if (first === undefined) return 'no diagnostics';
  const place = first.subject === undefined ? '<nil>' : rangeText(first.subject);
  const text = `${place}: ${first.summary}; ${first.detail}`;
  return diagnostics.length === 1 ? text : `${text}, and ${diagnostics.length - 1} other diagnostic(s)`;
}
