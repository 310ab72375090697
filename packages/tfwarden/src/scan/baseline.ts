import type { Diagnostic } from '@tfwarden/hcl';
import * as v from 'valibot';
import { readData } from '../data-file/read-data.ts';
import { validate } from '../data-file/validate.ts';
import { countFindings } from './count-findings.ts';
import { fingerprintsOf } from './fingerprint.ts';
import type { ScanFinding } from './scan-finding.ts';
import { isIncomplete, type ScanResult } from './scan-result.ts';

/** Findings that a team knows and does not want to hear of again. Only the fingerprint counts; the rest is for the reader of the file. */
export interface BaselineEntry {
  readonly fingerprint: string;
  readonly id: string;
  readonly path: string;
  readonly resource: string;
  readonly message: string;
}

/** A baseline file. */
export interface Baseline {
  /** What the run that wrote it looked at; undefined in a file that does not say. */
  readonly scope: readonly string[] | undefined;
  readonly entries: readonly BaselineEntry[];
}

const SCHEMA = v.object({
  version: v.literal(1),
  scope: v.optional(v.array(v.string())),
  findings: v.array(
    v.object({
      fingerprint: v.string(),
      id: v.string(),
      path: v.string(),
      resource: v.string(),
      message: v.string(),
    }),
  ),
});

/** @returns the entries, or one diagnostic for each mistake in the file */
export async function readBaseline(
  name: string,
  text: string,
): Promise<Baseline | { readonly diagnostics: readonly Diagnostic[] }> {
  const read = await readData(name, text);
  if ('diagnostic' in read) return { diagnostics: [read.diagnostic] };
  const validated = validate(SCHEMA, read.node, 'baseline');
  if ('diagnostics' in validated) return validated;
  return { scope: validated.value.scope, entries: validated.value.findings };
}

/**
 * The baseline of all findings that count now.
 * @param scope   what the run looks at
 * @param pathOf  how a file is named for the reader
 */
export function writeBaseline(
  result: ScanResult,
  scope: readonly string[],
  pathOf: (found: ScanFinding) => string,
): string {
  const fingerprints = fingerprintsOf(result.findings, result.files);
  const entries = new Map<string, BaselineEntry>();
  for (const found of result.findings) {
    const isKnown = found.suppression?.kind === 'baseline';
    if (found.status !== 'failed' && !isKnown) continue;
    const fingerprint = fingerprints.get(found) ?? '';
    if (entries.has(fingerprint)) continue;
    entries.set(fingerprint, {
      fingerprint,
      id: found.rule.id,
      path: pathOf(found),
      resource: found.finding.address,
      message: found.finding.message,
    });
  }
  return renderBaseline({ scope, entries: [...entries.values()] });
}

export function renderBaseline({ scope, entries }: Baseline): string {
  return `${JSON.stringify({ version: 1, scope, findings: entries }, undefined, 2)}\n`;
}

export interface BaselineEffect {
  readonly result: ScanResult;
  /** Entries that are still found. */
  readonly kept: readonly BaselineEntry[];
  /** Entries that are not found any more; none when the scan was incomplete, as they may only be out of sight. */
  readonly gone: readonly BaselineEntry[];
}

/** Findings of the baseline no longer count. */
export function applyBaseline(result: ScanResult, entries: readonly BaselineEntry[]): BaselineEffect {
  const fingerprints = fingerprintsOf(result.findings, result.files);
  const known = new Set(entries.map((entry) => entry.fingerprint));
  const seen = new Set<string>();
  const findings = result.findings.map((found): ScanFinding => {
    const fingerprint = fingerprints.get(found) ?? '';
    // A value that can no longer be known may still be the old mistake, so its entry stays.
    if (found.status !== 'passed') seen.add(fingerprint);
    if (found.status !== 'failed' || !known.has(fingerprint)) return found;
    return { ...found, status: 'ignored', suppression: { kind: 'baseline' } };
  });
  const gone = isIncomplete(result) ? [] : entries.filter((entry) => !seen.has(entry.fingerprint));
  return {
    result: { ...result, findings, counts: { ...result.counts, ...countFindings(findings) } },
    kept: entries.filter((entry) => !gone.includes(entry)),
    gone,
  };
}
