import type { Finding } from '../src/kit/finding.ts';
import type { Case, Expectation } from './parse-cases.ts';
import { lineOf } from './scan-text.ts';

/** Findings as the lines a case compares: `main.tf:9: disabled`, with what the case says about fixes and addresses. */
export function printFindings(findings: readonly Finding[], wanted: readonly Expectation[]): readonly string[] {
  return findings
    .filter((finding) => finding.status !== 'passed')
    .map((finding) => {
      const { file } = finding.range;
      const line = lineOf(file.text, finding.range.start);
      const expectation = wanted.find(
        (candidate) =>
          candidate.file === file.name &&
          candidate.line === line &&
          candidate.messageId === finding.messageId &&
          (candidate.address === undefined || candidate.address === finding.address),
      );
      return print({
        file: file.name,
        line,
        messageId: finding.messageId,
        status: finding.status === 'failed' ? 'failed' : 'undetermined',
        hasFix: expectation?.hasFix === undefined ? undefined : finding.fix !== undefined,
        address: expectation?.address === undefined ? undefined : finding.address,
      });
    })
    .toSorted();
}

/** Expectations in the same form. */
export function printExpectations(given: Case): readonly string[] {
  return given.expectations.map(print).toSorted();
}

function print(expectation: Expectation): string {
  const { file, line, messageId, status, hasFix, address } = expectation;
  const fix = hasFix === undefined ? '' : `, ${hasFix ? 'fix' : 'no fix'}`;
  const who = address === undefined ? '' : ` for ${address}`;
  const mark = status === 'undetermined' && messageId !== 'undecided' ? '?' : '';
  return `${file}:${line}: ${messageId}${mark}${who}${fix}`;
}
