// Written by `npm run generate`. Do not edit.
import type { Check } from '../kit/check.ts';
import computeNoPublicIp from './compute/no-public-ip.ts';

// biome-ignore format: one line for one check
export const CHECKS: readonly Check[] = [
  computeNoPublicIp,
];
