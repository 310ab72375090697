import { type Diagnostic, positionsOf, type Range } from '@tfwarden/hcl';
import { pathInside } from '../scan/finding-place.ts';
import { fingerprintsOf } from '../scan/fingerprint.ts';
import { describeSuppression, type ScanFinding, type ScanStatus } from '../scan/scan-finding.ts';
import { isIncomplete } from '../scan/scan-result.ts';
import { callsTo } from './module-calls.ts';
import { type ReportInput, type ReportOptions, shownFindings } from './report-context.ts';

/** tfsec's numbers; 3 is ours. */
const STATUS_NUMBER: Readonly<Record<ScanStatus, number>> = { failed: 0, passed: 1, ignored: 2, undetermined: 3 };

/** tfsec's fields with its names and types, and further ones that its readers leave out. Tabs, as tfsec indents. */
export function renderJson(input: ReportInput): string {
  const shape = input.options.compatibility === '0.39' ? legacyReport(input) : report(input);
  return `${JSON.stringify(shape, undefined, '\t')}\n`;
}

function report(input: ReportInput): unknown {
  const { result, options } = input;
  const fingerprints = fingerprintsOf(result.findings, result.files);
  return {
    results: shownFindings(input).map((found) => {
      const { rule, finding } = found;
      return {
        rule_id: rule.avdId ?? '',
        long_id: rule.id,
        rule_description: rule.title,
        rule_provider: rule.provider,
        rule_service: rule.service,
        impact: rule.impact,
        resolution: rule.resolution,
        links: rule.links,
        description: finding.message,
        severity: found.severity,
        warning: false,
        status: STATUS_NUMBER[found.status],
        resource: finding.address,
        location: location(finding.range, options),
        status_name: found.status,
        legacy_ids: rule.legacyIds,
        resource_type: finding.resourceType,
        resource_path: [...moduleNames(found), localName(found), ...pathInside(finding, result.files)],
        instances: found.instances.map((instance) => instance.address),
        ...moduleCalls(found, options),
        evidence: found.status === 'passed' ? [] : evidence(found, options),
        fingerprint: fingerprints.get(found) ?? '',
        fix_available: finding.fix !== undefined,
        ...(found.suppression === undefined
          ? {}
          : {
              suppression: {
                kind: found.suppression.kind,
                reason: describeSuppression(found.suppression, (file) => options.pathOf(file)),
              },
            }),
        ...(found.status === 'undetermined'
          ? { waits_for: finding.waitsFor.map((origin) => `${origin.subject.address}${origin.path}`) }
          : {}),
      };
    }),
    diagnostics: result.diagnostics.map((diagnostic) => diagnosticObject(diagnostic, options)),
    summary: {
      version: options.version,
      complete: !isIncomplete(result),
      roots: result.roots.map((root) => options.nameOf(root)),
      counts: {
        roots: result.counts.roots,
        modules: result.counts.modules,
        resources: result.counts.resources,
        files: result.counts.files,
        failed: result.counts.failed,
        passed: result.counts.passed,
        ignored: result.counts.ignored,
        undetermined: result.counts.undetermined,
        critical: result.counts.bySeverity.CRITICAL,
        high: result.counts.bySeverity.HIGH,
        medium: result.counts.bySeverity.MEDIUM,
        low: result.counts.bySeverity.LOW,
      },
      skipped: result.skipped.map((file) => ({ path: options.nameOf(file.path), reason: file.reason })),
    },
  };
}

/** The shape of tfsec 0.39: the code as id, one link, `passed`, null for an empty list. */
function legacyReport(input: ReportInput): unknown {
  const results = shownFindings(input).map((found) => {
    const { rule, finding } = found;
    const place = location(finding.range, input.options);
    return {
      rule_id: rule.legacyIds[0] ?? rule.id,
      rule_description: rule.title,
      rule_provider: rule.provider,
      link: rule.links[0] === undefined ? '' : `See ${rule.links[0]} for more information.`,
      location: { filename: place.filename, start_line: place.start_line, end_line: place.end_line },
      description: finding.message,
      impact: rule.impact,
      resolution: rule.resolution,
      severity: LEGACY_SEVERITY[found.severity],
      passed: found.status === 'passed',
    };
  });
  return { results: results.length === 0 ? null : results };
}

const LEGACY_SEVERITY = { CRITICAL: 'ERROR', HIGH: 'ERROR', MEDIUM: 'WARNING', LOW: 'INFO' } as const;

interface Location {
  readonly filename: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly start_column: number;
  readonly end_column: number;
  readonly path: string;
}

function location(range: Range, options: ReportOptions): Location {
  const { start, end } = positionsOf(range);
  return {
    filename: options.absolutePathOf(range.file),
    start_line: start.line,
    end_line: end.line,
    start_column: start.column,
    end_column: end.column,
    path: options.pathOf(range.file),
  };
}

/** `module.data`, `module.table["a"]`: the calls on the way to the resource, the outermost first. */
function moduleNames(found: ScanFinding): readonly string[] {
  const names: string[] = [];
  for (let at = found.finding.module; at.parent !== undefined; at = at.parent) {
    const parent = at.parent.address;
    names.push(parent === '' ? at.address : at.address.slice(parent.length + 1));
  }
  return names.toReversed();
}

function localName(found: ScanFinding): string {
  const { address, module } = found.finding;
  return module.address !== '' && address.startsWith(`${module.address}.`)
    ? address.slice(module.address.length + 1)
    : address;
}

/** The places that the value came through, the attribute first. Values are left out: they may be secrets. */
function evidence(found: ScanFinding, options: ReportOptions): readonly unknown[] {
  return found.finding.evidence().map((hop) => ({
    kind: hop.kind,
    name: hop.name,
    ...(hop.range === undefined
      ? {}
      : { path: options.pathOf(hop.range.file), line: hop.range.file.lineOf(hop.range.start) }),
  }));
}

/** The calls on the way to the resource, the outermost first. */
function moduleCalls(found: ScanFinding, options: ReportOptions): object {
  const { calls, leftOut } = callsTo(found.finding.module);
  const modules = calls.toReversed().map(({ address, range }) => ({
    address,
    path: options.pathOf(range.file),
    line: range.file.lineOf(range.start),
  }));
  return leftOut > 0 ? { modules, modules_left_out: leftOut } : { modules };
}

export function diagnosticObject(diagnostic: Diagnostic, options: ReportOptions): unknown {
  return {
    severity: diagnostic.severity,
    code: diagnostic.code,
    summary: diagnostic.summary,
    detail: diagnostic.detail,
    ...(diagnostic.subject === undefined ? {} : { location: location(diagnostic.subject, options) }),
  };
}
