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
  const file = new SourceFile('', text);
  const { parsed, diagnostics } = parseConfig(file);
  if (hasErrors(diagnostics)) return diagnostics;
  const tokens = scanTokens(file, 'config');
  const table = tokenTable(text, tokens, legacyRewrites(parsed.body, tokens));
  layOut(table);
  return printTable(table);
}
