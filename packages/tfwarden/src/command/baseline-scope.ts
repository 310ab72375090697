import { realpathSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { type Location, toPosix } from '../node/locate.ts';
import type { Invocation } from './run.ts';
import { Merged, type PreparedSettings } from './scan-settings.ts';

/**
 * What a run looks at, as far as a finding may be missing because of it: paths, variables, workspace, checks. Paths are relative to the folder of the
 * baseline. Values of `--var` are left out: they may be secrets.
 * @param file  the baseline, relative to `base` or absolute
 */
export function baselineScope(
  { values }: Invocation,
  { settings, config }: PreparedSettings,
  location: Location,
  file: string,
  base: string,
): readonly string[] {
  const folder = realFolder(dirname(resolve(base, file)));
  const named = (path: string): string => toPosix(relative(folder, resolve(location.boundary, path)));
  const merged = new Merged(values);
  const scope = location.paths.map((path) => `path ${named(path)}`);
  for (const variable of settings.variables.commandLine ?? []) {
    scope.push(variable.kind === 'file' ? `var-file ${named(variable.path)}` : `var ${variable.name}`);
  }
  if (settings.workspace !== 'default') scope.push(`workspace ${settings.workspace}`);
  if (settings.allChecks) scope.push('all-checks');
  if (settings.forceAllDirs) scope.push('force-all-dirs');
  for (const pattern of merged.list('exclude-path', config.exclude_path)) scope.push(`exclude-path ${pattern}`);
  if (merged.isOn('typed-checks', config.typed_checks)) scope.push('typed-checks');
  for (const flag of ['custom-check-dir', 'custom-check-url']) {
    const given = values.text(flag);
    if (given !== undefined) scope.push(`${flag} ${given}`);
  }
  return scope.toSorted();
}

function realFolder(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}
