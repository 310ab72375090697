import type { Severity } from '@tfwarden/checks';
import { type Diagnostic, hostRange, type Range } from '@tfwarden/hcl';
import type {
  ArtifactLocation,
  CodeFlow,
  Location,
  Log,
  Notification,
  Region,
  ReportingDescriptor,
  Result,
  Suppression,
  ThreadFlowLocation,
} from 'sarif';
import { fingerprintsOf } from '../scan/fingerprint.ts';
import type { Rule } from '../scan/rule.ts';
import { describeSuppression, type ScanFinding, type Suppression as ScanSuppression } from '../scan/scan-finding.ts';
import { isIncomplete } from '../scan/scan-result.ts';
import { textEditsOf } from '../scan/text-edits-of.ts';
import { callsTo } from './module-calls.ts';
import { type ReportInput, type ReportOptions, shownFindings } from './report-context.ts';

const LEVEL = { CRITICAL: 'error', HIGH: 'error', MEDIUM: 'warning', LOW: 'note' } as const;

/** GitHub sorts alerts by this number: above 9 is critical, above 7 high, above 4 medium. */
const SECURITY_SEVERITY: Readonly<Record<Severity, string>> = {
  CRITICAL: '9.5',
  HIGH: '8.0',
  MEDIUM: '5.5',
  LOW: '2.0',
};

/** Evidence is cut at GitHub's limit of locations in one thread flow. */
const MAX_FLOW_LOCATIONS = 100;

/** SARIF 2.1.0. @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/ */
export function renderSarif(input: ReportInput): string {
  const { options, result } = input;
  const shown = shownFindings(input);
  const rules = [...new Map(shown.map((found) => [found.rule.id, found.rule])).values()].toSorted((a, b) =>
    a.id < b.id ? -1 : 1,
  );
  const ruleIndex = new Map(rules.map((rule, index) => [rule.id, index]));
  const fingerprints = fingerprintsOf(result.findings, result.files);
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'tfwarden',
            version: options.version,
            semanticVersion: options.version,
            informationUri: 'https://www.npmjs.com/package/tfwarden',
            rules: rules.map(ruleObject),
          },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: !isIncomplete(result),
            toolExecutionNotifications: result.diagnostics.map((diagnostic) => notification(diagnostic, options)),
          },
        ],
        results: shown.map((found) => resultObject(found, ruleIndex, fingerprints, options)),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function ruleObject(rule: Rule): ReportingDescriptor {
  const helpUri = rule.links[0];
  const links = rule.links.map((link) => `- [${link}](${link})`).join('\n');
  const text = [rule.why, `Impact: ${rule.impact}`, `Resolution: ${rule.resolution}`, ...rule.links].filter(
    (line) => line !== '',
  );
  return {
    id: rule.id,
    name: pascalCase(rule.shortCode),
    shortDescription: { text: rule.title },
    fullDescription: { text: rule.why === '' ? rule.title : rule.why },
    help: {
      text: text.join('\n'),
      markdown: `${rule.why}\n\n**Impact:** ${rule.impact}\n\n**Resolution:** ${rule.resolution}\n\n${links}`.trim(),
    },
    ...(helpUri === undefined ? {} : { helpUri }),
    defaultConfiguration: { level: LEVEL[rule.severity] },
    properties: {
      tags: ['security', 'terraform', rule.provider, `${rule.provider}/${rule.service}`],
      precision: 'high',
      'problem.severity': LEVEL[rule.severity] === 'note' ? 'recommendation' : LEVEL[rule.severity],
      'security-severity': SECURITY_SEVERITY[rule.severity],
      aliases: rule.aliases,
    },
  };
}

