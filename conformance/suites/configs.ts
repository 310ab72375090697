import type { Report } from '../suite.ts';

/** Not written yet: reports nothing. */
export function run(_dir: string, _report: Report): void {}
