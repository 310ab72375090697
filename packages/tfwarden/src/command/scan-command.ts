import { createCollector } from '../node/collect-garbage.ts';
import { writeWhole } from '../node/write-report.ts';
import { renderDiagnostics } from '../report/diagnostics-text.ts';
import { FORMATS, type Format, isForPeople } from '../report/format.ts';
import { shownParts } from '../report/shown-parts.ts';
import { count } from '../report/text.ts';
import { scan } from '../scan/scan.ts';
import type { ScanResult } from '../scan/scan-result.ts';
import { suggest } from '../text/suggest.ts';
import { baselineScope } from './baseline-scope.ts';
import { EXIT_CODE } from './exit-code.ts';
import type { Io } from './io.ts';
import { loadCustomChecks } from './load-custom-checks.ts';
import { openBaseline } from './open-baseline.ts';
import { prepareScan } from './prepare-scan.ts';
import { createProgress } from './progress.ts';
import { plainReportOptions, type ReportOptionsFor, reportOptions } from './report-options.ts';
import type { Invocation } from './run.ts';
import { exitCodeOf, writeProblems } from './scan-outcome.ts';
import type { SettingsProblem } from './scan-settings.ts';
import { isForOneThread, threadsAskedFor } from './threads/choose-threads.ts';
import { scanThreads } from './threads/scan-threads.ts';
import { warnAboutIds } from './warn-about-ids.ts';

/** `tfwarden [path...]`: scans and reports. @returns the exit code */
export async function scanCommand(invocation: Invocation): Promise<number> {
  const { values, io } = invocation;
  const fail = (problem: string): number => {
    io.stderr.write(`tfwarden: ${problem}\n`);
    return EXIT_CODE.failed;
  };
  const failWith = (problem: SettingsProblem): number => {
    io.stderr.write(renderDiagnostics(problem.diagnostics, plainReportOptions(invocation, io.stderr)));
    return fail(problem.problem);
  };

  const refused = refusedFlag(invocation);
  if (refused !== undefined) return fail(refused);
  if (values.isOn('watch')) return (await import('./watch/watch-command.ts')).watchCommand(invocation);
  if (values.isOn('migrate-ignores')) {
    const paths = invocation.positionals.length === 0 ? ['.'] : invocation.positionals;
    return (await import('./ignores-command.ts')).migrate(invocation, paths, true);
  }
  const threads = threadsAskedFor(invocation);
  if (typeof threads === 'string') return fail(threads);
  const prepared = await prepareScan(invocation);
  if ('problem' in prepared) return failWith(prepared);
  const { location } = prepared;
  const { settings, config } = prepared;

  const formats = chooseFormats(values.list('format'), config.format ?? []);
  if ('problem' in formats) return fail(formats.problem);
  const out = values.text('out');
  if (formats.length > 1 && out === undefined) {
    return fail('several formats need `--out FILE`: each is written to a file of its own');
  }
  const statistics = values.isOn('run-statistics');
  if (
    statistics &&
    !formats.every((format) => isForPeople(format.name) || ['json', 'markdown'].includes(format.name))
  ) {
    return fail('`--run-statistics` writes a table, `--format json` or `--format markdown`');
  }
  const baseline = await openBaseline(invocation, prepared, location);
  if ('problem' in baseline) return failWith(baseline);
  const furtherChecks = await loadCustomChecks(invocation, location, config, settings.includePassed);
  if ('problem' in furtherChecks) return failWith(furtherChecks);

  const optionsFor = reportOptions(invocation, location, config);
  await warnAboutIds(
    invocation,
    prepared,
    furtherChecks.flatMap((further) => further.rules),
  );
  const collectGarbage = createCollector();
  const progress = createProgress(io, values.isOn('no-progress'));
  const needsFingerprints = [values.text('baseline'), values.text('write-baseline'), config.baseline].some(
    (file) => file !== undefined,
  );
  const shown = shownParts(formats, optionsFor(FILE_STREAM, 'text'), needsFingerprints);
  const shared = scanThreads(invocation, prepared.fileSystem, isForOneThread(invocation, config) ? 1 : threads, shown);
  let result = await scan(shared.fileSystem, location.paths, {
    settings,
    furtherChecks,
    onProgress(done, total, directory) {
      collectGarbage();
      progress.show(done, total, directory);
    },
    scanRoots: shared.scanRoots,
  });
  progress.end();
  result = await baseline.apply(result);

  await writeProblems(result, invocation, prepared, optionsFor);

  const newBaseline = values.text('write-baseline');
  if (newBaseline !== undefined) {
    const { writeBaseline } = await import('../scan/baseline.ts');
    const options = optionsFor(io.stderr, 'json');
    const scope = baselineScope(invocation, prepared, location, newBaseline, io.cwd);
    const text = writeBaseline(result, scope, (found) => options.pathOf(found.finding.range.file));
    const problem = writeWhole(newBaseline, io.cwd, text);
    if (problem !== undefined) return fail(`the baseline could not be written to \`${newBaseline}\`: ${problem}`);
    io.stderr.write(`tfwarden: ${count(result.counts.failed, 'finding')} written to the baseline ${newBaseline}\n`);
    return EXIT_CODE.clean;
  }
  if (statistics) {
    const { renderStatistics } = await import('../report/statistics.ts');
    io.stdout.write(await renderStatistics(result, formats[0]?.name ?? 'lovely'));
    return EXIT_CODE.clean;
  }
  const problem = await writeReports(result, formats, out, io, optionsFor);
  if (problem !== undefined) return fail(problem);
  return exitCodeOf(result, invocation, prepared);
}