function resultObject(
  found: ScanFinding,
  ruleIndex: ReadonlyMap<string, number>,
  fingerprints: ReadonlyMap<ScanFinding, string>,
  options: ReportOptions,
): Result {
  const { finding, rule } = found;
  const labels = found.status === 'passed' ? [] : finding.labels();
  const flow = found.status === 'failed' || found.status === 'undetermined' ? codeFlow(found, options) : undefined;
  const related = [
    ...labels.map((label) => ({ ...location(label.range, options), message: { text: label.text } })),
    ...callsTo(finding.module).calls.map(({ address, range }) => ({
      ...location(range, options),
      message: { text: `${address} is called here` },
    })),
  ].map((item, index) => ({ id: index + 1, ...item }));
  return {
    ruleId: rule.id,
    ruleIndex: ruleIndex.get(rule.id) ?? -1,
    ...kindAndLevel(found),
    message: { text: finding.message },
    locations: [
      {
        ...location(finding.range, options),
        logicalLocations: [...new Set(found.instances.map((instance) => instance.address))].map((address) => ({
          fullyQualifiedName: address,
          kind: 'resource',
        })),
      },
    ],
    ...(related.length === 0 ? {} : { relatedLocations: related }),
    ...(flow === undefined ? {} : { codeFlows: [flow] }),
    ...fixesOf(found, options),
    partialFingerprints: { 'tfwarden/v1': fingerprints.get(found) ?? '' },
    ...(found.suppression === undefined ? {} : { suppressions: [suppression(found.suppression, options)] }),
    properties: { severity: found.severity, 'security-severity': SECURITY_SEVERITY[found.severity] },
  };
}

/** The edits of a fix that is safe to make unseen. */
function fixesOf(found: ScanFinding, options: ReportOptions): Pick<Result, 'fixes'> {
  const { fix } = found.finding;
  if (found.status !== 'failed' || fix === undefined || fix.caution !== undefined) return {};
  const edits = textEditsOf(fix) ?? [];
  const [first] = edits;
  if (first === undefined || edits.some((edit) => edit.file !== first.file)) return {};
  const { artifactLocation } = physicalLocation(first, options);
  return {
    fixes: [
      {
        description: { text: found.rule.resolution },
        artifactChanges: [
          {
            artifactLocation,
            replacements: edits.map((edit) => ({
              deletedRegion: physicalLocation(edit, options).region,
              insertedContent: { text: edit.text },
            })),
          },
        ],
      },
    ],
  };
}

function kindAndLevel(found: ScanFinding): Pick<Result, 'kind' | 'level'> {
  switch (found.status) {
    case 'failed':
    case 'ignored':
      return { kind: 'fail', level: LEVEL[found.severity] };
    case 'passed':
      return { kind: 'pass', level: 'none' };
    case 'undetermined':
      return { kind: 'open', level: 'none' };
  }
}

function suppression(why: ScanSuppression, options: ReportOptions): Suppression {
  const justification = describeSuppression(why, (file) => options.pathOf(file));
  if (why.kind !== 'comment') return { kind: 'external', status: 'accepted', justification };
  const { directive } = why;
  return {
    kind: 'inSource',
    status: 'accepted',
    justification: directive.reason === '' ? justification : directive.reason,
    location: location(directive.range, options),
  };
}

/** The chain of the value from its source to the place, when there is one. */
function codeFlow(found: ScanFinding, options: ReportOptions): CodeFlow | undefined {
  const hops = found.finding.evidence();
  const places: ThreadFlowLocation[] = [];
  for (const hop of hops.slice(0, MAX_FLOW_LOCATIONS).toReversed()) {
    if (hop.range === undefined) continue;
    places.push({ location: { ...location(hop.range, options), message: { text: hop.name } } });
  }
  return places.length < 2 ? undefined : { threadFlows: [{ locations: places }] };
}

function notification(diagnostic: Diagnostic, options: ReportOptions): Notification {
  return {
    level: diagnostic.severity,
    descriptor: { id: diagnostic.code },
    message: { text: `${diagnostic.summary}: ${diagnostic.detail}` },
    ...(diagnostic.subject === undefined ? {} : { locations: [location(diagnostic.subject, options)] }),
  };
}

function location(range: Range, options: ReportOptions): Location {
  return { physicalLocation: physicalLocation(range, options) };
}

function physicalLocation(
  given: Range,
  options: ReportOptions,
): { readonly artifactLocation: ArtifactLocation; readonly region: Region } {
  const range = hostRange(given);
  const { file } = range;
  const startLine = file.lineOf(range.start);
  const end = Math.max(range.start, range.end);
  const endLine = file.lineOf(end);
  return {
    artifactLocation: { uri: encodeURI(options.pathOf(file)).replaceAll('#', '%23').replaceAll('?', '%3F') },
    region: {
      startLine,
      startColumn: range.start - file.lineStart(startLine) + 1,
      endLine,
      endColumn: end - file.lineStart(endLine) + 1,
    },
  };
}

/** `enable-recovery` as SARIF names rules: `EnableRecovery`. */
function pascalCase(code: string): string {
  return code
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
