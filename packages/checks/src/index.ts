export * from './catalogue.ts';
export type * from './catalogue-entry.ts';
export * from './kit/index.ts';
export * from './providers-of-types.ts';
