import type { AttributeView, ResourceView, ShapeReport } from '../../kit/index.ts';
import { anyOf, defineCheck, hcl, reachOf } from '../../kit/index.ts';

export default defineCheck({
  id: 'google-sql-no-public-access',
  since: '1.0.0',
  severity: 'HIGH',
  resource: 'google_sql_database_instance',

  title: 'SQL instances should not be reachable from the internet',
  why: 'An instance has a public address unless `ipv4_enabled` is false. Authorised networks narrow who may connect to it, and often name more of the internet than is needed.',
  harm: 'Anyone who finds the address can try passwords and exploit faults of the database.',
  remedy:
    'Set `ipv4_enabled` to `false` and give the instance a `private_network`, or connect through the Cloud SQL Auth Proxy.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/sql_database_instance#ipv4_enabled',
    'https://cloud.google.com/sql/docs/postgres/configure-private-ip',
  ],
  alsoKnownAs: {
    trivy: ['AVD-GCP-0017', 'GCP-0017'],
    checkov: ['CKV_GCP_60', 'CKV_GCP_11'],
  },

  messages: {
    address: '`{address}` has a public address',
    network: '`{address}` lets the public range `{value}` connect',
    default: '`{address}` has a public address, as `ipv4_enabled` is not set',
  },

  examples: () => [
    {
      bad: hcl`
        resource "google_sql_database_instance" "orders" {
          name             = "orders"
          database_version = "POSTGRES_15"

          settings {
            tier = "db-custom-2-7680"
          }
        }
      `,
      expect: 'default',
    },
    {
      bad: hcl`
        resource "google_sql_database_instance" "orders" {
          name             = "orders"
          database_version = "POSTGRES_15"

          settings {
            tier = "db-custom-2-7680"

            ip_configuration {
              ipv4_enabled = true

              authorized_networks {
                value = "0.0.0.0/0"
              }
            }
          }
        }
      `,
      expect: ['address', 'network'],
    },
  ],
  good: () => [
    hcl`
      resource "google_sql_database_instance" "orders" {
        name             = "orders"
        database_version = "POSTGRES_15"

        settings {
          tier = "db-custom-2-7680"

          ip_configuration {
            ipv4_enabled    = false
            private_network = "projects/shop/global/networks/shop"
          }
        }
      }
    `,
  ],

  evaluate(instance, report) {
    const address = instance.attribute('settings.ip_configuration.ipv4_enabled');
    switch (address.truth()) {
      case 'true':
        report.fail({ message: 'address', at: address });
        break;
      case 'absent':
        judgeDefault(instance, report, address);
        break;
      case 'unknown':
        report.undetermined({ at: address });
        break;
      case 'false':
        break;
    }
    for (const network of instance.blocks('settings.ip_configuration.authorized_networks')) {
      const range = network.attribute('value');
      const reach = reachOf(range.text() ?? '');
      if (reach !== undefined && reach !== 'private') report.fail({ message: 'network', at: range });
      else if (range.state === 'unknown') report.undetermined({ at: range });
    }
  },
});

/** Without `ipv4_enabled` there is a public address, unless the instance is for Private Service Connect or a clone. */
function judgeDefault(instance: ResourceView, report: ShapeReport<'default'>, at: AttributeView): void {
  const isPrivate = instance
    .blocks('settings.ip_configuration.psc_config')
    .map((block) => block.attribute('psc_enabled').truth());
  const answer = anyOf(isPrivate);
  if (answer === 'true') return;
  const isClone = instance.mayHaveBlock('clone');
  if (answer === 'unknown' || (isClone !== 'false' && instance.mayHaveBlock('settings') === 'false')) {
    report.undetermined({ at });
    return;
  }
  report.fail({ message: 'default', at });
}
