// Written by `npm run generate`. Do not edit.
import type { Check } from '../kit/check.ts';
import secretsSensitiveInAttribute from './secrets/sensitive-in-attribute.ts';

export const CHECKS: readonly Check[] = [secretsSensitiveInAttribute];
