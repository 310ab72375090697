import { type Diagnostic, positionsOf } from '@tfwarden/hcl';
import { createColours } from '../../src/report/colours.ts';
import { renderJson } from '../../src/report/json.ts';
import type { ReportOptions } from '../../src/report/report-context.ts';
import { renderText } from '../../src/report/text.ts';
import type { ScanResult } from '../../src/scan/scan-result.ts';

/** Everything that can be seen of a result, with the places of all values. */
export function observe(result: ScanResult): unknown {
  return {
    json: JSON.parse(renderJson({ result, options: OPTIONS })),
    text: renderText({ result, options: OPTIONS }),
    ...observeFacts(result),
  };
}

/** The same without what is computed on demand. */
export function observeFacts(result: ScanResult): object {
  return {
    findings: result.findings.map(({ rule, status, severity, finding, instances }) => [
      rule.id,
      status,
      severity,
      finding.message,
      showRange(finding.range),
      instances.map(({ address }) => address),
    ]),
    diagnostics: result.diagnostics.map(showDiagnostic),
    gaps: result.gaps.map(({ kind, name, diagnostic, initFolder }) => [
      kind,
      name,
      initFolder,
      showDiagnostic(diagnostic),
    ]),
    skipped: result.skipped,
    defects: result.defects.map(({ ruleId, address, error }) => [ruleId, address, String(error)]),
    search: {
      ...result.search,
      folders: result.search.folders.map((folder) => ({ ...folder, calledFrom: folder.calledFrom.map(showRange) })),
      diagnostics: result.search.diagnostics.map(showDiagnostic),
    },
    roots: result.roots,
    counts: result.counts,
    ignores: result.ignores.map(({ directive, ...state }) => [showRange(directive.range), state]),
    rules: [...result.rules.keys()],
    files: [...result.files].map(([file, parsed]) => [file.name, file.text, parsed.file === file]),
    fixes: result.findings.map(({ finding }) => finding.fix?.caution ?? (finding.fix === undefined ? 'none' : 'safe')),
  };
}

const OPTIONS: ReportOptions = {
  includePassed: true,
  includeIgnored: true,
  includeUndetermined: true,
  explain: true,
  noCode: false,
  concise: false,
  compatibility: '1.28',
  version: '0.0.0',
  pathOf: (file) => file.name,
  nameOf: (path) => path,
  absolutePathOf: (file) => `/estate/${file.name}`,
  colours: createColours(false),
  width: 100,
};

function showDiagnostic({ severity, code, summary, detail, subject }: Diagnostic): unknown {
  return [severity, code, summary, detail, subject === undefined ? '' : showRange(subject)];
}

function showRange(range: Parameters<typeof positionsOf>[0]): string {
  const { start, end } = positionsOf(range);
  return `${range.file.name}:${start.line}:${start.column}-${end.line}:${end.column}`;
}
