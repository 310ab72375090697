import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Diagnostic, format, renderDiff } from '../../packages/hcl/src/index.ts';
import type { Report } from '../suite.ts';

/** One row of `fmt.json`: what `terraform fmt` makes of a text. */
interface Row {
  readonly id: string;
  readonly input: string;
  /** Null where the text does not parse. */
  readonly output: string | null;
  readonly changed: boolean;
  /** Whether formatting the output changes nothing; null where there is none. */
  readonly idempotent: boolean | null;
  /** The summary of the first diagnostic. */
  readonly error: string | null;
}

/** Plays `fmt.json`: the text, the summary of the first error, and what a second formatting does. */
export function run(dir: string, report: Report): void {
  const path = join(dir, 'fmt.json');
  if (!existsSync(path)) return;
  const rows: readonly Row[] = JSON.parse(readFileSync(path, 'utf8'));
  for (const row of rows) {
    const difference = play(row);
    if (difference === undefined) report.pass(row.id);
    else report.fail(row.id, difference);
  }
}

function play(row: Row): string | undefined {
  const result = format(row.input);
  if (typeof result !== 'string') {
    const summary = firstError(result);
    return summary === row.error
      ? undefined
      : `expected ${show(row.error ?? 'no error')}, got the error ${show(summary)}`;
  }
  if (row.output === null) return `expected the error ${show(row.error)}, got ${show(result)}`;
  if (result !== row.output) return renderDiff(row.output, result, row.id);
  if ((result !== row.input) !== row.changed) return `expected changed to be ${row.changed}`;
  const isIdempotent = format(result) === result;
  if (row.idempotent !== null && isIdempotent !== row.idempotent) return `expected idempotent to be ${row.idempotent}`;
  return undefined;
}

/** Terraform shows diagnostics by their place, which is not the order in which they are found. */
function firstError(diagnostics: readonly Diagnostic[]): string | null {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const sorted = errors.toSorted((a, b) => (a.subject?.start ?? 0) - (b.subject?.start ?? 0));
  return sorted[0]?.summary ?? null;
}

function show(text: string | null): string {
  return JSON.stringify(text);
}
