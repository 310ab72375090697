import { defineCheck, hcl, requireOneOf } from '../../kit/index.ts';
import { formerAttribute } from '../renamed-arguments.ts';

const ENCRYPTED_MODES: readonly string[] = ['ENCRYPTED_ONLY', 'TRUSTED_CLIENT_CERTIFICATE_REQUIRED'];

export default defineCheck({
  id: 'google-sql-encrypt-in-transit-data',
  since: '1.0.0',
  severity: 'HIGH',
  resource: 'google_sql_database_instance',

  title: 'SQL instances should require TLS',
  why: 'A Cloud SQL instance takes connections with and without TLS unless `ssl_mode` says otherwise.',
  harm: 'Passwords and data can be read, and changed, on their way.',
  remedy:
    'Set `ssl_mode` to `ENCRYPTED_ONLY`, or to `TRUSTED_CLIENT_CERTIFICATE_REQUIRED` where every client has a certificate.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/sql_database_instance#ssl_mode',
    'https://cloud.google.com/sql/docs/postgres/configure-ssl-instance',
  ],
  alsoKnownAs: {
    trivy: ['AVD-GCP-0015', 'GCP-0015'],
  },
  providerFacts: [
    {
      version: 'google < 6',
      fact: '`require_ssl = true` does the same and more; it counts where `ssl_mode` is not written. The fix writes `ssl_mode`, which google 4 does not have.',
    },
  ],

  messages: {
    missing: '`{address}` does not require TLS, so clients may connect in clear text',
    value: '`{address}` takes connections in clear text (`{value}`)',
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
      expect: 'missing',
      fixed: hcl`
        resource "google_sql_database_instance" "orders" {
          name             = "orders"
          database_version = "POSTGRES_15"

          settings {
            tier = "db-custom-2-7680"

            ip_configuration {
              ssl_mode = "ENCRYPTED_ONLY"
            }
          }
        }
      `,
    },
    {
      bad: hcl`
        resource "google_sql_database_instance" "orders" {
          name             = "orders"
          database_version = "POSTGRES_15"

          settings {
            tier = "db-custom-2-7680"

            ip_configuration {
              ssl_mode = "ALLOW_UNENCRYPTED_AND_ENCRYPTED"
            }
          }
        }
      `,
      expect: 'value',
      fixed: hcl`
        resource "google_sql_database_instance" "orders" {
          name             = "orders"
          database_version = "POSTGRES_15"

          settings {
            tier = "db-custom-2-7680"

            ip_configuration {
              ssl_mode = "ENCRYPTED_ONLY"
            }
          }
        }
      `,
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
            ssl_mode = "ENCRYPTED_ONLY"
          }
        }
      }
    `,
    hcl`
      resource "google_sql_database_instance" "orders" {
        name             = "orders"
        database_version = "POSTGRES_15"

        settings {
          tier = "db-custom-2-7680"

          ip_configuration {
            require_ssl = true
          }
        }
      }
    `,
  ],

  evaluate(instance, report) {
    const configuration = instance.block('settings.ip_configuration');
    const required = configuration && formerAttribute(configuration, 'ssl_mode');
    const mode = instance.attribute('settings.ip_configuration.ssl_mode');
    const verdict = mode.isOneOf(ENCRYPTED_MODES);
    if (verdict === 'absent' || mode.text() === '') {
      const isRequired = required?.truth();
      if (isRequired === 'true') return;
      if (isRequired === 'unknown' && required !== undefined) {
        report.undetermined({ at: required });
        return;
      }
    }
    requireOneOf('settings.ip_configuration.ssl_mode', ENCRYPTED_MODES, {
      absent: 'fails',
      fixTo: '"ENCRYPTED_ONLY"',
      // New settings need a tier, which only a person can choose.
      fix: instance.block('settings') !== undefined,
      caution: 'clients that connect without TLS are refused',
    })(instance, report);
  },
});
