import { defineCheck, hcl } from '../../kit/index.ts';
import { requireOwnNetwork } from '../common-private-network.ts';

export default defineCheck({
  id: 'nifcloud-rdb-no-common-private-db-instance',
  since: '1.0.0',
  severity: 'LOW',
  resource: 'nifcloud_db_instance',

  title: 'Databases should not use the common private network',
  why: 'The common private network connects the servers of many customers in a zone. What listens there is a neighbour of strangers. A private LAN belongs to one customer alone. It is what you get when you name none.',
  harm: 'Other customers of the zone can reach the database.',
  remedy: 'Create a private LAN and name it in `network_id`.',
  links: [
    'https://pfs.nifcloud.com/service/plan.htm',
    'https://registry.terraform.io/providers/nifcloud/nifcloud/latest/docs/resources/db_instance#network_id',
  ],
  alsoKnownAs: {
    trivy: ['AVD-NIF-0010', 'NIF-0010'],
  },

  messages: {
    missing: '`{address}` names no network, so it is in the private network that all customers of the zone share',
    shared: '`{address}` is in the private network that all customers of the zone share',
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
    },
    {
      bad: hcl`
        resource "nifcloud_db_instance" "orders" {
          identifier     = "orders"
          instance_class = "db.large"
          network_id     = "net-COMMON_PRIVATE"
        }
      `,
      expect: 'shared',
    },
  ],
  good: () => [
    hcl`
      resource "nifcloud_db_instance" "orders" {
        identifier     = "orders"
        instance_class = "db.large"
        network_id     = "net-0123456789"
      }
    `,
  ],

  // Which private LAN is right cannot be guessed: no fix.
  evaluate: requireOwnNetwork('network_id'),
});
