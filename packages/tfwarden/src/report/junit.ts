import type { ScanFinding } from '../scan/scan-finding.ts';
import { describeSuppression } from '../scan/scan-finding.ts';
import { type ReportInput, type ReportOptions, shownFindings } from './report-context.ts';
import { renderXml, type XmlElement } from './xml.ts';

/** One suite; a case for each finding. Totals count what is printed. Problems of the configuration are errors, so that a broken file is not a success. */
export function renderJunit(input: ReportInput): string {
  const { options, result } = input;
  const found = shownFindings(input);
  const errors = result.diagnostics.filter((diagnostic) => diagnostic.severity === 'error');
  const skipped = found.filter((item) => item.status === 'ignored' || item.status === 'undetermined').length;
  const cases: XmlElement[] = found.map((item) => testCase(item, options));
  for (const diagnostic of errors) {
    const { subject } = diagnostic;
    const path = subject === undefined ? 'configuration' : options.pathOf(subject.file);
    const place = subject === undefined ? '' : `${path}:${subject.file.lineOf(subject.start)}\n\n`;
    cases.push({
      '@classname': path,
      '@name': `[${diagnostic.code}] - ${diagnostic.summary}`,
      '@time': '0',
      error: { '@message': diagnostic.summary, '@type': diagnostic.code, '#text': `${place}${diagnostic.detail}` },
    });
  }
  return renderXml({
    testsuite: {
      '@name': 'tfwarden',
      '@failures': found.filter((item) => item.status === 'failed').length,
      '@errors': errors.length,
      ...(skipped > 0 ? { '@skipped': skipped } : {}),
      '@tests': cases.length,
      testcase: cases,
    },
  });
}

function testCase(item: ScanFinding, options: ReportOptions): XmlElement {
  const { finding, rule } = item;
  const path = options.pathOf(finding.range.file);
  const head = {
    '@classname': path,
    '@name': `[${rule.id}][${item.severity}] - ${finding.message}`,
    '@time': '0',
  };
  switch (item.status) {
    case 'passed':
      return head;
    case 'ignored':
      return {
        ...head,
        skipped: {
          '@message':
            item.suppression === undefined
              ? 'ignored'
              : describeSuppression(item.suppression, (file) => options.pathOf(file)),
        },
      };
    case 'undetermined':
      return { ...head, skipped: { '@message': 'cannot be decided before apply' } };
    case 'failed': {
      const { file } = finding.range;
      const first = file.lineOf(finding.range.start);
      const last = file.lineOf(finding.range.end);
      const code: string[] = [];
      for (let line = first; line <= last; line++) code.push(file.lineText(line));
      const link = rule.links[0] === undefined ? '' : `\n\n\nSee ${rule.links[0]}`;
      return {
        ...head,
        failure: {
          '@message': finding.message,
          '@type': '',
          '#text': `${path}:${first}${last > first ? `-${last}` : ''}\n\n${code.join('\n')}${link}`,
        },
      };
    }
  }
}
