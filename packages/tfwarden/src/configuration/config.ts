import { readDay } from '../text/read-day.ts';

/** What a configuration file says; `config-schema.ts` checks it, and is loaded when there is a file. */
export interface Config {
  readonly $schema?: string | undefined;
  readonly severity_overrides?: Readonly<Record<string, string>> | undefined;
  readonly exclude?: readonly string[] | undefined;
  readonly include?: readonly string[] | undefined;
  readonly exclude_ignores?: readonly string[] | undefined;
  readonly minimum_severity?: string | undefined;
  readonly min_required_version?: string | undefined;
  readonly exclude_path?: readonly string[] | undefined;
  readonly var_file?: readonly string[] | undefined;
  readonly workspace?: string | undefined;
  readonly data?: Readonly<Record<string, Readonly<Record<string, unknown>>>> | undefined;
  readonly format?: readonly string[] | undefined;
  readonly baseline?: string | undefined;
  readonly custom_check_dir?: string | undefined;
  readonly typed_checks?: boolean | undefined;
  readonly soft_fail?: boolean | undefined;
  readonly all_checks?: boolean | undefined;
  readonly no_ignores?: boolean | undefined;
  readonly no_auto_tfvars?: boolean | undefined;
  readonly force_all_dirs?: boolean | undefined;
  readonly ignore_hcl_errors?: boolean | undefined;
  readonly exclude_downloaded_modules?: boolean | undefined;
  readonly include_passed?: boolean | undefined;
  readonly include_ignored?: boolean | undefined;
  readonly undetermined?: boolean | undefined;
  readonly concise_output?: boolean | undefined;
  readonly no_code?: boolean | undefined;
}

/**
 * Takes the day off an exclusion.
 * @returns undefined when there is a colon with something else than a day behind it
 */
export function splitExpiry(entry: string): { readonly id: string; readonly day: string | undefined } | undefined {
  const colon = entry.indexOf(':');
  if (colon === -1) return { id: entry.trim(), day: undefined };
  const day = readDay(entry.slice(colon + 1).trim());
  return day === undefined ? undefined : { id: entry.slice(0, colon).trim(), day };
}
