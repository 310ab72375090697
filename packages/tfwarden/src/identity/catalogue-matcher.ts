import { catalogue } from '@tfwarden/checks';
import { createIdMatcher, type Identity, type IdMatcher } from './id-matcher.ts';
import { shortCodeOf } from './short-code.ts';

/** The matcher of every check of ours, loaded or not. @param further  custom checks */
export function createCatalogueMatcher(further: readonly Identity[] = []): IdMatcher {
  return createIdMatcher(() => [...catalogueIdentities(), ...further]);
}

/** What the id matcher needs of every check of ours. */
function catalogueIdentities(): readonly Identity[] {
  return catalogue().map(({ id, provider, service, alsoKnownAs }) => ({
    id,
    shortCode: shortCodeOf(id, provider, service),
    aliases: Object.values(alsoKnownAs).flat(),
  }));
}
