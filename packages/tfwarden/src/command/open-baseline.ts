import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Location, relativeToBoundary } from '../node/locate.ts';
import { writeWhole } from '../node/write-report.ts';
import { count } from '../report/text.ts';
import type { ScanResult } from '../scan/scan-result.ts';
import { baselineScope } from './baseline-scope.ts';
import type { Invocation } from './run.ts';
import type { PreparedSettings, SettingsProblem } from './scan-settings.ts';

/** The baseline of a run, read before the scan so that mistakes in it are told at once. */
export interface OpenBaseline {
  /** @returns the result without what is known */
  apply(result: ScanResult): Promise<ScanResult>;
}

/**
 * The file of `--baseline`, or of the configuration: that one must be inside the boundary, as whoever wrote the code may have written it.
 * @param isKept  the file stays as it is when findings are gone: whoever is still editing may bring them back
 */
export async function openBaseline(
  invocation: Invocation,
  prepared: PreparedSettings,
  location: Location,
  isKept = false,
): Promise<OpenBaseline | SettingsProblem> {
  const { values, io } = invocation;
  const given = values.text('baseline');
  const path = given === undefined ? prepared.config.baseline : given;
  if (path === undefined) return { apply: async (result) => result };
  const scanned = resolve(location.boundary, location.folder);
  if (given === undefined && relativeToBoundary(path, scanned, location.boundary) === undefined) {
    return { problem: `the baseline \`${path}\` of the configuration is outside the boundary`, diagnostics: [] };
  }
  const base = given === undefined ? scanned : io.cwd;
  let text: string;
  try {
    text = readFileSync(resolve(base, path), 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { problem: `the baseline \`${path}\` cannot be read: ${reason}`, diagnostics: [] };
  }
  const { applyBaseline, readBaseline, renderBaseline } = await import('../scan/baseline.ts');
  const read = await readBaseline(path, text);
  if ('diagnostics' in read) return { problem: `the baseline \`${path}\` has mistakes`, diagnostics: read.diagnostics };
  return {
    apply: async (result) => {
      const effect = applyBaseline(result, read.entries);
      if (isKept) return effect.result;
      const scope = baselineScope(invocation, prepared, location, path, base);
      const isOther = read.scope !== undefined && read.scope.join('\n') !== scope.join('\n');
      if (effect.gone.length > 0 && isOther) {
        // Of another folder, or with other variables, nobody can say that they are mended.
        io.stderr.write(
          `tfwarden: ${count(effect.gone.length, 'finding')} of the baseline ${effect.gone.length === 1 ? 'is' : 'are'} not in this scan; ${path} stays as it is, as it was written by a run with other paths, variables or checks\n`,
        );
      } else if (effect.gone.length > 0) {
        const problem = writeWhole(path, base, renderBaseline({ scope: read.scope, entries: effect.kept }));
        io.stderr.write(
          `tfwarden: ${count(effect.gone.length, 'finding')} of the baseline ${effect.gone.length === 1 ? 'is' : 'are'} gone; ${problem === undefined ? `removed from ${path}` : `${path} could not be rewritten: ${problem}`}\n`,
        );
      }
      return effect.result;
    },
  };
}
