import { applyEditGroups, type TextEdit } from '@tfwarden/hcl';
import type { FileSystem } from '@tfwarden/terraform';
import { localAddress } from './finding-place.ts';
import type { ScanFinding } from './scan-finding.ts';
import type { ScanResult } from './scan-result.ts';
import { createScanner, type ScannerOptions } from './scanner.ts';
import { textEditsOf } from './text-edits-of.ts';

/** Edits that meet on one line take a round each, and mending may uncover what can be mended next; more rounds mean that two fixes fight. */
const MAX_ROUNDS = 10;
/** Scans spent on finding the fixes to leave out when all of them together do harm. */
const MAX_TRIALS = 40;

export interface MendOptions extends ScannerOptions {
  /** Also make edits that deserve a second look: they replace a resource or drop access. */
  readonly withCaution: boolean;
}

export interface Mended {
  /** New texts by path, of files that change. */
  readonly texts: ReadonlyMap<string, { readonly before: string; readonly after: string }>;
  /** Findings that are gone. */
  readonly mended: readonly ScanFinding[];
  /** Findings with a fix that was left out, and why. */
  readonly left: readonly { readonly found: ScanFinding; readonly reason: string }[];
  readonly result: ScanResult;
}

/**
 * Makes the fixes that checks offer. An edit stays only when the finding is then gone, nothing new fails, and no problem of the configuration
 * appears. Nothing is written: the texts are given back.
 */
export async function mend(fileSystem: FileSystem, paths: readonly string[], options: MendOptions): Promise<Mended> {
  const overlay = new Map<string, string>();
  const originals = new Map<string, string>();
  const mended: ScanFinding[] = [];
  const refused = new Set<string>();
  const left: { readonly found: ScanFinding; readonly reason: string }[] = [];
  const scanWith = createTrials(fileSystem, paths, options);
  let result = await scanWith(overlay);

  for (let round = 0; round < MAX_ROUNDS; round++) {
    const candidates: Candidate[] = [];
    for (const found of result.findings) {
      const candidate = candidateOf(found, options, refused, left);
      if (candidate !== undefined) candidates.push(candidate);
    }
    if (candidates.length === 0) break;
    for (const { edits } of candidates) {
      const { file } = edits[0];
      if (!originals.has(file.name)) originals.set(file.name, file.text);
    }
    const attempt = async (chosen: readonly Candidate[]): Promise<Attempt> => {
      const edited = textsWith(chosen);
      const texts = new Map([...overlay, ...edited.texts]);
      const after = await scanWith(texts);
      return { texts, after, applied: edited.applied, isGood: isBetter(result, after, edited.applied) };
    };
    const accepted = await chooseCandidates(candidates, attempt);
    mended.push(...(accepted.attempt?.applied ?? []).map((candidate) => candidate.found));
    for (const candidate of accepted.harmful) {
      refused.add(candidate.key);
      left.push({ found: candidate.found, reason: 'the check would still fail, or something else would' });
    }
    if (accepted.attempt === undefined) break;
    for (const [path, text] of accepted.attempt.texts) overlay.set(path, text);
    result = accepted.attempt.after;
  }

  const texts = new Map<string, { readonly before: string; readonly after: string }>();
  for (const [path, after] of [...overlay].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const before = originals.get(path) ?? '';
    if (before !== after) texts.set(path, { before, after });
  }
  return { texts, mended, left, result };
}

interface Candidate {
  readonly found: ScanFinding;
  readonly edits: readonly [TextEdit, ...TextEdit[]];
  /** Check, module folder and resource. */
  readonly key: string;
}

interface Attempt {
  readonly texts: ReadonlyMap<string, string>;
  /** Those whose edits go together; the others have their turn in the next round. */
  readonly applied: readonly Candidate[];
  readonly after: ScanResult;
  readonly isGood: boolean;
}

