import { suggest } from '../text/suggest.ts';
import type { Flag } from './flag.ts';
import { FlagValues } from './flag-values.ts';

/** What the command line says: flags with their values, and everything else in order. */
export interface ParsedArguments {
  readonly values: FlagValues;
  readonly positionals: readonly string[];
}

/** A mistake on the command line, as one line for a person. */
export interface UsageProblem {
  readonly problem: string;
}

/**
 * Reads arguments as Go's pflag does, which tfsec's users rely on: `--flag value`, `--flag=value`, `--switch=false`, `-f value`, `-fvalue`,
 * `-f=value`, grouped switches `-sG`, flags and paths in any order, `--` before paths that look like flags. A flag that takes a value takes the
 * next argument whatever it looks like. (`parseArgs` of node:util reads `-s=false` as seven switches, hence this reader.)
 */
export function parseArguments(args: readonly string[], flags: readonly Flag[]): ParsedArguments | UsageProblem {
  const byName = new Map<string, Flag>();
  const byShort = new Map<string, Flag>();
  for (const flag of flags) {
    byName.set(flag.name, flag);
    for (const name of flag.also ?? []) byName.set(name, flag);
    if (flag.short !== undefined) byShort.set(flag.short, flag);
  }

  const values = new FlagValues(flags);
  const positionals: string[] = [];
  for (let index = 0; index < args.length; index++) {
    const argument = args[index] ?? '';
    if (argument === '--') {
      positionals.push(...args.slice(index + 1));
      break;
    }
    if (argument.length < 2 || !argument.startsWith('-')) {
      positionals.push(argument);
      continue;
    }

    if (argument.startsWith('--')) {
      const equals = argument.indexOf('=');
      const name = argument.slice(2, equals === -1 ? undefined : equals);
      const flag = byName.get(name);
      if (flag === undefined) return unknownFlag(name, byName);
      let value = equals === -1 ? undefined : argument.slice(equals + 1);
      if (value === undefined && flag.type !== 'switch') {
        index++;
        value = args[index];
        if (value === undefined) return missingValue(`--${name}`, flag);
      }
      const problem = values.add(flag, value ?? 'true', `--${name}`);
      if (problem !== undefined) return { problem };
      continue;
    }

    const rest = argument.slice(1);
    for (let at = 0; at < rest.length; at++) {
      const letter = rest.charAt(at);
      const flag = byShort.get(letter);
      if (flag === undefined) {
        // `-format json` is what people type who know other tools.
        const asLong = byName.get(rest.replace(/=.*$/s, ''));
        const hint = asLong === undefined ? '' : `; did you mean \`--${rest.replace(/=.*$/s, '')}\`?`;
        return { problem: `unknown flag \`-${letter}\` in \`${argument}\`${hint}` };
      }
      const isLast = at === rest.length - 1;
      let value: string | undefined;
      if (rest[at + 1] === '=') value = rest.slice(at + 2);
      else if (flag.type === 'switch') value = 'true';
      else if (!isLast) value = rest.slice(at + 1);
      else {
        index++;
        value = args[index];
        if (value === undefined) return missingValue(`-${letter}`, flag);
      }
      const problem = values.add(flag, value, `-${letter}`);
      if (problem !== undefined) return { problem };
      if (flag.type !== 'switch' || rest[at + 1] === '=') break;
    }
  }
  return { values, positionals };
}

function unknownFlag(name: string, known: ReadonlyMap<string, Flag>): UsageProblem {
  const nearest = suggest(name, [...known.keys()]);
  return { problem: `unknown flag \`--${name}\`${nearest === undefined ? '' : `; did you mean \`--${nearest}\`?`}` };
}

function missingValue(written: string, flag: Flag): UsageProblem {
  return { problem: `\`${written}\` needs a value: \`${written} ${flag.value ?? 'VALUE'}\`` };
}
