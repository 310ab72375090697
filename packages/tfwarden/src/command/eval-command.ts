import { realpathSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { parseExpression, type Range, referencesIn, renderValue, SourceFile } from '@tfwarden/hcl';
import { createFolders, type Evaluation, findRoots, openRoot } from '@tfwarden/terraform';
import { diskFileSystem } from '../node/disk-file-system.ts';
import { type Location, locate, toPosix } from '../node/locate.ts';
import { createColours } from '../report/colours.ts';
import { renderDiagnostics } from '../report/diagnostics-text.ts';
import { wantsColour } from './colour.ts';
import { EXIT_CODE } from './exit-code.ts';
import { plainReportOptions } from './report-options.ts';
import type { Invocation } from './run.ts';
import { environmentVariables, readVariables } from './scan-settings.ts';

/** `tfwarden eval '<expression>' [path]`: the value of an expression in a root module. */
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
  const fileSystem = diskFileSystem(location.boundary, location.paths);
  const variables = readVariables(invocation, location, []);
  if ('problem' in variables) return fail(variables.problem);

  const folders = createFolders(fileSystem);
  const directory = chooseRoot(findRoots(fileSystem, location.paths, { folders }).roots, location);
  if (directory.length !== 1 || directory[0] === undefined) {
    return fail(
      directory.length === 0
        ? `there is no configuration in \`${path}\``
        : `\`${path}\` holds ${directory.length} root modules; name one of them: ${directory.join(', ')}`,
    );
  }
  const evaluation = openRoot(fileSystem, directory[0], {
    folders,
    variables: { environment: environmentVariables(io.env), commandLine: variables },
    workspace: values.text('workspace') ?? 'default',
  });
  const { value, diagnostics } = evaluation.evaluateExpression(expression);
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error');
  io.stderr.write(renderDiagnostics(diagnostics, plainReportOptions(invocation, io.stderr)));
  if (errors.length > 0) return EXIT_CODE.failed;
  io.stdout.write(`${renderValue(value)}\n`);
  if (values.isOn('why')) io.stdout.write(renderReasons(expression, evaluation, invocation, location));
  if (value.kind === 'unknown') {
    for (const origin of value.waitsFor) io.stderr.write(`waits for ${origin.subject.address}${origin.path}\n`);
  }
  return EXIT_CODE.clean;
}

/** The folder itself when it holds configuration, called or not; else the roots below it. */
function chooseRoot(roots: readonly string[], location: Location): readonly string[] {
  return roots.includes(location.folder) ? [location.folder] : roots;
}

/** Where the variables, locals and modules of the expression get their values. */
function renderReasons(text: string, evaluation: Evaluation, invocation: Invocation, location: Location): string {
  const { io, values } = invocation;
  const colours = createColours(wantsColour(io.stdout, io.env, values.isOn('no-color')));
  const cwd = realpathSync(io.cwd);
  const place = (range: Range): string =>
    `${toPosix(relative(cwd, resolve(location.boundary, range.file.name)))}:${range.file.lineOf(range.start)}`;
  const { expression } = parseExpression(new SourceFile('<expression>', text));
  const lines: string[] = [];
  const seen = new Set<string>();
  for (const traversal of referencesIn(expression)) {
    const [step] = traversal.steps;
    if (step?.kind !== 'attributeStep') continue;
    const name = `${traversal.root.name}.${step.name}`;
    if (seen.has(name)) continue;
    seen.add(name);
    const named =
      traversal.root.name === 'var'
        ? evaluation.root.variables.get(step.name)
        : traversal.root.name === 'local'
          ? evaluation.root.locals.get(step.name)
          : undefined;
    if (named === undefined) continue;
    lines.push(`${colours.bold(name)} = ${renderValue(named.value)}`);
    lines.push(colours.dim(`  declared in ${place(named.declaration)}`));
    const { expression: source } = named;
    if (source !== undefined && traversal.root.name === 'var') lines.push(colours.dim(`  value from ${place(source)}`));
  }
  return lines.length === 0 ? '' : `\n${lines.join('\n')}\n`;
}
