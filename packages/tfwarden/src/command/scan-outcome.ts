import { renderDiagnostics } from '../report/diagnostics-text.ts';
import { isIncomplete, type ScanResult } from '../scan/scan-result.ts';
import { EXIT_CODE } from './exit-code.ts';
import type { PreparedScan } from './prepare-scan.ts';
import type { ReportOptionsFor } from './report-options.ts';
import type { Invocation } from './run.ts';
import { Merged } from './scan-settings.ts';

/** Writes to stderr what went wrong in a scan: problems of the configuration, defects, and that there was nothing to scan. */
export async function writeProblems(
  result: ScanResult,
  invocation: Invocation,
  { location, settings, paths }: PreparedScan,
  optionsFor: ReportOptionsFor,
): Promise<void> {
  const { values, io } = invocation;
  if (values.isOn('debug')) io.stderr.write((await import('./debug-text.ts')).renderDebug(result, location, settings));
  if (result.search.folders.length === 0) {
    io.stderr.write(
      `tfwarden: there is no Terraform or OpenTofu configuration in ${paths.map((path) => `\`${path}\``).join(', ')}\n`,
    );
  }
  if (result.diagnostics.length > 0) {
    io.stderr.write(renderDiagnostics(result.diagnostics, optionsFor(io.stderr, 'lovely')));
  }
  writeDefects(result, invocation);
}

/** Writes to stderr which checks and roots failed by a fault of ours. */
export function writeDefects(result: ScanResult, { values, io }: Invocation): void {
  for (const defect of result.defects) {
    const who = defect.ruleId === undefined ? 'the evaluation of the root' : `the check ${defect.ruleId} on`;
    io.stderr.write(
      `tfwarden: ${who} ${defect.address} failed; this is a defect of tfwarden: ${String(defect.error)}\n`,
    );
    if (values.isOn('debug') && defect.error instanceof Error) io.stderr.write(`${defect.error.stack ?? ''}\n`);
  }
}

/** What the process answers with after a scan. */
export function exitCodeOf(
  result: ScanResult,
  { values }: Invocation,
  { config, missing }: Pick<PreparedScan, 'config' | 'missing'>,
): number {
  const merged = new Merged(values);
  const code = codeOfFindings(
    result,
    merged.isOn('soft-fail', config.soft_fail),
    merged.isOn('ignore-hcl-errors', config.ignore_hcl_errors),
  );
  // Findings weigh more; without any, a path that could not be scanned must not look like a clean run.
  return missing.length > 0 && (code === EXIT_CODE.clean || code === EXIT_CODE.incomplete) ? EXIT_CODE.failed : code;
}

function codeOfFindings(result: ScanResult, softFail: boolean, incompleteIsFine: boolean): number {
  const { counts } = result;
  if (counts.failed > 0 && !softFail) {
    return counts.failed === counts.bySeverity.LOW ? EXIT_CODE.lowFindings : EXIT_CODE.findings;
  }
  // As in tfsec `--soft-fail` is about findings only: what could not be scanned still counts.
  if (isIncomplete(result) && !incompleteIsFine) return EXIT_CODE.incomplete;
  return EXIT_CODE.clean;
}
