import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { describeValue } from '../../testing/describe-value.ts';
import { ORACLE_SCOPE } from '../../testing/oracle-scope.ts';
import { parseExpression } from '../syntax/parse.ts';
import type { Diagnostic } from '../text/diagnostic.ts';
import { SourceFile } from '../text/source-file.ts';
import { evaluate } from './evaluate.ts';

interface Recorded {
  readonly expression: string;
  readonly value: string;
  /** `summary|detail|subject|context`, places as offsets. */
  readonly diagnostics: readonly string[];
}

/** Random expressions with the answers of hashicorp/hcl 2.23.0 and go-cty 1.16.0, the versions in terraform 1.11.4. */
const RECORDED: readonly Recorded[] = readFileSync(
  new URL('../../testdata/oracle/expressions.jsonl', import.meta.url),
  'utf8',
)
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as Recorded); // our own file, written in this shape

test('recorded expressions give the values and diagnostics of hashicorp/hcl', () => {
  expect(RECORDED.length).toBe(3000);
  const different: unknown[] = [];
  for (const recorded of RECORDED) {
    const file = new SourceFile('x', recorded.expression);
    const { expression, diagnostics: mistakes } = parseExpression(file);
    const diagnostics: Diagnostic[] = [...mistakes];
    const value = describeValue(evaluate(expression, ORACLE_SCOPE, diagnostics));
    const texts = diagnostics.map(describeDiagnostic);
    if (value !== recorded.value || texts.join('\n') !== recorded.diagnostics.join('\n')) {
      different.push({ recorded, value, texts });
    }
  }
  expect(different).toEqual([]);
});

function describeDiagnostic({ summary, detail, subject, context }: Diagnostic): string {
  const place = subject === undefined ? '' : `${subject.start}-${subject.end}`;
  return `${summary}|${detail}|${place}${context === undefined ? '' : `|${context.start}-${context.end}`}`;
}
