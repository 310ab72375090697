import { suggest } from '../text/suggest.ts';
import { COMMANDS } from './command-table.ts';
import type { Flag } from './flag.ts';
import type { FlagValues } from './flag-values.ts';

/**
 * Fills flags from `TFWARDEN_<NAME>` and `TFSEC_<NAME>` (dashes as underscores). The command line wins; lists without a fixed set of values
 * add up. An empty variable counts as not set.
 * @returns problem: the value of a `TFWARDEN_` variable is wrong, which stops the run; warnings: one line for each `TFSEC_` variable that is
 *   wrong, which tfsec left out in silence, and for each `TFWARDEN_` variable that no flag has
 */
export function addEnvironment(
  values: FlagValues,
  flags: readonly Flag[],
  env: Readonly<Record<string, string | undefined>>,
): { readonly problem: string | undefined; readonly warnings: readonly string[] } {
  // The names of all flags need not be made when there is nothing to compare them with.
  if (!Object.keys(env).some((name) => OURS.test(name))) return { problem: undefined, warnings: [] };
  const warnings: string[] = [];
  for (const flag of flags) {
    if (flag.fromEnvironment === false) continue;
    if (values.isGiven(flag.name) && (flag.type !== 'list' || flag.choices !== undefined)) continue;
    for (const prefix of ['TFWARDEN', 'TFSEC']) {
      const found = readVariable(prefix, flag, env);
      if (found === undefined) continue;
      const problem = values.add(flag, found.value, found.name);
      if (problem === undefined) break;
      if (prefix === 'TFWARDEN') return { problem, warnings };
      warnings.push(`${problem}; the variable is left out`);
    }
  }
  return { problem: undefined, warnings: [...warnings, ...unknownVariables(flags, env)] };
}

/** In any case, as names are the same in any case on Windows. */
const OURS = /^(?:TFWARDEN|TFSEC)_/i;

/** Variables with our prefix that set nothing: a person meant something by them. tfsec's own may be set for tfsec. */
function unknownVariables(
  flags: readonly Flag[],
  env: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  const known = COMMANDS.flatMap((command) => command.flags)
    .concat(flags)
    .flatMap((flag) => [flag.name, ...(flag.also ?? [])])
    .map(variableName);
  const warnings: string[] = [];
  for (const [name, value] of Object.entries(env)) {
    if (!name.startsWith('TFWARDEN_') || value === undefined || value === '' || known.includes(name.slice(9))) continue;
    const nearest = suggest(name.slice(9), known);
    const hint = nearest === undefined ? '' : `; did you mean \`TFWARDEN_${nearest}\`?`;
    warnings.push(`the variable \`${name}\` sets no flag${hint}`);
  }
  return warnings.toSorted();
}

/** `soft-fail` is `SOFT_FAIL`. */
function variableName(flagName: string): string {
  return flagName.toUpperCase().replaceAll('-', '_');
}

function readVariable(
  prefix: string,
  flag: Flag,
  env: Readonly<Record<string, string | undefined>>,
): { readonly name: string; readonly value: string } | undefined {
  for (const flagName of [flag.name, ...(flag.also ?? [])]) {
    const name = `${prefix}_${variableName(flagName)}`;
    const value = env[name];
    if (value !== undefined && value !== '') return { name, value };
  }
  return undefined;
}
