import { readFileSync, realpathSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { Severity } from '@tfwarden/checks';
import type { Diagnostic } from '@tfwarden/hcl';
import { type CommandLineVariable, type FileSystem, isProblem } from '@tfwarden/terraform';
import { type Config, splitExpiry } from '../configuration/config.ts';
import type { DataNode } from '../data-file/data-node.ts';
import type { DiskFileSystem } from '../node/disk-file-system.ts';
import { fetchText } from '../node/fetch-text.ts';
import { findConfig } from '../node/find-config.ts';
import { type Location, relativeToBoundary, toPosix } from '../node/locate.ts';
import { createPathExclusion } from '../scan/path-exclusion.ts';
import { readSeverity, type ScanSettings } from '../scan/settings.ts';
import type { FlagValues } from './flag-values.ts';
import type { Invocation } from './run.ts';
import { readStatedData } from './stated-data.ts';

export interface PreparedSettings {
  readonly settings: ScanSettings;
  readonly config: Config;
  /** The document of the configuration, for looking at its ids. */
  readonly configNode: DataNode | undefined;
  /** Warnings about the configuration. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Why the run cannot start: one line, or mistakes in the configuration file. */
export interface SettingsProblem {
  readonly problem: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Merges flags, environment and configuration file: flag over environment over file, lists added up. */
export async function readSettings(
  invocation: Invocation,
  location: Location,
  fileSystem: DiskFileSystem,
): Promise<PreparedSettings | SettingsProblem> {
  const { values, io } = invocation;
  const read = await loadConfig(invocation, location, fileSystem);
  if ('problem' in read) return read;
  const { config } = read;
  const variables = readVariables(invocation, location, config.var_file ?? [], fileSystem);
  if ('problem' in variables) return { ...variables, diagnostics: [] };
  for (const variable of variables) {
    if (variable.kind !== 'file') continue;
    const found = fileSystem.stat(variable.path);
    if (found !== 'file') {
      const reason = isProblem(found) ? found.reason : 'is a folder';
      return { problem: `the variable file \`${variable.path}\` cannot be read: ${reason}`, diagnostics: [] };
    }
  }

  const stated = readStatedData(values.has('data') ? values.list('data') : [], config.data ?? {});
  if ('problem' in stated) return { ...stated, diagnostics: [] };

  const today = io.now().toISOString().slice(0, 10);
  const merged = new Merged(values);
  return {
    config,
    configNode: read.node,
    diagnostics: read.diagnostics,
    settings: {
      variables: { environment: environmentVariables(io.env), commandLine: variables },
      workspace: merged.text('workspace', config.workspace) ?? 'default',
      dataSources: stated.values,
      noAutoVariables: merged.isOn('no-auto-tfvars', config.no_auto_tfvars),
      exclude: stillExcluded(merged.list('exclude', config.exclude), today),
      include: merged.list('filter-results', config.include),
      minimumSeverity: minimumSeverity(merged, config),
      severityOverrides: overrides(config),
      noIgnores: merged.isOn('no-ignores', config.no_ignores),
      excludeIgnores: merged.list('exclude-ignores', config.exclude_ignores),
      allChecks: merged.isOn('all-checks', config.all_checks),
      forceAllDirs: merged.isOn('force-all-dirs', config.force_all_dirs),
      isPathExcluded: createPathExclusion(
        merged.list('exclude-path', config.exclude_path),
        location.boundary,
        location.folder,
      ),
      excludeDownloadedModules: merged.isOn('exclude-downloaded-modules', config.exclude_downloaded_modules),
      includePassed: merged.isOn('include-passed', config.include_passed),
      isUngrouped: merged.isOn('disable-grouping', undefined),
      today,
      checksMayPanic: merged.isOn('allow-checks-to-panic', undefined),
    },
  };
}

/** A flag or its variable of the environment, else the value of the file. Commands that lack a flag take the file's. */
export class Merged {
  private readonly values: FlagValues;

  constructor(values: FlagValues) {
    this.values = values;
  }

  isOn(name: string, fromFile: boolean | undefined): boolean {
    if (this.values.has(name) && this.values.isGiven(name)) return this.values.isOn(name);
    return fromFile ?? false;
  }

  text(name: string, fromFile: string | undefined): string | undefined {
    return (this.values.has(name) ? this.values.text(name) : undefined) ?? fromFile;
  }

  list(name: string, fromFile: readonly string[] | undefined): readonly string[] {
    return [...new Set([...(fromFile ?? []), ...(this.values.has(name) ? this.values.list(name) : [])])];
  }
}

function minimumSeverity(merged: Merged, config: Config): Severity | undefined {
  const given = readSeverity(merged.text('minimum-severity', undefined) ?? '');
  if (given !== undefined) return given;
  if (merged.isOn('ignore-warnings', undefined)) return 'HIGH';
  if (merged.isOn('ignore-info', undefined)) return 'MEDIUM';
  return readSeverity(config.minimum_severity ?? '');
}

function overrides(config: Config): ReadonlyMap<string, Severity> {
  const found = new Map<string, Severity>();
  for (const [id, word] of Object.entries(config.severity_overrides ?? {})) {
    const severity = readSeverity(word);
    if (severity !== undefined) found.set(id, severity);
  }
  return found;
}

/** Entries whose day has passed are dropped; the day itself still counts. */
function stillExcluded(entries: readonly string[], today: string): readonly string[] {
  const ids: string[] = [];
  for (const entry of entries) {
    const { id, day } = splitExpiry(entry) ?? { id: entry, day: undefined };
    if (day === undefined || day >= today) ids.push(id);
  }
  return ids;
}

type LoadedConfig = {
  readonly config: Config;
  readonly node: DataNode | undefined;
  readonly diagnostics: readonly Diagnostic[];
};

async function loadConfig(
  invocation: Invocation,
  location: Location,
  fileSystem: FileSystem,
): Promise<LoadedConfig | SettingsProblem> {
  const { values, io } = invocation;
  const url = values.has('config-file-url') ? values.text('config-file-url') : undefined;
  const path = values.has('config-file') ? values.text('config-file') : undefined;
  let name: string;
  let text: string;
  let isTfsec = false;
  if (url !== undefined) {
    const fetched = await fetchText(url);
    if ('problem' in fetched) return { problem: `the configuration ${fetched.problem}`, diagnostics: [] };
    name = url;
    text = fetched.text;
    isTfsec = true;
  } else if (path !== undefined) {
    if (!/\.(?:json|ya?ml)$/i.test(path)) {
      return { problem: `the configuration \`${path}\` should end in .json, .yml or .yaml`, diagnostics: [] };
    }
    try {
      text = readFileSync(resolve(io.cwd, path), 'utf8');
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return { problem: `the configuration \`${path}\` cannot be read: ${reason}`, diagnostics: [] };
    }
    name = path;
    isTfsec = !/(?:^|[/\\])tfwarden\.[a-z]+$/i.test(path);
  } else {
    const found = findConfig(fileSystem, location.folder);
    if (found === undefined) return { config: {}, node: undefined, diagnostics: [] };
    if ('problem' in found) return { problem: found.problem, diagnostics: [] };
    ({ text, isTfsec } = found);
    // As every other path for people: from where they are.
    const fromHere = toPosix(relative(realpathSync(io.cwd), resolve(location.boundary, found.path)));
    name = fromHere.startsWith('../') ? toPosix(resolve(location.boundary, found.path)) : fromHere;
  }

  const { readConfig } = await import('../configuration/read-config.ts');
  const read = await readConfig(name, text, isTfsec);
  if (read.config === undefined) {
    return {
      problem: `the configuration \`${name}\` has mistakes; nothing was scanned`,
      diagnostics: read.diagnostics,
    };
  }
  return { config: read.config, node: read.node, diagnostics: read.diagnostics };
}

/** `TF_VAR_region` gives `region`. */
function environmentVariables(env: Readonly<Record<string, string | undefined>>): ReadonlyMap<string, string> {
  const variables = new Map<string, string>();
  for (const [name, value] of Object.entries(env)) {
    if (name.startsWith('TF_VAR_') && value !== undefined) variables.set(name.slice('TF_VAR_'.length), value);
  }
  return variables;
}

/**
 * `--var-file` and `--var`, the file's `var_file` before them. A file that the person names may lie anywhere; one that the configuration names must be
 * inside the boundary, as whoever wrote the code may have written it. Files come first: flags of one kind keep their order, and `--var` is the more
 * special one.
 */
function readVariables(
  invocation: Invocation,
  location: Location,
  fromFile: readonly string[],
  fileSystem: DiskFileSystem,
): readonly CommandLineVariable[] | { readonly problem: string } {
  const { values, io } = invocation;
  const variables: CommandLineVariable[] = [];
  const files = [
    ...fromFile.map((path) => ({ path, base: resolve(location.boundary, location.folder), isNamed: false })),
    ...(values.has('var-file') ? values.list('var-file') : []).map((path) => ({ path, base: io.cwd, isNamed: true })),
  ];
  for (const { path, base, isNamed } of files) {
    const inside = relativeToBoundary(path, base, location.boundary);
    if (inside === undefined && !isNamed) {
      return {
        problem: `the variable file \`${path}\` of the configuration is outside the boundary \`${location.boundary}\`; widen it with \`--boundary\``,
      };
    }
    variables.push({ kind: 'file', path: inside ?? fileSystem.admit(resolve(base, path)) });
  }
  for (const pair of values.has('var') ? values.list('var') : []) {
    const equals = pair.indexOf('=');
    if (equals < 1) return { problem: `expected \`--var NAME=VALUE\`, found \`--var ${pair}\`` };
    variables.push({ kind: 'value', name: pair.slice(0, equals).trim(), text: pair.slice(equals + 1) });
  }
  return variables;
}
