// Written by `npm run generate`. Do not edit.
import type { Check } from '../kit/check.ts';
import storageBucketEncryptionCustomerKey from './storage/bucket-encryption-customer-key.ts';
import storageEnableBucketLogging from './storage/enable-bucket-logging.ts';
import storageEnableBucketVersioning from './storage/enable-bucket-versioning.ts';
import storageEnableUbla from './storage/enable-ubla.ts';
import storageNoPublicAccess from './storage/no-public-access.ts';

// biome-ignore format: one line for one check
export const CHECKS: readonly Check[] = [
  storageBucketEncryptionCustomerKey,
  storageEnableBucketLogging,
  storageEnableBucketVersioning,
  storageEnableUbla,
  storageNoPublicAccess,
];
