export type * from './evaluate/instance.ts';
export type * from './source/file-system.ts';
export { isProblem } from './source/file-system.ts';