function candidateOf(
  found: ScanFinding,
  options: MendOptions,
  refused: Set<string>,
  left: { readonly found: ScanFinding; readonly reason: string }[],
): Candidate | undefined {
  const { fix } = found.finding;
  if (found.status !== 'failed' || fix === undefined) return undefined;
  const key = keyOf(found);
  if (refused.has(key)) return undefined;
  if (fix.caution !== undefined && !options.withCaution) {
    refused.add(key);
    left.push({ found, reason: fix.caution });
    return undefined;
  }
  const [first, ...rest] = textEditsOf(fix) ?? [];
  if (first === undefined) return undefined;
  return { found, edits: [first, ...rest], key };
}

/** All of them when that is good, else one after the other as long as trials are left. */
async function chooseCandidates(
  candidates: readonly Candidate[],
  attempt: (chosen: readonly Candidate[]) => Promise<Attempt>,
): Promise<{ readonly attempt: Attempt | undefined; readonly harmful: readonly Candidate[] }> {
  const all = await attempt(candidates);
  if (all.isGood) return { attempt: all, harmful: [] };
  let best: Attempt | undefined;
  const harmful: Candidate[] = [];
  for (const candidate of candidates.slice(0, MAX_TRIALS)) {
    const trial = await attempt([...(best?.applied ?? []), candidate]);
    if (!trial.applied.includes(candidate)) continue;
    if (trial.isGood) best = trial;
    else harmful.push(candidate);
  }
  return { attempt: best, harmful };
}

interface EditedTexts {
  readonly texts: ReadonlyMap<string, string>;
  readonly applied: readonly Candidate[];
}

function textsWith(chosen: readonly Candidate[]): EditedTexts {
  const groups = new Map<string, Candidate[]>();
  for (const candidate of chosen) {
    const { name } = candidate.edits[0].file;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [candidate]);
    else group.push(candidate);
  }
  const texts = new Map<string, string>();
  const applied: Candidate[] = [];
  for (const [path, group] of groups) {
    const text = group[0]?.edits[0].file.text ?? '';
    const edited = applyEditGroups(
      text,
      group.map((candidate) => candidate.edits),
    );
    texts.set(path, edited.text);
    for (const index of edited.applied) {
      const candidate = group[index];
      if (candidate !== undefined) applied.push(candidate);
    }
  }
  return { texts, applied };
}

/** Nothing fails that did not, and every resource that was mended has fewer failures of its check. */
function isBetter(before: ScanResult, after: ScanResult, chosen: readonly Candidate[]): boolean {
  if (problemCount(after) > problemCount(before)) return false;
  const was = failuresByKey(before);
  const is = failuresByKey(after);
  for (const [key, count] of is) if (count > (was.get(key) ?? 0)) return false;
  return chosen.every(({ key }) => (is.get(key) ?? 0) < (was.get(key) ?? 0));
}

function problemCount(result: ScanResult): number {
  return result.diagnostics.filter((diagnostic) => diagnostic.severity === 'error').length;
}

function failuresByKey(result: ScanResult): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const found of result.findings) {
    if (found.status === 'failed') counts.set(keyOf(found), (counts.get(keyOf(found)) ?? 0) + 1);
  }
  return counts;
}

function keyOf(found: ScanFinding): string {
  return `${found.rule.id}\0${found.finding.module.directory}\0${localAddress(found.finding)}`;
}

/** @returns a function that scans with some files replaced; only what differs from its last call is scanned again */
function createTrials(
  fileSystem: FileSystem,
  paths: readonly string[],
  options: ScannerOptions,
): (texts: ReadonlyMap<string, string>) => Promise<ScanResult> {
  const encoder = new TextEncoder();
  let shown: ReadonlyMap<string, string> = new Map();
  const scanner = createScanner(
    {
      read(path) {
        const text = shown.get(path);
        return text === undefined ? fileSystem.read(path) : encoder.encode(text);
      },
      list: (path) => fileSystem.list(path),
      stat: (path) => fileSystem.stat(path),
    },
    paths,
    options,
  );
  return (texts) => {
    const changes = [...new Set([...shown.keys(), ...texts.keys()])].filter(
      (path) => shown.get(path) !== texts.get(path),
    );
    shown = new Map(texts);
    return scanner.scan(changes);
  };
}
