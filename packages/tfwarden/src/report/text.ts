import type { Severity } from '@tfwarden/checks';
import { rootOf } from '../scan/merge.ts';
import { describeSuppression, type ScanFinding, type ShownFinding } from '../scan/scan-finding.ts';
import { isIncomplete, type ScanResult } from '../scan/scan-result.ts';
import { describeHop } from './chain.ts';
import { type CodeFrame, renderCodeFrame } from './code-frame.ts';
import { callsTo } from './module-calls.ts';
import { type ReportInput, type ReportOptions, shownFindings } from './report-context.ts';
import { visibleLabels } from './visible-labels.ts';
import { wrapText } from './wrap-text.ts';

/** Instances that are named; the rest is counted. */
const MAX_INSTANCES = 5;

/** Skipped files that are named; the rest is counted. */
const MAX_SKIPPED = 5;

/** The default report, for people: findings by file with code frames, then one line that sums up. */
export function renderText(input: ReportInput): string {
  const { options } = input;
  const lines: string[] = [];
  for (const found of shownFindings(input)) lines.push(...renderFinding(found, options), '');
  lines.push(...renderSummary(input.result, options));
  return `${lines.join('\n')}\n`;
}

function renderFinding(found: ScanFinding, options: ReportOptions): readonly string[] {
  const { colours } = options;
  const { rule, finding } = found;
  const paint = severityColour(found.severity, options);
  const lines: string[] = [];
  if (found.status === 'passed') {
    const { line } = finding.range.file.position(finding.range.start);
    const place = colours.dim(`${options.pathOf(finding.range.file)}:${line}`);
    return [`${headline(found, options)} ${finding.address} ${place}`];
  }
  lines.push(`${headline(found, options)} ${colours.bold(withCode(finding.message, options))}`);
  if (options.noCode || options.concise) {
    const { line, column } = finding.range.file.position(finding.range.start);
    lines.push(`  ${colours.blue('-->')} ${options.pathOf(finding.range.file)}:${line}:${column}`);
  } else {
    const frame: CodeFrame = { primary: finding.range, labels: visibleLabels(finding) };
    lines.push(...renderCodeFrame(frame, options, paint));
  }
  const note = (name: string, text: string): void => {
    lines.push(...hanging(colours.bold(`${name}:`), name.length + 1, text, options));
  };
  const { calls, leftOut } = callsTo(finding.module);
  for (const { address, range } of calls) {
    note('via', `${address}, called in ${options.pathOf(range.file)}:${range.file.lineOf(range.start)}`);
  }
  if (leftOut > 0) note('via', count(leftOut, 'further call'));
  if (options.explain) for (const hop of finding.evidence()) note('from', describeHop(hop, options));
  if (found.instances.length > 1) {
    note('in', `${found.instances.length} instances`);
    for (const name of instanceNames(found.instances, options)) lines.push(`      ${name}`);
  }
  if (found.status === 'undetermined' && finding.waitsFor.length > 0) {
    const names = finding.waitsFor.map((origin) => `\`${origin.subject.address}${origin.path}\``);
    note('needs', [...new Set(names)].join(', '));
  }
  if (found.suppression !== undefined) {
    note(
      'off',
      describeSuppression(found.suppression, (file) => options.pathOf(file)),
    );
    return lines;
  }
  if (options.concise) return lines;
  if (rule.why !== '') note('why', firstSentence(rule.why));
  if (rule.resolution !== '') note('do', withCode(rule.resolution, options));
  if (finding.fix !== undefined && found.status === 'failed') note('fix', `tfwarden fix --only ${rule.id}`);
  if (rule.check !== undefined) {
    const was = rule.legacyIds.length === 0 ? '' : `      (was ${rule.legacyIds.join(', ')})`;
    lines.push(` ${colours.bold('more:')} tfwarden explain ${rule.id}${colours.dim(was)}`);
  } else if (rule.links.length > 0) {
    note('more', rule.links.join(' '));
  }
  return lines;
}

function headline(found: ScanFinding, options: ReportOptions): string {
  const paint = severityColour(found.severity, options);
  const { colours } = options;
  switch (found.status) {
    case 'failed':
      return `${paint(`${found.severity}[${found.rule.id}]`)}${colours.bold(':')}`;
    case 'passed':
      return `${colours.green(`PASSED[${found.rule.id}]`)}:`;
    case 'ignored':
      return `${colours.dim(`IGNORED (${found.severity})[${found.rule.id}]`)}:`;
    case 'undetermined':
      return `${colours.magenta(`UNDETERMINED (${found.severity})[${found.rule.id}]`)}:`;
  }
}

