import type { Diagnostic, Expression } from '@tfwarden/hcl';
import { hasErrors } from '@tfwarden/hcl';
import { readDependsOn, requireItems } from './decode-meta.ts';
import { problem } from './problem.ts';
import { parseReference } from './reference.ts';
import { keywordOf } from './static-expression.ts';
import { staticReferences } from './static-references.ts';
import { readText } from './static-value.ts';

/** Checks `ignore_changes`: `all`, or a list of names of attributes. */
export function checkIgnoreChanges(expression: Expression, diagnostics: Diagnostic[]): void {
  if (keywordOf(expression) === 'all') return;
  for (const item of requireItems(expression, diagnostics)) {
    if (readText(item, []) !== '*') continue;
    const detail =
      'The ["*"] form of ignore_changes wildcard is was deprecated and is now invalid. Use "ignore_changes = all" to ignore changes to all attributes.';
    diagnostics.push(problem('ignore-wildcard', 'Invalid ignore_changes wildcard', detail, expression));
    return;
  }
  readDependsOn(expression, diagnostics);
}

/** Checks `replace_triggered_by`: each item refers to one resource, as Terraform's `decodeReplaceTriggeredBy` (1.11.4). */
export function checkReplaceTriggeredBy(expression: Expression, diagnostics: Diagnostic[]): void {
  for (const item of requireItems(expression, diagnostics)) {
    const refuse = (what: string, detail: string): void => {
      diagnostics.push(
        problem('invalid-replace-trigger', `Invalid ${what} in replace_triggered_by expression`, detail, item),
      );
    };
    const invalid: Diagnostic[] = [];
    let resources = 0;
    for (const traversal of staticReferences(item)) {
      const reference = parseReference(traversal);
      switch (reference.kind) {
        case 'invalid':
          invalid.push({ ...reference.diagnostic, subject: item });
          break;
        case 'resource':
          resources++;
          break;
        case 'each':
          if (reference.name !== 'key') refuse('each reference', 'Only each.key may be used in replace_triggered_by.');
          break;
        case 'count':
          if (reference.name !== 'index') {
            refuse('count reference', 'Only count.index may be used in replace_triggered_by.');
          }
          break;
        default:
          refuse('reference', 'Only resources, count.index, and each.key may be used in replace_triggered_by.');
      }
    }
    diagnostics.push(...invalid);
    if (hasErrors(invalid) || resources === 1) continue;
    const detail = `${resources === 0 ? 'Missing' : 'Multiple'} resource reference${resources === 0 ? '' : 's'} in replace_triggered_by expression.`;
    diagnostics.push(problem('invalid-replace-trigger', 'Invalid replace_triggered_by expression', detail, item));
  }
}
