// Written by `npm run generate`. Do not edit.
import type { Check } from '../kit/check.ts';
import storageEnforceHttps from './storage/enforce-https.ts';

export const CHECKS: readonly Check[] = [storageEnforceHttps];
