export { catalogue } from './catalogue-entries.ts';
export type * from './catalogue-entry.ts';
export * from './kit/index.ts';
export { loadAllChecks, loadChecks, loadChecksOf, PROVIDERS } from './load-checks.ts';
export type * from './occurring.ts';
export { occurringIn } from './occurring.ts';
