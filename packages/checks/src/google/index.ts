// Written by `npm run generate`. Do not edit.
import type { Check } from '../kit/check.ts';
import storageEnableUbla from './storage/enable-ubla.ts';

export const CHECKS: readonly Check[] = [storageEnableUbla];
