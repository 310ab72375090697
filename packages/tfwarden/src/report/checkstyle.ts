import { positionsOf } from '@tfwarden/hcl';
import type { ScanFinding } from '../scan/scan-finding.ts';
import { type ReportInput, shownFindings } from './report-context.ts';
import { renderXml, type XmlElement } from './xml.ts';

const LEVEL = { CRITICAL: 'error', HIGH: 'error', MEDIUM: 'warning', LOW: 'info' } as const;

/** Checkstyle's format with tfsec's attributes; problems of the configuration are errors too. */
export function renderCheckstyle(input: ReportInput): string {
  const { options, result } = input;
  const files = new Map<string, XmlElement[]>();
  const add = (path: string, error: XmlElement): void => {
    const list = files.get(path);
    if (list === undefined) files.set(path, [error]);
    else list.push(error);
  };
  for (const found of shownFindings(input)) {
    const { start } = positionsOf(found.finding.range);
    add(options.pathOf(found.finding.range.file), {
      '@source': found.rule.id,
      '@line': start.line,
      '@column': start.column,
      '@severity': levelOf(found),
      '@message': found.finding.message,
      '@link': found.rule.links[0] ?? '',
    });
  }
  for (const diagnostic of result.diagnostics) {
    if (diagnostic.subject === undefined) continue;
    const { start } = positionsOf(diagnostic.subject);
    add(options.pathOf(diagnostic.subject.file), {
      '@source': diagnostic.code,
      '@line': start.line,
      '@column': start.column,
      '@severity': diagnostic.severity,
      '@message': `${diagnostic.summary}: ${diagnostic.detail}`,
    });
  }
  const file = [...files].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, error]) => ({ '@name': name, error }));
  return renderXml({ checkstyle: { '@version': '5.0', file } });
}

function levelOf(found: ScanFinding): string {
  return found.status === 'failed' ? LEVEL[found.severity] : 'info';
}
