import { realpathSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { renderDiff } from '@tfwarden/hcl';
import { diskFileSystem } from '../node/disk-file-system.ts';
import { locate, toPosix } from '../node/locate.ts';
import { replaceTextFile } from '../node/walk-files.ts';
import { renderDiagnostics } from '../report/diagnostics-text.ts';
import { count } from '../report/text.ts';
import { mend } from '../scan/mend.ts';
import { EXIT_CODE } from './exit-code.ts';
import { plainReportOptions } from './report-options.ts';
import type { Invocation } from './run.ts';
import { readSettings } from './scan-settings.ts';

/** `tfwarden fix [path...]`: shows what can be mended as a diff, and does it with `--write`. */
export async function fixCommand(invocation: Invocation): Promise<number> {
  const { io, values, positionals } = invocation;
  const located = locate(positionals.length === 0 ? ['.'] : positionals, io.cwd, values.text('boundary'));
  if ('problem' in located) {
    io.stderr.write(`tfwarden: ${located.problem}\n`);
    return EXIT_CODE.failed;
  }
  const cwd = realpathSync(io.cwd);
  let mended = 0;
  let files = 0;
  let isCautious = false;
  for (const location of located) {
    const shown = (path: string): string => toPosix(relative(cwd, resolve(location.boundary, path)));
    const fileSystem = diskFileSystem(location.boundary, location.paths);
    const prepared = await readSettings(invocation, location, fileSystem);
    if ('problem' in prepared) {
      io.stderr.write(renderDiagnostics(prepared.diagnostics, plainReportOptions(invocation, io.stderr)));
      io.stderr.write(`tfwarden: ${prepared.problem}\n`);
      return EXIT_CODE.failed;
    }
    const outcome = await mend(fileSystem, location.paths, {
      settings: prepared.settings,
      withCaution: values.isOn('all'),
    });
    mended += outcome.mended.length;
    files += outcome.texts.size;
    for (const [path, { before, after }] of outcome.texts) {
      io.stdout.write(renderDiff(before, after, shown(path)));
      if (!values.isOn('write')) continue;
      const problem = replaceTextFile(realpathSync(resolve(location.boundary, path)), after);
      if (problem !== undefined) {
        io.stderr.write(`tfwarden: ${shown(path)} could not be written: ${problem}\n`);
        return EXIT_CODE.failed;
      }
    }
    for (const { found, reason } of outcome.left) {
      isCautious ||= found.finding.fix?.caution !== undefined;
      const { range } = found.finding;
      io.stderr.write(
        `${shown(range.file.name)}:${range.file.lineOf(range.start)}: ${found.rule.id} is left as it is: ${reason}\n`,
      );
    }
  }
  if (values.has('all') && !values.isOn('all') && isCautious) {
    io.stderr.write('`--all` also makes the edits that deserve a second look.\n');
  }
  const done = values.isOn('write') ? 'mended' : 'can be mended; `--write` does it';
  io.stdout.write(
    mended === 0
      ? 'There is nothing to mend without guessing.\n'
      : `${count(mended, 'finding')} in ${count(files, 'file')} ${done}.\n`,
  );
  return EXIT_CODE.clean;
}
