import type { Diagnostic } from '@tfwarden/hcl';
import { renderCodeFrame } from './code-frame.ts';
import type { ReportOptions } from './report-context.ts';
import { wrapText } from './wrap-text.ts';

/** Problems that are shown with their code; the rest is counted. */
const MAX_SHOWN = 50;

/** Problems of the configuration for a person, on stderr. Empty when there are none. */
export function renderDiagnostics(diagnostics: readonly Diagnostic[], options: ReportOptions): string {
  const lines: string[] = [];
  for (const diagnostic of diagnostics.slice(0, MAX_SHOWN)) lines.push(...renderDiagnostic(diagnostic, options), '');
  const rest = diagnostics.length - MAX_SHOWN;
  if (rest > 0) lines.push(`... and ${rest} more problems; the json report lists all.`, '');
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

function renderDiagnostic(diagnostic: Diagnostic, options: ReportOptions): readonly string[] {
  const { colours } = options;
  const paint = diagnostic.severity === 'error' ? colours.red : colours.yellow;
  const lines = [`${paint(`${diagnostic.severity}[${diagnostic.code}]`)}: ${colours.bold(diagnostic.summary)}`];
  if (diagnostic.subject !== undefined) {
    lines.push(...renderCodeFrame({ primary: diagnostic.subject, labels: [] }, options, paint));
  }
  lines.push(...wrapText(diagnostic.detail, Math.max(40, options.width - 2)).map((line) => ` ${line}`));
  return lines;
}
