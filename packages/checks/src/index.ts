export type * from './catalogue-entry.ts';
export * from './kit/index.ts';
export { loadAllChecks, loadCatalogue, loadChecks, loadChecksOf, PROVIDERS } from './load-checks.ts';
export type * from './occurring.ts';
export { occurringIn } from './occurring.ts';
