import { consoleTypeString, type Diagnostic, hasErrors, renderValue, typeOf } from '@tfwarden/hcl';
import { createFolders, type Evaluation, type ExpressionResult, findRoots, openRoot } from '@tfwarden/terraform';
import { diskFileSystem } from '../node/disk-file-system.ts';
import { type Location, locate } from '../node/locate.ts';
import { describeHop } from '../report/chain.ts';
import { renderDiagnostics } from '../report/diagnostics-text.ts';
import type { ReportOptions } from '../report/report-context.ts';
import { hideFromWalk } from '../scan/hide-from-walk.ts';
import { tolerateNewerSyntax } from '../scan/newer-syntax.ts';
import { findModule, findTarget } from './eval-target.ts';
import { EXIT_CODE } from './exit-code.ts';
import { plainReportOptions, reportOptions } from './report-options.ts';
import type { Invocation } from './run.ts';
import { readSettings } from './scan-settings.ts';

/** `tfwarden eval '<expression>' [path]`: the value of an expression in a root module, or in a module below it. */
export async function evalCommand(invocation: Invocation): Promise<number> {
  const { io, values, positionals } = invocation;
  const [expression = '', path = '.'] = positionals;
  const fail = (problem: string): number => {
    io.stderr.write(`tfwarden: ${problem}\n`);
    return EXIT_CODE.failed;
  };
  const located = locate([path], io.cwd, values.text('boundary'));
  if ('problem' in located) return fail(located.problem);
  const [location] = located;
  if (location === undefined) return fail('there is nothing to read');
  const disk = diskFileSystem(location.boundary, location.paths);
  const prepared = await readSettings(invocation, location, disk);
  if ('problem' in prepared) {
    io.stderr.write(renderDiagnostics(prepared.diagnostics, plainReportOptions(invocation, io.stderr)));
    return fail(prepared.problem);
  }
  const { settings } = prepared;
  const fileSystem = hideFromWalk(disk, settings);

  const folders = createFolders(fileSystem);
  const directory = chooseRoot(findRoots(fileSystem, location.paths, { folders }).roots, location);
  if (directory.length !== 1 || directory[0] === undefined) {
    return fail(
      directory.length === 0
        ? `there is no configuration in \`${path}\``
        : `\`${path}\` holds ${directory.length} root modules; name one of them: ${directory.join(', ')}`,
    );
  }
  const { variables, workspace, dataSources } = settings;
  const evaluation = openRoot(fileSystem, directory[0], { folders, variables, workspace, dataSources });
  const module = findModule(values.text('module') ?? '', evaluation.root);
  if ('problem' in module) return fail(module.problem);
  const target = findTarget(expression, module);
  if ('problem' in target) return fail(target.problem);
  const result = evaluation.evaluateExpression(target.text, target.module);
  const { value } = result;
  io.stderr.write(renderDiagnostics(problems(result, evaluation), optionsFor(invocation, location, io.stderr)));
  if (hasErrors(result.diagnostics)) return EXIT_CODE.failed;

  io.stdout.write(`${target.isType ? consoleTypeString(typeOf(value)) : renderValue(value)}\n`);
  if (values.isOn('why')) {
    io.stdout.write(renderReasons(result, optionsFor(invocation, location, io.stdout)));
  } else {
    for (const input of inputsOf(result)) io.stderr.write(`waits for ${input}\n`);
  }
  return EXIT_CODE.clean;
}

/** The folder itself when it holds configuration, called or not; else the roots below it. */
function chooseRoot(roots: readonly string[], location: Location): readonly string[] {
  return roots.includes(location.folder) ? [location.folder] : roots;
}

/** What is wrong with the expression, and the errors of the configuration that were met on the way to its value. */
function problems({ diagnostics }: ExpressionResult, evaluation: Evaluation): readonly Diagnostic[] {
  const files = new Map(evaluation.files().map((file) => [file.file, file]));
  const met = evaluation
    .diagnostics()
    .map((diagnostic) => tolerateNewerSyntax(diagnostic, files))
    .filter(({ severity }) => severity === 'error');
  return [...met, ...diagnostics.map(sayThatTypeStandsAlone)];
}

/** Terraform's words. */
function sayThatTypeStandsAlone(diagnostic: Diagnostic): Diagnostic {
  const { summary, subject } = diagnostic;
  const isType = summary === 'Call to unknown function' && subject?.file.text.startsWith('type', subject.start);
  if (isType !== true || subject === undefined || subject.end - subject.start !== 'type'.length) return diagnostic;
  const detail = 'The console-only "type" function cannot be used as part of an expression.';
  return { ...diagnostic, summary: 'Invalid use of type function', detail };
}

function optionsFor(invocation: Invocation, location: Location, stream: Invocation['io']['stdout']): ReportOptions {
  const options = reportOptions(invocation, location, {})(stream, 'lovely');
  // The expression itself is in no file.
  return { ...options, pathOf: (file) => (file.name.startsWith('<') ? file.name : options.pathOf(file)) };
}

/** The places that the value came through, and what it waits for. */
function renderReasons(result: ExpressionResult, options: ReportOptions): string {
  const { colours } = options;
  const lines = result.explain().map((hop) => `${colours.dim('from:')}  ${describeHop(hop, options)}`);
  const inputs = inputsOf(result);
  if (inputs.length > 0) lines.push(`${colours.bold('needs:')} ${inputs.join(', ')}`);
  return lines.length === 0 ? '' : `\n${lines.join('\n')}\n`;
}

function inputsOf({ waitsFor }: ExpressionResult): readonly string[] {
  return [...new Set(waitsFor.map(({ subject, path }) => `${subject.address}${path}`))];
}
