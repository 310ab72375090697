// Written by `npm run generate`. Do not edit.
import type { Check } from '../kit/check.ts';
import computeNoSensitiveInfo from './compute/no-sensitive-info.ts';

// biome-ignore format: one line for one check
export const CHECKS: readonly Check[] = [
  computeNoSensitiveInfo,
];
