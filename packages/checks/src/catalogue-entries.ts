// Written by `npm run generate`. Do not edit.
import type { CatalogueEntry } from './catalogue-entry.ts';

export const CATALOGUE: readonly CatalogueEntry[] = [];
