import type { Diagnostic, SourceFile } from '@tfwarden/hcl';
import { renderCodeFrame } from './code-frame.ts';
import type { ReportOptions } from './report-context.ts';
import { wrapText } from './wrap-text.ts';

/** Problems that are shown with their code; the rest is counted. */
const MAX_SHOWN = 50;
/** Syntax errors that are shown of one file: the later ones mostly follow from the first. */
const MAX_SYNTAX_ERRORS = 3;

/** Problems of the configuration for a person, on stderr. Empty when there are none. */
export function renderDiagnostics(diagnostics: readonly Diagnostic[], options: ReportOptions): string {
  const lines: string[] = [];
  const totals = new Map<SourceFile, number>();
  for (const diagnostic of diagnostics) {
    const file = syntaxErrorFile(diagnostic);
    if (file !== undefined) totals.set(file, (totals.get(file) ?? 0) + 1);
  }
  const seen = new Map<SourceFile, number>();
  let shown = 0;
  let rest = 0;
  for (const diagnostic of diagnostics) {
    const file = syntaxErrorFile(diagnostic);
    const count = file === undefined ? 0 : (seen.get(file) ?? 0) + 1;
    if (file !== undefined) seen.set(file, count);
    if (count > MAX_SYNTAX_ERRORS) continue;
    if (shown === MAX_SHOWN) {
      rest++;
      continue;
    }
    shown++;
    lines.push(...renderDiagnostic(diagnostic, options), '');
    const more = file === undefined ? 0 : (totals.get(file) ?? 0) - MAX_SYNTAX_ERRORS;
    if (file !== undefined && count === MAX_SYNTAX_ERRORS && more > 0) {
      lines.push(`... and ${more} more in ${options.pathOf(file)}`, '');
    }
  }
  if (rest > 0) lines.push(`... and ${rest} more problems; the json report lists all.`, '');
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

function syntaxErrorFile(diagnostic: Diagnostic): SourceFile | undefined {
  const isSyntaxError = diagnostic.severity === 'error' && diagnostic.code.startsWith('hcl/');
  return isSyntaxError ? diagnostic.subject?.file : undefined;
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
