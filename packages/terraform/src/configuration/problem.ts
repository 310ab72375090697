import type { Diagnostic, Range } from '@tfwarden/hcl';

/** An error diagnostic of this package; the code is `terraform/` plus `name`. */
export function problem(name: string, summary: string, detail: string, subject?: Range, context?: Range): Diagnostic {
  return { severity: 'error', code: `terraform/${name}`, summary, detail, subject, context };
}

/** As `problem`, a warning. */
export function caution(name: string, summary: string, detail: string, subject?: Range): Diagnostic {
  return { severity: 'warning', code: `terraform/${name}`, summary, detail, subject };
}

/** A range as Terraform writes it within sentences: `main.tf:1,1-13`. */
export function describeRange(range: Range): string {
  const start = range.file.position(range.start);
  const end = range.file.position(range.end);
  const last = start.line === end.line ? `${end.column}` : `${end.line},${end.column}`;
  return `${range.file.name}:${start.line},${start.column}-${last}`;
}
