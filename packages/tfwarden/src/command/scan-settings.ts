import type { CommandLineVariable } from '@tfwarden/terraform';
import { type Location, relativeToBoundary } from '../node/locate.ts';
import { createPathExclusion } from '../scan/path-exclusion.ts';
import { readSeverity, type ScanSettings } from '../scan/settings.ts';
import type { Invocation } from './run.ts';

export interface PreparedSettings {
  readonly settings: ScanSettings;
}

/** Merges flags, environment and configuration file into what the scan is told. @returns a problem as one line when one of them is wrong */
export async function readSettings(
  invocation: Invocation,
  location: Location,
): Promise<PreparedSettings | { readonly problem: string }> {
  const { values, io } = invocation;
  const variables = readVariables(invocation, location);
  if ('problem' in variables) return variables;

  let minimumSeverity = readSeverity(values.text('minimum-severity') ?? '');
  if (minimumSeverity === undefined) {
    if (values.isOn('ignore-warnings')) minimumSeverity = 'HIGH';
    else if (values.isOn('ignore-info')) minimumSeverity = 'MEDIUM';
  }
  const [scanned = '.'] = location.paths;
  return {
    settings: {
      variables: { environment: environmentVariables(io.env), commandLine: variables },
      workspace: values.text('workspace') ?? 'default',
      exclude: values.list('exclude'),
      include: values.list('filter-results'),
      minimumSeverity,
      severityOverrides: new Map(),
      noIgnores: values.isOn('no-ignores'),
      excludeIgnores: values.list('exclude-ignores'),
      allChecks: values.isOn('all-checks'),
      forceAllDirs: values.isOn('force-all-dirs'),
      isPathExcluded: createPathExclusion(values.list('exclude-path'), location.boundary, scanned),
      excludeDownloadedModules: values.isOn('exclude-downloaded-modules'),
      includePassed: values.isOn('include-passed'),
      isUngrouped: values.isOn('disable-grouping'),
      today: io.now().toISOString().slice(0, 10),
      checksMayPanic: values.isOn('allow-checks-to-panic'),
    },
  };
}

/** `TF_VAR_region` gives `region`. */
export function environmentVariables(env: Readonly<Record<string, string | undefined>>): ReadonlyMap<string, string> {
  const variables = new Map<string, string>();
  for (const [name, value] of Object.entries(env)) {
    if (name.startsWith('TF_VAR_') && value !== undefined) variables.set(name.slice('TF_VAR_'.length), value);
  }
  return variables;
}

/** `--var-file` and `--var`. Files come first: flags of one kind keep their order, and `--var` is the more special one. */
export function readVariables(
  invocation: Invocation,
  location: Location,
): readonly CommandLineVariable[] | { readonly problem: string } {
  const { values, io } = invocation;
  const variables: CommandLineVariable[] = [];
  for (const path of values.list('var-file')) {
    const inside = relativeToBoundary(path, io.cwd, location.boundary);
    if (inside === undefined) {
      return { problem: `the variable file \`${path}\` is outside the boundary \`${location.boundary}\`; widen it with \`--boundary\`` };
    }
    variables.push({ kind: 'file', path: inside });
  }
  for (const pair of values.list('var')) {
    const equals = pair.indexOf('=');
    if (equals < 1) return { problem: `expected \`--var NAME=VALUE\`, found \`--var ${pair}\`` };
    variables.push({ kind: 'value', name: pair.slice(0, equals).trim(), text: pair.slice(equals + 1) });
  }
  return variables;
}

