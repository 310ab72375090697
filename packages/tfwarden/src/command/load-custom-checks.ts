import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Diagnostic } from '@tfwarden/hcl';
import type { Config } from '../configuration/config.ts';
import type { CustomCheck } from '../custom/check-schema.ts';
import { type CustomCheckFile, findCustomCheckFiles } from '../node/custom-check-files.ts';
import { fetchText } from '../node/fetch-text.ts';
import type { Location } from '../node/locate.ts';
import type { FurtherChecks } from '../scan/further-checks.ts';
import type { Invocation } from './run.ts';
import { Merged, type SettingsProblem } from './scan-settings.ts';

/** Typed checks when they are asked for, and custom checks from `--custom-check-url`, `--custom-check-dir`, the configuration, or `.tfsec` in the scanned folder. */
export async function loadCustomChecks(
  invocation: Invocation,
  location: Location,
  config: Config,
  includePassed: boolean,
): Promise<readonly FurtherChecks[] | SettingsProblem> {
  const typed = await loadTyped(invocation, location, config, includePassed);
  if ('problem' in typed) return { ...typed, diagnostics: [] };
  const files = await findFiles(invocation, location, config);
  if ('problem' in files) return { ...files, diagnostics: [] };
  if (files.length === 0) return typed;
  const { readCustomChecks } = await import('../custom/read-custom-checks.ts');
  const { customChecks } = await import('../custom/custom-checks.ts');
  const checks: CustomCheck[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const file of files) {
    const read = await readCustomChecks(file.name, file.text);
    if ('checks' in read) checks.push(...read.checks);
    else diagnostics.push(...read.diagnostics);
  }
  if (diagnostics.length > 0) return { problem: 'the custom checks have mistakes; nothing was scanned', diagnostics };
  return [...typed, customChecks(checks, includePassed)];
}

async function loadTyped(
  invocation: Invocation,
  location: Location,
  config: Config,
  includePassed: boolean,
): Promise<readonly FurtherChecks[] | { readonly problem: string }> {
  const { values, io } = invocation;
  if (!new Merged(values).isOn('typed-checks', config.typed_checks)) return [];
  // A configuration found beside scanned code is scanned code: a stranger's pull request may bring both it and a check.
  const isAsked = ['typed-checks', 'config-file', 'config-file-url'].some((flag) => values.isGiven(flag));
  if (!isAsked) {
    return {
      problem:
        '`typed_checks` runs code from .tfwarden/checks, which a configuration in the scanned folder cannot allow; give `--typed-checks`, or name the file with `--config-file`',
    };
  }
  const { loadTypedChecks } = await import('../node/load-typed-checks.ts');
  const folder = resolve(location.boundary, location.folder, '.tfwarden/checks');
  const loaded = await loadTypedChecks(folder, io.cwd);
  if ('problem' in loaded) return loaded;
  const { typedChecks } = await import('../custom/typed-checks.ts');
  return [
    typedChecks(
      loaded.map(({ check }) => check),
      includePassed,
    ),
  ];
}

async function findFiles(
  invocation: Invocation,
  location: Location,
  config: Config,
): Promise<readonly CustomCheckFile[] | { readonly problem: string }> {
  const { values, io } = invocation;
  const url = values.has('custom-check-url') ? values.text('custom-check-url') : undefined;
  if (url !== undefined) {
    const name = basename(new URL(url, 'https://example.invalid/').pathname);
    if (!/_tfchecks.*\.(?:json|ya?ml)$/.test(name)) {
      return { problem: `expected an address of a file named *_tfchecks.json or *_tfchecks.yaml, found \`${url}\`` };
    }
    const fetched = await fetchText(url);
    return 'problem' in fetched ? { problem: `the custom checks ${fetched.problem}` } : [{ name, text: fetched.text }];
  }
  const given = values.has('custom-check-dir') ? values.text('custom-check-dir') : undefined;
  if (given !== undefined) {
    // tfsec says nothing; a folder that somebody names is there, or its checks are missed.
    if (!existsSync(resolve(io.cwd, given))) {
      io.stderr.write(`tfwarden: there is no folder \`${given}\` with custom checks; the scan goes on without them\n`);
    }
    return findCustomCheckFiles(resolve(io.cwd, given), io.cwd, undefined);
  }
  const scanned = resolve(location.boundary, location.folder);
  return findCustomCheckFiles(resolve(scanned, config.custom_check_dir ?? '.tfsec'), io.cwd, location.boundary);
}
