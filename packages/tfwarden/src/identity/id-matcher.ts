import { distance } from 'fastest-levenshtein';
import { hasWildcard, matchesWildcard } from '../text/wildcard.ts';
import { RETIRED_IDS } from './retired-ids.ts';

/** What the matcher needs of a check. */
export interface Identity {
  readonly id: string;
  readonly shortCode: string;
  readonly aliases: readonly string[];
}

/** What an id that a person wrote stands for. */
export type ResolvedId =
  | { readonly kind: 'checks'; readonly ids: ReadonlySet<string> }
  /** An id of the past without a successor. */
  | { readonly kind: 'retired'; readonly explanation: string }
  | { readonly kind: 'unknown'; readonly suggestion: string | undefined };

/**
 * Resolves every id a person may write: long id, legacy code (`AWS086`), AVD and Trivy ids, ids of other tools, old long ids, the bare short code,
 * and patterns with `*` and `?` over all of them. Case does not matter. Everything that accepts ids calls it.
 */
export interface IdMatcher {
  resolve(written: string): ResolvedId;
  /** @returns whether the written id stands for the check, perhaps among others */
  matches(written: string, id: string): boolean;
}

/** Written ids may come from scanned files; only so many different ones are remembered. */
const MAX_REMEMBERED = 10_000;

/** @param identities  asked for when the first id is resolved: few scans meet one */
export function createIdMatcher(identities: () => readonly Identity[]): IdMatcher {
  let made: Index | undefined;
  const remembered = new Map<string, ResolvedId>();
  function resolve(written: string): ResolvedId {
    const key = written.trim().toLowerCase();
    const before = remembered.get(key);
    if (before !== undefined) return before;
    made ??= indexOf(identities());
    const resolved = resolveKey(key, made);
    if (remembered.size < MAX_REMEMBERED) remembered.set(key, resolved);
    return resolved;
  }

  return {
    resolve,
    matches(written, id) {
      const resolved = resolve(written);
      return resolved.kind === 'checks' && resolved.ids.has(id);
    },
  };
}

/** Ids in lower case. */
interface Index {
  /** Main ids, and how they are written. */
  readonly mains: ReadonlyMap<string, string>;
  /** Main ids of the checks that an alias stands for. */
  readonly aliases: ReadonlyMap<string, ReadonlySet<string>>;
  /** How an alias is written, for suggestions. */
  readonly spellings: ReadonlyMap<string, string>;
}

function indexOf(identities: readonly Identity[]): Index {
  const mains = new Map<string, string>();
  const aliases = new Map<string, Set<string>>();
  const spellings = new Map<string, string>();
  for (const { id, shortCode, aliases: others } of identities) {
    mains.set(id.toLowerCase(), id);
    for (const alias of [shortCode, ...others]) {
      const key = alias.toLowerCase();
      spellings.set(key, alias);
      const ids = aliases.get(key);
      if (ids === undefined) aliases.set(key, new Set([id]));
      else ids.add(id);
    }
  }
  return { mains, aliases, spellings };
}

function resolveKey(key: string, { mains, aliases, spellings }: Index): ResolvedId {
  const main = mains.get(key);
  // Checks that an id once stood for together have it as an alias: `general-secrets-no-plaintext-exposure`.
  if (main !== undefined) return { kind: 'checks', ids: new Set([main, ...(aliases.get(key) ?? [])]) };
  const known = aliases.get(key);
  if (known !== undefined) return { kind: 'checks', ids: known };
  if (hasWildcard(key)) {
    const ids = new Set<string>();
    for (const [id, written] of mains) if (matchesWildcard(key, id)) ids.add(written);
    for (const [alias, of] of aliases) {
      if (matchesWildcard(key, alias)) for (const id of of) ids.add(id);
    }
    return { kind: 'checks', ids };
  }
  const explanation = RETIRED_IDS.get(key);
  if (explanation !== undefined) return { kind: 'retired', explanation };
  const nearest = nearestOf(key, [...mains.keys(), ...aliases.keys()]);
  return {
    kind: 'unknown',
    suggestion: nearest === undefined ? undefined : (mains.get(nearest) ?? spellings.get(nearest)),
  };
}

function nearestOf(key: string, candidates: readonly string[]): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.floor(key.length / 4)) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - key.length) >= bestDistance) continue;
    const away = distance(key, candidate);
    if (away < bestDistance) {
      best = candidate;
      bestDistance = away;
    }
  }
  return best;
}
