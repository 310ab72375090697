import { realpathSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { SourceFile } from '@tfwarden/hcl';
import { diskFileSystem } from '../node/disk-file-system.ts';
import { locate, type Location, toPosix } from '../node/locate.ts';
import { writeWhole } from '../node/write-report.ts';
import { FORMATS, type Format, isForPeople } from '../report/format.ts';
import type { ReportOptions } from '../report/report-context.ts';
import { scan } from '../scan/scan.ts';
import { isIncomplete, type ScanResult } from '../scan/scan-result.ts';
import { VERSION } from '../version.ts';
import { createColours, wantsColour } from './colour.ts';
import { COMMANDS } from './command-table.ts';
import { EXIT_CODE } from './exit-code.ts';
import type { Io } from './io.ts';
import type { Invocation } from './run.ts';
import { readSettings } from './scan-settings.ts';
import { suggest } from './suggest.ts';

/** Cells of the terminal report where the width is not known, and at most. */
const DEFAULT_WIDTH = 100;

/** `tfwarden [path...]`: scans and reports. @returns the exit code */
export async function scanCommand(invocation: Invocation): Promise<number> {
  const { values, io } = invocation;
  const fail = (problem: string): number => {
    io.stderr.write(`tfwarden: ${problem}\n`);
    return EXIT_CODE.failed;
  };

  if (values.isOn('update')) {
    return fail('tfwarden does not update itself; use the package manager that installed it: `npm install tfwarden@latest`');
  }
  for (const flag of ['rego-policy-dir', 'rego-only', 'print-rego-input']) {
    if (values.isGiven(flag) && values.text(flag) !== 'false') {
      return fail(
        `\`--${flag}\`: Rego policies are not supported yet, and skipping them in silence would be worse. Write the policy as a custom check (*_tfchecks.yaml) or as a typed check; see docs/DIFFERENCES.md`,
      );
    }
  }

  const formats = chooseFormats(values.list('format'));
  const out = values.text('out');
  if (formats.length > 1 && out === undefined) {
    return fail('several formats need `--out FILE`: each is written to a file of its own');
  }

  const paths = invocation.positionals.length === 0 ? ['.'] : invocation.positionals;
  const located = locate(paths, io.cwd, values.text('boundary'));
  if ('problem' in located) return fail(`${located.problem}${commandHint(paths)}`);
  const [location, ...others] = located;
  if (location === undefined) return fail('there is nothing to scan');
  if (others.length > 0) {
    return fail(
      `the paths belong to ${located.length} different repositories; scan them one by one, or give a folder around them with \`--boundary\``,
    );
  }

  const prepared = await readSettings(invocation, location);
  if ('problem' in prepared) return fail(prepared.problem);
  const fileSystem = diskFileSystem(location.boundary);
  const result = await scan(fileSystem, location.paths, { settings: prepared.settings });

  const context = reportContext(invocation, location);
  const { renderDiagnostics } = await import('../report/diagnostics-text.ts');
  if (result.diagnostics.length > 0) {
    io.stderr.write(renderDiagnostics(result.diagnostics, context(io.stderr, 'lovely')));
  }
  for (const defect of result.defects) {
    io.stderr.write(
      `tfwarden: the check ${defect.ruleId} failed on ${defect.address}; this is a defect of the check: ${String(defect.error)}\n`,
    );
  }

  const problem = await writeReports(result, formats, out, io, context);
  if (problem !== undefined) return fail(problem);
  return exitCode(result, values.isOn('soft-fail'), values.isOn('ignore-hcl-errors'));
}

/** `lovely` when none is given; tfsec's word `default` means the same. */
function chooseFormats(names: readonly string[]): readonly Format[] {
  const chosen = names.length === 0 ? ['lovely'] : names;
  return chosen.map((name) => {
    const format = FORMATS.find((candidate) => candidate.name === name);
    if (format === undefined) throw new Error(`the table has no format ${name}`);
    return format;
  });
}

/** A person who mistypes a sub-command gives a path that does not exist. */
function commandHint(paths: readonly string[]): string {
  const [first = ''] = paths;
  if (first.includes('/') || first.includes('.')) return '';
  const names = COMMANDS.map((command) => command.name).filter((name) => name !== '');
  const nearest = suggest(first, names);
  return nearest === undefined ? '' : `; did you mean the command \`${nearest}\`?`;
}

type Context = (stream: Io['stdout'], format: string) => ReportOptions;

function reportContext(invocation: Invocation, location: Location): Context {
  const { values, io, positionals } = invocation;
  const cwd = realpathSync(io.cwd);
  // People get paths they can open from where they are; machines get what tfsec gives: relative to the scanned folder.
  const [only] = location.paths;
  const scanned = positionals.length <= 1 && only !== undefined ? resolve(location.boundary, only) : cwd;
  const names = new Map<string, string>();
  const relativeName = (base: string, file: SourceFile): string => {
    const key = `${base}\0${file.name}`;
    let name = names.get(key);
    if (name === undefined) {
      name = toPosix(relative(base, resolve(location.boundary, file.name)));
      names.set(key, name);
    }
    return name;
  };
  return (stream, format) => {
    const base = isForPeople(format) ? cwd : scanned;
    const hasColour = format !== 'text' && wantsColour(stream, io.env, values.isOn('no-color'));
    return {
      includePassed: values.isOn('include-passed'),
      includeIgnored: values.isOn('include-ignored'),
      includeUndetermined: values.isOn('undetermined'),
      noCode: values.isOn('no-code'),
      concise: values.isOn('concise-output'),
      compatibility: values.text('tfsec-compat') === '0.39' ? '0.39' : '1.28',
      version: VERSION,
      pathOf: (file) => relativeName(base, file),
      absolutePathOf: (file) => toPosix(resolve(location.boundary, file.name)),
      colours: createColours(hasColour),
      width: Math.min(stream.columns ?? DEFAULT_WIDTH, 120),
    };
  };
}

/** What a file gets: no colour, a fixed width. */
const FILE_STREAM: Io['stdout'] = { write: () => undefined, isTerminal: false, columns: undefined };

async function writeReports(
  result: ScanResult,
  formats: readonly Format[],
  out: string | undefined,
  io: Io,
  context: Context,
): Promise<string | undefined> {
  const written: string[] = [];
  for (const format of formats) {
    const render = await format.load();
    if (out === undefined) {
      io.stdout.write(render({ result, options: context(io.stdout, format.name) }));
      continue;
    }
    const text = render({ result, options: context(FILE_STREAM, format.name) });
    const path = formats.length > 1 ? `${out}${format.ending}` : out;
    const problem = writeWhole(path, io.cwd, text);
    if (problem !== undefined) return `the report could not be written to \`${path}\`: ${problem}`;
    written.push(path);
    // As tfsec: the report for people appears on the terminal too.
    if (isForPeople(format.name) && format.name !== 'text') {
      io.stdout.write(render({ result, options: context(io.stdout, format.name) }));
    }
  }
  if (written.length > 0) {
    io.stderr.write(`${written.length} file(s) written: ${written.join(', ')}\n`);
  }
  return undefined;
}

function exitCode(result: ScanResult, softFail: boolean, incompleteIsFine: boolean): number {
  const { counts } = result;
  if (counts.failed > 0 && !softFail) {
    return counts.failed === counts.bySeverity.LOW ? EXIT_CODE.lowFindings : EXIT_CODE.findings;
  }
  if (counts.failed === 0 && isIncomplete(result) && !incompleteIsFine) return EXIT_CODE.incomplete;
  return EXIT_CODE.clean;
}
