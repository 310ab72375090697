import { parseConfig } from '../syntax/parse.ts';
import { scanTokens } from '../syntax/scanner.ts';
import type { Diagnostic } from '../text/diagnostic.ts';
import { hasErrors } from '../text/diagnostic.ts';
import { SourceFile } from '../text/source-file.ts';
import { layOut } from './layout.ts';
import { legacyRewrites } from './legacy-rewrites.ts';
import { printTable, tokenTable } from './token-table.ts';

/**
 * The text as `terraform fmt` of Terraform 1.11.4 writes it: canonical spaces, `"${x}"` unwrapped to `x`, labels quoted, legacy types of
 * variables renewed. Line endings, comments and a missing final newline stay. Linear in the length of the text.
 *
 * Like `terraform fmt` it loses a comment between the labels of a block, and a label that holds `$` or `%` before other text.
 * @returns the formatted text, or the diagnostics when the text is not valid native syntax
 */
export function format(text: string): string | readonly Diagnostic[] {
  const result = formatConfig(text);
  return result.kind === 'formatted' ? result.text : result.diagnostics;
}

/** What `formatConfig` answers; `losesCode` when a label or a comment between labels is gone. */
export type FormatResult =
  | { readonly kind: 'formatted'; readonly text: string; readonly losesCode: boolean }
  | { readonly kind: 'invalid'; readonly diagnostics: readonly Diagnostic[] };

/** As `format`, for callers that must not lose anything. */
export function formatConfig(text: string): FormatResult {
  const file = new SourceFile('', text);
  const { parsed, diagnostics } = parseConfig(file);
  if (hasErrors(diagnostics)) return { kind: 'invalid', diagnostics };
  const tokens = scanTokens(file, 'config');
  const { changes, losesCode } = legacyRewrites(parsed.body, tokens);
  const table = tokenTable(text, tokens, changes);
  layOut(table);
  return { kind: 'formatted', text: printTable(table), losesCode };
}
