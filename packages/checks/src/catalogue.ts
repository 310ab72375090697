// Written by `npm run generate`. Do not edit.
import type { Check } from './kit/check.ts';

export const PROVIDERS: readonly string[] = [];

/** Loads the checks of one provider; empty for a provider without checks. */
export function loadChecks(_provider: string): Promise<readonly Check[]> {
  return Promise.resolve([]);
}
