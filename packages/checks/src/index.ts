export * from './catalogue.ts';
export type * from './catalogue-entry.ts';
export * from './kit/index.ts';
export * from './providers-of-types.ts';

/** Loads ids, aliases and titles of all checks without the checks themselves. */
export async function loadCatalogue(): Promise<readonly import('./catalogue-entry.ts').CatalogueEntry[]> {
  return (await import('./catalogue-entries.ts')).CATALOGUE;
}
