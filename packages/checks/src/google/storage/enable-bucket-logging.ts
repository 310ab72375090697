import type { Answer, ResourceView } from '../../kit/index.ts';
import { allOf, anyOf, anySetting, defineCheck, hcl } from '../../kit/index.ts';

/** Services whose audit logs show access to objects. */
const AUDITED_SERVICES: readonly string[] = ['allServices', 'storage.googleapis.com'];

export default defineCheck({
  id: 'google-storage-enable-bucket-logging',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'google_storage_bucket',

  title: 'Storage buckets should log access',
  why: 'Usage logs, or data access audit logs of the project, show who read, changed or deleted objects.',
  harm: 'Nobody can tell afterwards who had the data.',
  remedy:
    'Add a `logging` block that names a bucket for logs, or switch on data access audit logs with `google_project_iam_audit_config`.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/storage_bucket#logging',
    'https://cloud.google.com/storage/docs/access-logs',
  ],
  alsoKnownAs: {
    trivy: ['AVD-GCP-0077', 'GCP-0077', 'storage-bucket-logging-not-enabled'],
    checkov: ['CKV_GCP_62'],
  },

  messages: {
    missing: '`{address}` does not log access to its objects',
  },

  examples: () => [
    {
      bad: hcl`
        resource "google_storage_bucket" "invoices" {
          name     = "invoices"
          location = "EU"
        }
      `,
      expect: 'missing',
    },
  ],
  good: () => [
    hcl`
      resource "google_storage_bucket" "logs" {
        name     = "shop-logs"
        location = "EU"
      }

      resource "google_storage_bucket" "invoices" {
        name     = "invoices"
        location = "EU"

        logging {
          log_bucket = google_storage_bucket.logs.name
        }
      }
    `,
    hcl`
      resource "google_project_iam_audit_config" "storage" {
        project = "shop"
        service = "storage.googleapis.com"

        audit_log_config {
          log_type = "DATA_READ"
        }

        audit_log_config {
          log_type = "DATA_WRITE"
        }
      }

      resource "google_storage_bucket" "invoices" {
        name     = "invoices"
        location = "EU"
        project  = "shop"
      }
    `,
  ],

  evaluate(bucket, report) {
    const target = bucket.attribute('logging.log_bucket');
    const isLogged = target.isSet();
    if (isLogged === 'true') return;
    const isLogBucket = bucket.relatedTo('google_storage_bucket', 'logging.log_bucket').answer;
    const isAudited = auditOf(bucket);
    if (isLogBucket === 'true' || isAudited === 'true') return;
    if (isLogged === 'unknown' || isLogBucket === 'unknown' || isAudited === 'unknown') {
      report.undetermined({ at: target });
      return;
    }
    report.fail({ message: 'missing', at: target });
  },
});

/** Whether an audit config of the bucket's project logs reading and writing. One without a known project may be of any. */
function auditOf(bucket: ResourceView): Answer {
  const project = bucket.attribute('project').text();
  return anySetting(bucket.estate, 'google_project_iam_audit_config', (config) => {
    const configured = config.attribute('project').text();
    if (project !== undefined && configured !== undefined && project !== configured) return 'false';
    const types = config.blocks('audit_log_config').map((block) => block.attribute('log_type'));
    return allOf([
      config.attribute('service').isOneOf(AUDITED_SERVICES),
      anyOf(types.map((type) => type.equals('DATA_READ'))),
      anyOf(types.map((type) => type.equals('DATA_WRITE'))),
    ]);
  });
}
