import { realpathSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { findRoots } from '@tfwarden/terraform';
import { diskFileSystem } from '../node/disk-file-system.ts';
import { locate, toPosix } from '../node/locate.ts';
import { createColours } from '../report/colours.ts';
import { createPathExclusion } from '../scan/path-exclusion.ts';
import { wantsColour } from './colour.ts';
import { EXIT_CODE } from './exit-code.ts';
import type { Invocation } from './run.ts';

/** `tfwarden roots [path...]`: where a scan would start, and why. */
export async function rootsCommand(invocation: Invocation): Promise<number> {
  const { io, values, positionals } = invocation;
  const located = locate(positionals.length === 0 ? ['.'] : positionals, io.cwd, values.text('boundary'));
  if ('problem' in located) {
    io.stderr.write(`tfwarden: ${located.problem}\n`);
    return EXIT_CODE.failed;
  }
  const colours = createColours(wantsColour(io.stdout, io.env, values.isOn('no-color')));
  const cwd = realpathSync(io.cwd);
  let isIncomplete = false;
  for (const location of located) {
    const shown = (path: string): string => toPosix(relative(cwd, resolve(location.boundary, path)));
    const [scanned = '.'] = location.paths;
    const isExcluded = createPathExclusion(values.list('exclude-path'), location.boundary, scanned);
    const search = findRoots(diskFileSystem(location.boundary), location.paths);
    if (values.isOn('why')) {
      for (const folder of search.folders) {
        if (isExcluded(folder.directory)) continue;
        const role = folder.role === 'root' ? colours.green('root  ') : colours.dim('module');
        io.stdout.write(`${role}  ${shown(folder.directory)}: ${folder.reason}\n`);
        for (const range of folder.calledFrom) {
          const { line } = range.file.position(range.start);
          io.stdout.write(colours.dim(`          called in ${shown(range.file.name)}:${line}\n`));
        }
      }
      for (const skipped of search.skipped)
        io.stdout.write(colours.dim(`skipped ${shown(skipped.path)}: ${skipped.reason}\n`));
    } else {
      for (const root of search.roots) if (!isExcluded(root)) io.stdout.write(`${shown(root)}\n`);
    }
    for (const diagnostic of search.diagnostics) {
      isIncomplete ||= diagnostic.severity === 'error';
      io.stderr.write(`tfwarden: ${diagnostic.summary}: ${diagnostic.detail}\n`);
    }
  }
  return isIncomplete ? EXIT_CODE.incomplete : EXIT_CODE.clean;
}
