// Written by `npm run generate`. Do not edit.
import type { Check } from '../kit/check.ts';
import networkNoPublicEgress from './network/no-public-egress.ts';
import networkNoPublicIngress from './network/no-public-ingress.ts';

// biome-ignore format: one line for one check
export const CHECKS: readonly Check[] = [
  networkNoPublicEgress,
  networkNoPublicIngress,
];
