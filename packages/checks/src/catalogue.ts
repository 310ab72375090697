// Written by `npm run generate`. Do not edit.
import type { CatalogueEntry } from './catalogue-entry.ts';
import type { Check } from './kit/check.ts';

const LOADERS: Readonly<Record<string, () => Promise<readonly Check[]>>> = {
  aws: async () => (await import('./aws/index.ts')).CHECKS,
  azure: async () => (await import('./azure/index.ts')).CHECKS,
  cloudstack: async () => (await import('./cloudstack/index.ts')).CHECKS,
  digitalocean: async () => (await import('./digitalocean/index.ts')).CHECKS,
  general: async () => (await import('./general/index.ts')).CHECKS,
  github: async () => (await import('./github/index.ts')).CHECKS,
  google: async () => (await import('./google/index.ts')).CHECKS,
  kubernetes: async () => (await import('./kubernetes/index.ts')).CHECKS,
  nifcloud: async () => (await import('./nifcloud/index.ts')).CHECKS,
  openstack: async () => (await import('./openstack/index.ts')).CHECKS,
  oracle: async () => (await import('./oracle/index.ts')).CHECKS,
};

export const PROVIDERS: readonly string[] = Object.keys(LOADERS);

/** Loads the checks of one provider; empty for a provider without checks. */
export async function loadChecks(provider: string): Promise<readonly Check[]> {
  return (await LOADERS[provider]?.()) ?? [];
}

/** Loads ids, aliases and titles of all checks without the checks themselves. */
export async function loadCatalogue(): Promise<readonly CatalogueEntry[]> {
  return (await import('./catalogue-entries.ts')).CATALOGUE;
}
