import { distance } from 'fastest-levenshtein';
import { hasWildcard, matchesWildcard } from '../text/wildcard.ts';
import { KNOWN_IDS } from './known-ids.ts';
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
  /** A known id whose check this version does not have yet. */
  | { readonly kind: 'planned'; readonly id: string }
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

export function createIdMatcher(identities: readonly Identity[]): IdMatcher {
  const mains = new Map<string, string>();
  const aliases = new Map<string, Set<string>>();
  /** How an alias is written, for suggestions. */
  const spellings = new Map<string, string>();
  function add(alias: string, id: string): void {
    const key = alias.toLowerCase();
    spellings.set(key, alias);
    const ids = aliases.get(key);
    if (ids === undefined) aliases.set(key, new Set([id]));
    else ids.add(id);
  }
  for (const identity of identities) {
    mains.set(identity.id.toLowerCase(), identity.id);
    add(identity.shortCode, identity.id);
    for (const alias of identity.aliases) add(alias, identity.id);
  }

  /** Ids of checks that this version does not have; filled when the first such id is met. */
  let planned: Map<string, string> | undefined;
  function findPlanned(key: string): string | undefined {
    if (planned === undefined) {
      planned = new Map();
      for (const [id, others] of KNOWN_IDS) {
        if (mains.has(id)) {
          // The table knows older ids of existing checks too, should the check itself not list them.
          for (const alias of others.split(' ')) {
            if (alias !== '' && !aliases.has(alias.toLowerCase())) add(alias, id);
          }
          continue;
        }
        planned.set(id, id);
        for (const alias of others.split(' ')) {
          if (alias !== '' && !planned.has(alias.toLowerCase())) planned.set(alias.toLowerCase(), id);
        }
      }
    }
    return planned.get(key);
  }

  function suggestionFor(key: string): string | undefined {
    let best: string | undefined;
    let bestDistance = Math.max(2, Math.floor(key.length / 4)) + 1;
    for (const candidate of [...mains.keys(), ...aliases.keys()]) {
      if (Math.abs(candidate.length - key.length) >= bestDistance) continue;
      const away = distance(key, candidate);
      if (away < bestDistance) {
        best = candidate;
        bestDistance = away;
      }
    }
    return best === undefined ? undefined : (mains.get(best) ?? spellings.get(best));
  }

  function resolveKey(key: string): ResolvedId {
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
    const later = findPlanned(key);
    if (later !== undefined) return { kind: 'planned', id: later };
    const late = aliases.get(key);
    if (late !== undefined) return { kind: 'checks', ids: late };
    const explanation = RETIRED_IDS.get(key);
    if (explanation !== undefined) return { kind: 'retired', explanation };
    return { kind: 'unknown', suggestion: suggestionFor(key) };
  }

  const remembered = new Map<string, ResolvedId>();
  function resolve(written: string): ResolvedId {
    const key = written.trim().toLowerCase();
    const before = remembered.get(key);
    if (before !== undefined) return before;
    const resolved = resolveKey(key);
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
