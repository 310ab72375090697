import { expect, it } from 'vitest';
import { viewOf } from '../../../testing/view-of.ts';
import { isDatabaseOf, postgresMajorOf } from './database-flags.ts';

it.each([
  ['"POSTGRES_15"', 'true', 'false', 15],
  ['"POSTGRES_9_6"', 'true', 'false', 9],
  ['"MYSQL_8_0"', 'false', 'true', undefined],
  ['"SQLSERVER_2022_STANDARD"', 'false', 'false', undefined],
  // google 3 makes MySQL when nothing is written.
  ['null', 'false', 'true', undefined],
  ['var.version', 'unknown', 'unknown', undefined],
  ['"POSTGRES_${var.version}"', 'true', 'false', undefined],
])('reads the version %s', (version, isPostgres, isMysql, major) => {
  const instance = viewOf(
    'google_sql_database_instance.orders',
    `
      variable "version" {}
      resource "google_sql_database_instance" "orders" {
        database_version = ${version}
      }
    `,
  );
  expect(isDatabaseOf(instance, 'POSTGRES')).toBe(isPostgres);
  expect(isDatabaseOf(instance, 'MYSQL')).toBe(isMysql);
  expect(postgresMajorOf(instance)).toBe(major);
});
