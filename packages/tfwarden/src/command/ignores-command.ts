import { realpathSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { renderDiff } from '@tfwarden/hcl';
import { createCatalogueMatcher } from '../identity/catalogue-matcher.ts';
import { auditIgnores } from '../ignore/audit.ts';
import { migrateIgnores } from '../ignore/migrate.ts';
import { diskFileSystem } from '../node/disk-file-system.ts';
import { locate, toPosix } from '../node/locate.ts';
import { readTextFile, replaceTextFile, walkFiles } from '../node/walk-files.ts';
import { createColours } from '../report/colours.ts';
import { renderDiagnostics } from '../report/diagnostics-text.ts';
import { count } from '../report/text.ts';
import { compareText } from '../scan/order.ts';
import { scan } from '../scan/scan.ts';
import { suggest } from '../text/suggest.ts';
import { wantsColour } from './colour.ts';
import { EXIT_CODE } from './exit-code.ts';
import { loadCustomChecks } from './load-custom-checks.ts';
import { plainReportOptions } from './report-options.ts';
import type { Invocation } from './run.ts';
import { readSettings } from './scan-settings.ts';

const ENDINGS: readonly string[] = ['.tf', '.tofu'];

/** `tfwarden ignores audit|migrate [path...]`. */
export async function ignoresCommand(invocation: Invocation): Promise<number> {
  const [action = '', ...paths] = invocation.positionals;
  switch (action) {
    case 'audit':
      return audit(invocation, paths.length === 0 ? ['.'] : paths);
    case 'migrate':
      return migrate(invocation, paths.length === 0 ? ['.'] : paths, invocation.values.isOn('write'));
    default: {
      const nearest = suggest(action, ['audit', 'migrate']);
      const hint = nearest === undefined ? '' : `; did you mean \`${nearest}\`?`;
      invocation.io.stderr.write(
        `tfwarden: expected \`ignores audit\` or \`ignores migrate\`, found \`${action}\`${hint}\n`,
      );
      return EXIT_CODE.failed;
    }
  }
}

/** Exit code 1 when a comment is unused, expired or unknown; a missing reason alone is 0. */
async function audit(invocation: Invocation, paths: readonly string[]): Promise<number> {
  const { io, values } = invocation;
  const located = locate(paths, io.cwd, values.text('boundary'));
  if ('problem' in located) {
    io.stderr.write(`tfwarden: ${located.problem}\n`);
    return EXIT_CODE.failed;
  }
  const colours = createColours(wantsColour(io.stdout, io.env, values.isOn('no-color')));
  const cwd = realpathSync(io.cwd);
  let stale = 0;
  let total = 0;
  for (const location of located) {
    const fileSystem = diskFileSystem(location.boundary, location.paths);
    const prepared = await readSettings(invocation, location, fileSystem);
    if ('problem' in prepared) {
      io.stderr.write(`tfwarden: ${prepared.problem}\n`);
      return EXIT_CODE.failed;
    }
    const furtherChecks = await loadCustomChecks(invocation, location, prepared.config, false);
    if ('problem' in furtherChecks) {
      io.stderr.write(renderDiagnostics(furtherChecks.diagnostics, plainReportOptions(invocation, io.stderr)));
      io.stderr.write(`tfwarden: ${furtherChecks.problem}\n`);
      return EXIT_CODE.failed;
    }
    const matcher = createCatalogueMatcher(furtherChecks.flatMap((further) => further.rules));
    const result = await scan(fileSystem, location.paths, {
      settings: { ...prepared.settings, allChecks: true },
      furtherChecks,
    });
    total += result.ignores.length;
    const entries = auditIgnores(result.ignores, matcher).toSorted(
      (a, b) =>
        compareText(a.directive.range.file.name, b.directive.range.file.name) ||
        a.directive.range.start - b.directive.range.start,
    );
    for (const entry of entries) {
      const { file, start, end } = entry.directive.range;
      if (entry.kind !== 'no-reason') stale++;
      const place = `${toPosix(relative(cwd, resolve(location.boundary, file.name)))}:${file.lineOf(start)}`;
      const kind = entry.kind === 'no-reason' ? colours.dim('no reason') : colours.yellow(entry.kind);
      io.stdout.write(`${place}: ${kind}: ${colours.bold(file.text.slice(start, end))}: ${entry.text}\n`);
    }
  }
  io.stdout.write(`${count(total, 'ignore')}, ${stale} of them unused, expired or unknown.\n`);
  return stale > 0 ? EXIT_CODE.findings : EXIT_CODE.clean;
}

/** Shows the new ids as a diff; writes them when asked to. Exit code 0 also when there is something to do. */
export async function migrate(invocation: Invocation, paths: readonly string[], write: boolean): Promise<number> {
  const { io } = invocation;
  const matcher = createCatalogueMatcher();
  const cwd = realpathSync(io.cwd);
  let ids = 0;
  let files = 0;
  for (const path of paths) {
    let folder: string;
    try {
      folder = realpathSync(resolve(io.cwd, path));
    } catch {
      io.stderr.write(`tfwarden: there is no file or folder \`${path}\`\n`);
      return EXIT_CODE.failed;
    }
    const found = ENDINGS.some((ending) => folder.endsWith(ending)) ? [folder] : walkFiles(folder, ENDINGS);
    for (const file of found) {
      const shown = toPosix(relative(cwd, file));
      const read = readTextFile(file);
      if ('problem' in read) {
        io.stderr.write(`tfwarden: ${shown}: ${read.problem}\n`);
        continue;
      }
      const migration = migrateIgnores(shown, read.text, matcher);
      if (migration.renamings.length === 0) continue;
      ids += migration.renamings.length;
      files++;
      io.stdout.write(renderDiff(read.text, migration.text, shown));
      if (!write) continue;
      const problem = replaceTextFile(file, migration.text);
      if (problem !== undefined) {
        io.stderr.write(`tfwarden: ${shown}: ${problem}\n`);
        return EXIT_CODE.failed;
      }
    }
  }
  const done = write ? 'rewritten' : 'to rewrite; `--write` does it';
  io.stdout.write(
    ids === 0 ? 'Every id is a present one.\n' : `${count(ids, 'id')} in ${count(files, 'file')} ${done}.\n`,
  );
  return EXIT_CODE.clean;
}
