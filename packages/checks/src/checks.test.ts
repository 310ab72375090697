import { format } from '@tfwarden/hcl';
import { describe, expect, it } from 'vitest';
import { applyFixes } from '../testing/apply-fixes.ts';
import { casesOf } from '../testing/cases-of.ts';
import type { Case } from '../testing/parse-cases.ts';
import { printExpectations, printFindings } from '../testing/print-findings.ts';
import type { Files } from '../testing/scan-text.ts';
import { scanText } from '../testing/scan-text.ts';
import type { Check, Example } from './kit/check.ts';
import { loadAllChecks } from './load-checks.ts';

const checks = await loadAllChecks();

describe.each(checks.map((check) => [check.id, check] as const))('%s', (_id, check) => {
  it.each(check.examples)('reports the insecure example $#', (example) => {
    const files = { 'main.tf': example.bad };
    expect(failures(files, check)).toEqual(expectedIds(example));
    expectFixed(files, check, example);
  });

  it.each(check.good.map((text) => ({ text })))('has nothing to say about the secure example $#', ({ text }) => {
    expectFormatted(text);
    expect(failures({ 'main.tf': text }, check)).toEqual([]);
  });

  const cases = casesOf(check);
  if (cases.length > 0) it.each(cases)('case: $title', (given) => expectCase(given, check));
});

function expectedIds(example: Example<string>): readonly string[] {
  return typeof example.expect === 'string' ? [example.expect] : example.expect;
}

/** Message ids of everything the check reports, undetermined ones with a question mark. */
function failures(files: Files, check: Check): readonly string[] {
  const { findings, defects, errors } = scanText(files, [check]);
  expect(defects.map((defect) => String(defect.error))).toEqual([]);
  expect(errors.map((error) => `${error.summary}: ${error.detail}`)).toEqual([]);
  return findings.map((finding) => finding.messageId + (finding.status === 'undetermined' ? '?' : ''));
}

function expectFixed(files: Files, check: Check, example: Example<string>): void {
  expectFormatted(example.bad);
  const fixed = applyFixes(files, check)['main.tf'] ?? '';
  expect(fixed).toBe(example.fixed ?? example.bad);
  if (example.fixed === undefined) return;
  expectFormatted(fixed);
  expect(failures({ 'main.tf': fixed }, check)).toEqual([]);
}

/** The text is as `terraform fmt` would leave it. */
function expectFormatted(text: string): void {
  expect(format(text)).toBe(text);
}

function expectCase(given: Case, check: Check): void {
  const { findings, defects } = scanText(given.files, [check]);
  expect(defects.map((defect) => String(defect.error))).toEqual([]);
  expect(printFindings(findings, given.expectations)).toEqual(printExpectations(given));
  for (const { messageId } of given.expectations) {
    expect(messageId === 'undecided' || messageId in check.messages, `no message ${messageId}`).toBe(true);
  }
  if (given.fixed !== undefined) expect(applyFixes(given.files, check)).toEqual(given.fixed);
}
