import { realpathSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import type { Diagnostic } from '@tfwarden/hcl';
import type { CustomCheck } from '../custom/check-schema.ts';
import { customChecks } from '../custom/custom-checks.ts';
import { readCustomChecks } from '../custom/read-custom-checks.ts';
import { diskFileSystem } from '../node/disk-file-system.ts';
import { readTextFile } from '../node/walk-files.ts';
import { count } from '../report/text.ts';
import { scan } from '../scan/scan.ts';
import type { ScanFinding } from '../scan/scan-finding.ts';
import { DEFAULT_SETTINGS } from '../scan/settings.ts';
import { suggest } from '../text/suggest.ts';
import { EXIT_CODE } from './exit-code.ts';
import { plainReportOptions } from './report-options.ts';
import type { Invocation } from './run.ts';

/** `tfwarden custom validate FILE...` and `tfwarden custom test FILE --pass PATH --fail PATH`. */
export async function customCommand(invocation: Invocation): Promise<number> {
  const { io, positionals } = invocation;
  const [action = '', ...files] = positionals;
  if (action !== 'validate' && action !== 'test') {
    const nearest = suggest(action, ['validate', 'test']);
    io.stderr.write(
      `tfwarden: expected \`custom validate\` or \`custom test\`, found \`${action}\`${nearest === undefined ? '' : `; did you mean \`${nearest}\`?`}\n`,
    );
    return EXIT_CODE.failed;
  }
  if (files.length === 0) {
    io.stderr.write(`tfwarden: expected \`tfwarden custom ${action} FILE\`\n`);
    return EXIT_CODE.failed;
  }

  const isTyped = files.some((file) => /\.m?[tj]s$/.test(file));
  if (isTyped) return testTyped(invocation, files);

  const checks: CustomCheck[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const file of files) {
    const read = readTextFile(resolve(io.cwd, file));
    if ('problem' in read) {
      io.stderr.write(`tfwarden: \`${file}\` cannot be read: ${read.problem}\n`);
      return EXIT_CODE.failed;
    }
    const found = await readCustomChecks(file, read.text);
    if ('checks' in found) checks.push(...found.checks);
    else diagnostics.push(...found.diagnostics);
  }
  if (diagnostics.length > 0) {
    const { renderDiagnostics } = await import('../report/diagnostics-text.ts');
    io.stderr.write(renderDiagnostics(diagnostics, plainReportOptions(invocation, io.stderr)));
    io.stderr.write(`tfwarden: ${count(diagnostics.length, 'mistake')} in the custom checks\n`);
    return EXIT_CODE.failed;
  }
  if (action === 'validate') {
    io.stdout.write(`Config is valid: ${count(checks.length, 'check')}.\n`);
    return EXIT_CODE.clean;
  }
  return testChecks(invocation, checks);
}

/** The examples of typed checks are their tests; naming a file here is leave to run it. */
async function testTyped(invocation: Invocation, files: readonly string[]): Promise<number> {
  const { io } = invocation;
  const { loadTypedFile } = await import('../node/load-typed-checks.ts');
  const { testExamples } = await import('../custom/typed-checks.ts');
  let wrong = 0;
  let examples = 0;
  for (const file of files) {
    const loaded = await loadTypedFile(resolve(io.cwd, file), io.cwd);
    if ('problem' in loaded) {
      io.stderr.write(`tfwarden: ${loaded.problem}\n`);
      return EXIT_CODE.failed;
    }
    for (const { check } of loaded) {
      const problems = testExamples(check);
      wrong += problems.length;
      examples += check.examples.length + check.good.length;
      io.stdout.write(`${problems.length === 0 ? 'ok  ' : 'FAIL'} ${check.id}\n`);
      for (const { example, problem } of problems) io.stdout.write(`       ${example}: ${problem}\n`);
    }
  }
  io.stdout.write(`${count(examples, 'example')}, ${wrong} wrong.\n`);
  return wrong > 0 ? EXIT_CODE.findings : EXIT_CODE.clean;
}

async function testChecks(invocation: Invocation, checks: readonly CustomCheck[]): Promise<number> {
  const { io, values } = invocation;
  const expectations = [
    ...values.list('pass').map((path) => ({ path, shouldFail: false })),
    ...values.list('fail').map((path) => ({ path, shouldFail: true })),
  ];
  if (expectations.length === 0) {
    io.stderr.write('tfwarden: `custom test` needs examples: `--pass PATH`, `--fail PATH`\n');
    return EXIT_CODE.failed;
  }
  let wrong = 0;
  for (const { path, shouldFail } of expectations) {
    const found = await findingsIn(resolve(io.cwd, path), checks);
    if (found === undefined) {
      io.stderr.write(`tfwarden: there is no file or folder \`${path}\`\n`);
      return EXIT_CODE.failed;
    }
    const isRight = shouldFail ? found.length > 0 : found.length === 0;
    if (!isRight) wrong++;
    io.stdout.write(
      `${isRight ? 'ok  ' : 'FAIL'} ${path}: expected ${shouldFail ? 'a finding' : 'no finding'}, found ${found.length}\n`,
    );
    if (isRight) continue;
    for (const { finding, rule } of found) {
      const line = finding.range.file.lineOf(finding.range.start);
      io.stdout.write(`       ${finding.range.file.name}:${line} ${rule.id}: ${finding.message}\n`);
    }
  }
  io.stdout.write(`${count(expectations.length, 'example')}, ${wrong} wrong.\n`);
  return wrong > 0 ? EXIT_CODE.findings : EXIT_CODE.clean;
}

/** Failures of the custom checks alone; a file stands for itself, so that examples can lie side by side. */
async function findingsIn(path: string, checks: readonly CustomCheck[]): Promise<readonly ScanFinding[] | undefined> {
  let real: string;
  let isFolder: boolean;
  try {
    real = realpathSync(path);
    isFolder = statSync(real).isDirectory();
  } catch {
    return undefined;
  }
  const folder = isFolder ? real : dirname(real);
  const disk = diskFileSystem(folder);
  const own = basename(real);
  const fileSystem = isFolder
    ? disk
    : {
        ...disk,
        list: (directory: string) => {
          const entries = disk.list(directory);
          return 'problem' in entries ? entries : entries.filter((entry) => entry.name === own);
        },
      };
  const further = customChecks(checks, false);
  const result = await scan(fileSystem, ['.'], { settings: DEFAULT_SETTINGS, furtherChecks: [further] });
  const ids = new Set(further.rules.map((rule) => rule.id));
  return result.findings.filter((found) => found.status === 'failed' && ids.has(found.rule.id));
}