export function severityColour(severity: Severity, options: ReportOptions): (text: string) => string {
  const { colours } = options;
  switch (severity) {
    case 'CRITICAL':
      return (text) => colours.bold(colours.red(text));
    case 'HIGH':
      return colours.red;
    case 'MEDIUM':
      return colours.yellow;
    case 'LOW':
      return colours.blue;
  }
}

/** The code between backticks keeps them without colour, and is painted with it. */
function withCode(text: string, options: ReportOptions): string {
  if (!options.colours.isColorSupported) return text;
  return text.replaceAll(/`[^`]*`/g, (code) => options.colours.cyan(code.slice(1, -1)));
}

function firstSentence(text: string): string {
  const end = text.search(/[.](?:\s|$)/);
  return end === -1 ? text : text.slice(0, end + 1);
}

/** Addresses of instances, with their root where there are several; many are counted. */
export function instanceNames(
  instances: readonly ShownFinding[],
  options: ReportOptions,
  most: number = MAX_INSTANCES,
): readonly string[] {
  const roots = new Set(instances.map((instance) => rootOf(instance.module).directory));
  const names = instances.map((instance) =>
    roots.size > 1
      ? `${instance.address} (root ${options.nameOf(rootOf(instance.module).directory)})`
      : instance.address,
  );
  const rest = names.length - most;
  return rest > 0 ? [...names.slice(0, most), `and ${rest} more`] : names;
}

function hanging(head: string, headWidth: number, text: string, options: ReportOptions): readonly string[] {
  const indent = Math.max(5, headWidth + 1);
  const [first = '', ...rest] = wrapText(text, Math.max(40, options.width - indent - 1));
  return [
    ` ${head}${' '.repeat(indent - headWidth)}${first}`,
    ...rest.map((line) => `${' '.repeat(indent + 1)}${line}`),
  ];
}

function renderSummary(result: ScanResult, options: ReportOptions): readonly string[] {
  const { counts } = result;
  const { colours } = options;
  const lines: string[] = [];
  if (counts.failed === 0) {
    lines.push(
      colours.green(
        colours.bold(isIncomplete(result) ? 'No problems detected in what could be read.' : 'No problems detected.'),
      ),
    );
  } else {
    const parts = (['CRITICAL', 'HIGH', 'MEDIUM', 'LOW'] as const)
      .filter((severity) => counts.bySeverity[severity] > 0)
      .map((severity) => severityColour(severity, options)(`${counts.bySeverity[severity]} ${severity.toLowerCase()}`));
    lines.push(`${colours.bold(count(counts.failed, 'finding'))}: ${parts.join(', ')}.`);
  }
  if (options.concise) return lines;
  lines.push(
    colours.dim(
      `Scanned ${count(counts.roots, 'root')}, ${count(counts.modules, 'module')}, ${count(counts.resources, 'resource')}, ${count(counts.files, 'file')}.`,
    ),
  );
  if (counts.undetermined > 0 && !options.includeUndetermined) {
    lines.push(
      colours.dim(`${count(counts.undetermined, 'result')} cannot be decided before apply; see --undetermined.`),
    );
  }
  if (counts.ignored > 0 && !options.includeIgnored) {
    lines.push(colours.dim(`${count(counts.ignored, 'finding')} ignored; see --include-ignored.`));
  }
  if (counts.passed > 0) lines.push(colours.dim(`${counts.passed} passed.`));
  // Folders that Terraform does not look into either are no news.
  const skipped = result.skipped.filter((file) => !/(?:^|\/)(?:\.[^/]*|node_modules)$/.test(file.path));
  for (const file of skipped.slice(0, MAX_SKIPPED))
    lines.push(colours.dim(`Skipped ${options.nameOf(file.path)}: ${file.reason}.`));
  if (skipped.length > MAX_SKIPPED) {
    lines.push(colours.dim(`Skipped ${skipped.length - MAX_SKIPPED} more; the json report lists all.`));
  }
  if (isIncomplete(result)) {
    lines.push(colours.yellow('The scan is incomplete: the problems are listed on stderr.'));
  }
  return lines;
}

export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