/** Flags that are known, and whose promise cannot be kept. */
function refusedFlag({ values }: Invocation): string | undefined {
  if (values.isOn('update')) {
    return 'tfwarden does not update itself; use the package manager that installed it: `npm install tfwarden@latest`';
  }
  for (const flag of ['rego-policy-dir', 'rego-only', 'print-rego-input']) {
    if (values.isGiven(flag) && values.text(flag) !== 'false') {
      return `\`--${flag}\`: Rego policies are not supported yet, and leaving them out in silence would be worse. Write the policy as a custom check (*_tfchecks.yaml); see docs/DIFFERENCES.md`;
    }
  }
  return undefined;
}

/** `lovely` when none is given; tfsec's word `default` means the same. */
function chooseFormats(
  flags: readonly string[],
  fromFile: readonly string[],
): readonly Format[] | { readonly problem: string } {
  const names = flags.length > 0 ? flags : fromFile;
  const chosen: Format[] = [];
  for (const name of names.length === 0 ? ['lovely'] : names) {
    const format = FORMATS.find((candidate) => candidate.name === name.toLowerCase());
    if (format === undefined) {
      const nearest = suggest(
        name,
        FORMATS.map((candidate) => candidate.name),
      );
      return {
        problem: `there is no format \`${name}\`${nearest === undefined ? '' : `; did you mean \`${nearest}\`?`}`,
      };
    }
    chosen.push(format);
  }
  return chosen;
}

/** What a file gets: no colour, a fixed width. */
const FILE_STREAM: Io['stdout'] = { write: () => undefined, isTerminal: false, columns: undefined };

async function writeReports(
  result: ScanResult,
  formats: readonly Format[],
  out: string | undefined,
  io: Io,
  optionsFor: ReportOptionsFor,
): Promise<string | undefined> {
  const written: string[] = [];
  for (const format of formats) {
    const render = await format.load();
    if (out === undefined) {
      io.stdout.write(render({ result, options: optionsFor(io.stdout, format.name) }));
      continue;
    }
    // A file never has colour, whatever FORCE_COLOR says of the terminal.
    const text = render({ result, options: optionsFor(FILE_STREAM, isForPeople(format.name) ? 'text' : format.name) });
    const path = formats.length > 1 ? `${out}${format.ending}` : out;
    const problem = writeWhole(path, io.cwd, text);
    if (problem !== undefined) return `the report could not be written to \`${path}\`: ${problem}`;
    written.push(path);
    // As tfsec: the report for people appears on the terminal too.
    if (isForPeople(format.name) && format.name !== 'text') {
      io.stdout.write(render({ result, options: optionsFor(io.stdout, format.name) }));
    }
  }
  if (written.length > 0) io.stderr.write(`${written.length} file(s) written: ${written.join(', ')}\n`);
  return undefined;
}
