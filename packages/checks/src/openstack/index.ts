// Written by `npm run generate`. Do not edit.
import type { Check } from '../kit/check.ts';
import computeNoPlaintextPassword from './compute/no-plaintext-password.ts';
import computeNoPublicAccess from './compute/no-public-access.ts';
import networkingDescribeSecurityGroup from './networking/describe-security-group.ts';
import networkingNoPublicEgress from './networking/no-public-egress.ts';
import networkingNoPublicIngress from './networking/no-public-ingress.ts';

// biome-ignore format: one line for one check
export const CHECKS: readonly Check[] = [
  computeNoPlaintextPassword,
  computeNoPublicAccess,
  networkingDescribeSecurityGroup,
  networkingNoPublicEgress,
  networkingNoPublicIngress,
];
