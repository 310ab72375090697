import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type DiskFileSystem, diskFileSystem } from '../node/disk-file-system.ts';
import { type Location, locate } from '../node/locate.ts';
import { suggest } from '../text/suggest.ts';
import { COMMANDS } from './command-table.ts';
import type { Invocation } from './run.ts';
import { type PreparedSettings, readSettings, type SettingsProblem } from './scan-settings.ts';

/** Where a scan looks and what it is told. */
export interface PreparedScan extends PreparedSettings {
  readonly location: Location;
  readonly fileSystem: DiskFileSystem;
  /** As the person wrote them. */
  readonly paths: readonly string[];
  /** Those that are not there. */
  readonly missing: readonly string[];
}

/** Finds the paths of the command line and reads the settings for them. */
export async function prepareScan(invocation: Invocation): Promise<PreparedScan | SettingsProblem> {
  const { values, io } = invocation;
  const paths = invocation.positionals.length === 0 ? ['.'] : invocation.positionals;
  const present = paths.filter((path) => existsSync(resolve(io.cwd, path)));
  const located = locate(present.length === 0 ? paths : present, io.cwd, values.text('boundary'));
  if ('problem' in located) return { problem: `${located.problem}${commandHint(paths)}`, diagnostics: [] };
  const missing = paths.filter((path) => !present.includes(path));
  for (const path of missing)
    io.stderr.write(`tfwarden: there is no file or folder \`${path}\`; the rest is scanned\n`);
  const [location] = located;
  if (location === undefined || located.length > 1) {
    const problem = `the paths belong to ${located.length} different repositories; scan them one by one, or give a folder around them with \`--boundary\``;
    return { problem, diagnostics: [] };
  }
  const fileSystem = diskFileSystem(location.boundary, location.paths);
  const settings = await readSettings(invocation, location, fileSystem);
  return 'problem' in settings ? settings : { ...settings, location, fileSystem, paths, missing };
}

/** A person who mistypes a sub-command gives a path that does not exist. */
function commandHint(paths: readonly string[]): string {
  const [first = ''] = paths;
  if (first.includes('/') || first.includes('.')) return '';
  const names = COMMANDS.map((command) => command.name).filter((name) => name !== '');
  const nearest = suggest(first, names);
  return nearest === undefined ? '' : `; did you mean the command \`${nearest}\`?`;
}
