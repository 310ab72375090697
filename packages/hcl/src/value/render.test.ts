import { expect, test } from 'vitest';
import { ORACLE_SCOPE } from '../../testing/oracle-scope.ts';
import { evaluate } from '../eval/evaluate.ts';
import { parseExpression } from '../syntax/parse.ts';
import { SourceFile } from '../text/source-file.ts';
import { renderValue } from './render.ts';

/** Answers of `terraform console` 1.11.4. */
test.each([
  ['[]', '[]'],
  ['{}', '{}'],
  ['tolist([])', 'tolist([])'],
  ['-0', '-0'],
  ['null', 'null'],
  ['tostring(null)', 'tostring(null)'],
  ['tolist(cv(null, "[\\"list\\",\\"string\\"]"))', 'tolist(null) /* of string */'],
  ['ss', '(sensitive value)'],
  ['us', '(known after apply)'],
  ['"a\\tb\\"c"', '"a\\tb\\"c"'],
  ['"multi\\nline"', '<<EOT\nmulti\nline\nEOT'],
  ['{ k = "EOT\\nline" }', '{\n  "k" = <<-EOT_\n  EOT\n  line\n  EOT_\n}'],
  ['{ a = 1, "c d" = [1, null] }', '{\n  "a" = 1\n  "c d" = [\n    1,\n    null,\n  ]\n}'],
  ['toset(["b", "a"])', 'toset([\n  "a",\n  "b",\n])'],
  ['tomap({ z = 1 })', 'tomap({\n  "z" = 1\n})'],
])('%s is printed as in terraform console', (text, expected) => {
  const { expression } = parseExpression(new SourceFile('console', text));
  expect(renderValue(evaluate(expression, ORACLE_SCOPE, []))).toBe(expected);
});
