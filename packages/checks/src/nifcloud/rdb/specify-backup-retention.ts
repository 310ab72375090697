import { defineCheck, hcl, requireAtLeast } from '../../kit/index.ts';

export default defineCheck({
  id: 'nifcloud-rdb-specify-backup-retention',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'nifcloud_db_instance',

  title: 'Databases should keep backups for more than a day',
  why: 'Automatic backups are kept for as many days as `backup_retention_period` says; with 0 none are made. A problem that is found on Monday needs the backup of Friday.',
  harm: 'Data that is lost or damaged cannot be brought back.',
  remedy: 'Set `backup_retention_period` to at least 2, better to a week.',
  links: [
    'https://pfs.nifcloud.com/spec/rdb/snapshot_backup.htm',
    'https://registry.terraform.io/providers/nifcloud/nifcloud/latest/docs/resources/db_instance#backup_retention_period',
  ],
  alsoKnownAs: {
    trivy: ['AVD-NIF-0009', 'NIF-0009'],
  },

  messages: {
    missing: '`{address}` does not say how long backups are kept',
    value: '`{address}` keeps backups for `{value}` days only',
  },

  examples: () => [
    {
      bad: hcl`
        resource "nifcloud_db_instance" "orders" {
          identifier     = "orders"
          instance_class = "db.large"
        }
      `,
      expect: 'missing',
      fixed: hcl`
        resource "nifcloud_db_instance" "orders" {
          identifier              = "orders"
          instance_class          = "db.large"
          backup_retention_period = 7
        }
      `,
    },
    {
      bad: hcl`
        resource "nifcloud_db_instance" "orders" {
          identifier              = "orders"
          instance_class          = "db.large"
          backup_retention_period = 1
        }
      `,
      expect: 'value',
      fixed: hcl`
        resource "nifcloud_db_instance" "orders" {
          identifier              = "orders"
          instance_class          = "db.large"
          backup_retention_period = 7
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "nifcloud_db_instance" "orders" {
        identifier              = "orders"
        instance_class          = "db.large"
        backup_retention_period = 7
      }
    `,
  ],

  evaluate: requireAtLeast('backup_retention_period', 2, { absent: 'fails', fixTo: '7' }),
});
