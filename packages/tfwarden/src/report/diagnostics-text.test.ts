import { type Diagnostic, SourceFile } from '@tfwarden/hcl';
import { expect, test } from 'vitest';
import { createColours } from './colours.ts';
import { renderDiagnostics } from './diagnostics-text.ts';
import type { ReportOptions } from './report-context.ts';

const OPTIONS: ReportOptions = {
  includePassed: false,
  includeIgnored: false,
  includeUndetermined: false,
  explain: false,
  noCode: false,
  concise: false,
  compatibility: '1.28',
  version: '1.0.0',
  pathOf: (file) => `infra/${file.name}`,
  nameOf: (path) => path,
  absolutePathOf: (file) => file.name,
  colours: createColours(false),
  width: 100,
};

function problems(count: number, code: string, name = 'main.tf'): readonly Diagnostic[] {
  const file = new SourceFile(name, 'x\n'.repeat(count));
  return Array.from({ length: count }, (_, index) => ({
    severity: 'error',
    code,
    summary: 'Invalid expression',
    detail: 'Expected the start of an expression.',
    subject: { file, start: index * 2, end: index * 2 + 1 },
  }));
}

test('one slip gives many syntax errors: three of a file are shown, the rest is counted', () => {
  const text = renderDiagnostics(
    [...problems(9, 'hcl/invalid-expression'), ...problems(4, 'hcl/invalid-expression', 'vpc.tf')],
    OPTIONS,
  );
  expect(text.match(/error\[/g)).toHaveLength(6);
  expect(text.match(/^\.\.\..*$/gm)).toEqual(['... and 6 more in infra/main.tf', '... and 1 more in infra/vpc.tf']);
});

test('other problems are shown up to a limit', () => {
  expect(renderDiagnostics(problems(9, 'terraform/undeclared-local'), OPTIONS).match(/error\[/g)).toHaveLength(9);
  const many = renderDiagnostics(problems(60, 'terraform/undeclared-local'), OPTIONS);
  expect(many.match(/error\[/g)).toHaveLength(50);
  expect(many).toContain('... and 10 more problems; the json report lists all.\n');
});
