import { defineCheck, edit, hcl } from '../../kit/index.ts';

export default defineCheck({
  id: 'nifcloud-rdb-no-public-db-access',
  since: '1.0.0',
  severity: 'CRITICAL',
  resource: 'nifcloud_db_instance',

  title: 'Databases should not be reachable from the internet',
  why: 'A publicly accessible database has an address on the internet. Only the rules of its security group then stand between the data and everyone. NIFCLOUD makes a database public unless it is told otherwise.',
  harm: 'Anyone can try passwords and exploits against the database; one wrong rule exposes all of its data.',
  remedy:
    'Set `publicly_accessible` to `false` and reach the database over a private LAN. A change replaces the database, so move its data first.',
  links: [
    'https://pfs.nifcloud.com/guide/rdb/server_new.htm',
    'https://registry.terraform.io/providers/nifcloud/nifcloud/latest/docs/resources/db_instance#publicly_accessible',
  ],
  alsoKnownAs: {
    trivy: ['AVD-NIF-0008', 'NIF-0008'],
  },

  messages: {
    missing: '`{address}` does not set `publicly_accessible`, so it is reachable from the internet',
    enabled: '`{address}` is reachable from the internet',
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
          identifier          = "orders"
          instance_class      = "db.large"
          publicly_accessible = false
        }
      `,
    },
    {
      bad: hcl`
        resource "nifcloud_db_instance" "orders" {
          identifier          = "orders"
          instance_class      = "db.large"
          publicly_accessible = true
        }
      `,
      expect: 'enabled',
      fixed: hcl`
        resource "nifcloud_db_instance" "orders" {
          identifier          = "orders"
          instance_class      = "db.large"
          publicly_accessible = false
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "nifcloud_db_instance" "orders" {
        identifier          = "orders"
        instance_class      = "db.large"
        publicly_accessible = false
      }
    `,
  ],

  evaluate(database, report) {
    const isPublic = database.attribute('publicly_accessible');
    const fix = edit.withCaution(
      edit.setAttribute(database, 'publicly_accessible', 'false'),
      'the database is replaced, and clients outside of its network lose access',
    );
    switch (isPublic.truth()) {
      case 'false':
        return;
      case 'unknown':
        report.undetermined({ at: isPublic });
        return;
      case 'absent':
        report.fail({ message: 'missing', at: isPublic, fix });
        return;
      case 'true':
        report.fail({ message: 'enabled', at: isPublic, fix });
        return;
    }
  },
});
