// Written by `npm run generate`. Do not edit.
import type { Check } from '../kit/check.ts';
import secretsNoPlaintextExposure from './secrets/no-plaintext-exposure.ts';
import secretsSensitiveInAttribute from './secrets/sensitive-in-attribute.ts';
import secretsSensitiveInAttributeValue from './secrets/sensitive-in-attribute-value.ts';
import secretsSensitiveInLocal from './secrets/sensitive-in-local.ts';
import secretsSensitiveInVariable from './secrets/sensitive-in-variable.ts';

// biome-ignore format: one line for one check
export const CHECKS: readonly Check[] = [
  secretsNoPlaintextExposure,
  secretsSensitiveInAttribute,
  secretsSensitiveInAttributeValue,
  secretsSensitiveInLocal,
  secretsSensitiveInVariable,
];
