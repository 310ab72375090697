import { dirname, resolve, sep } from 'node:path';
import type { Config } from '../../configuration/config.ts';
import { CONFIG_PATHS } from '../../node/find-config.ts';
import type { Location } from '../../node/locate.ts';
import type { Invocation } from '../run.ts';

/** What a run is told by files: configuration, custom checks, variables that were named, a baseline. */
export interface SettingsPlaces {
  /** Folders to watch; absolute. */
  readonly folders: readonly string[];
  /** @param path  absolute @returns whether what the run is told may differ after a change there */
  isOne(path: string): boolean;
}

/** @param config  undefined when it could not be read */
export function settingsPlaces(
  { values, io }: Invocation,
  location: Location,
  config: Config | undefined,
): SettingsPlaces {
  const scanned = resolve(location.boundary, location.folder);
  const fromHere = (name: string): readonly string[] => {
    const path = values.has(name) ? values.text(name) : undefined;
    return path === undefined ? [] : [resolve(io.cwd, path)];
  };
  const files = [
    ...CONFIG_PATHS.map((path) => resolve(scanned, path)),
    ...fromHere('config-file'),
    ...fromHere('baseline'),
    ...(config?.baseline === undefined ? [] : [resolve(scanned, config.baseline)]),
    ...(config?.var_file ?? []).map((path) => resolve(scanned, path)),
    ...values.list('var-file').map((path) => resolve(io.cwd, path)),
  ];
  const trees = [
    ...fromHere('custom-check-dir'),
    resolve(scanned, config?.custom_check_dir ?? '.tfsec'),
    resolve(scanned, '.tfwarden/checks'),
  ];
  return {
    folders: [...new Set([...files.map((path) => dirname(path)), ...trees])],
    isOne: (path) =>
      files.some((file) => isAtOrBelow(file, path)) ||
      trees.some((tree) => isAtOrBelow(tree, path) || isAtOrBelow(path, tree)),
  };
}

function isAtOrBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
