// Written by `npm run generate`. Do not edit.
import type { Check } from '../kit/check.ts';
import sqlEnableBackup from './sql/enable-backup.ts';
import sqlEnablePgTempFileLogging from './sql/enable-pg-temp-file-logging.ts';
import sqlEncryptInTransitData from './sql/encrypt-in-transit-data.ts';
import sqlMysqlNoLocalInfile from './sql/mysql-no-local-infile.ts';
import sqlNoContainedDbAuth from './sql/no-contained-db-auth.ts';
import sqlNoCrossDbOwnershipChaining from './sql/no-cross-db-ownership-chaining.ts';
import sqlNoPublicAccess from './sql/no-public-access.ts';
import sqlPgLogCheckpoints from './sql/pg-log-checkpoints.ts';
import sqlPgLogConnections from './sql/pg-log-connections.ts';
import sqlPgLogDisconnections from './sql/pg-log-disconnections.ts';
import sqlPgLogErrors from './sql/pg-log-errors.ts';
import sqlPgLogLockWaits from './sql/pg-log-lock-waits.ts';
import sqlPgNoMinStatementLogging from './sql/pg-no-min-statement-logging.ts';
import storageBucketEncryptionCustomerKey from './storage/bucket-encryption-customer-key.ts';
import storageEnableBucketLogging from './storage/enable-bucket-logging.ts';
import storageEnableBucketVersioning from './storage/enable-bucket-versioning.ts';
import storageEnableUbla from './storage/enable-ubla.ts';
import storageNoPublicAccess from './storage/no-public-access.ts';

// biome-ignore format: one line for one check
export const CHECKS: readonly Check[] = [
  sqlEnableBackup,
  sqlEnablePgTempFileLogging,
  sqlEncryptInTransitData,
  sqlMysqlNoLocalInfile,
  sqlNoContainedDbAuth,
  sqlNoCrossDbOwnershipChaining,
  sqlNoPublicAccess,
  sqlPgLogCheckpoints,
  sqlPgLogConnections,
  sqlPgLogDisconnections,
  sqlPgLogErrors,
  sqlPgLogLockWaits,
  sqlPgNoMinStatementLogging,
  storageBucketEncryptionCustomerKey,
  storageEnableBucketLogging,
  storageEnableBucketVersioning,
  storageEnableUbla,
  storageNoPublicAccess,
];
