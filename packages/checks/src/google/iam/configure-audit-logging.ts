import type { Answer, Report, ResourceView } from '../../kit/index.ts';
import { anyOf, defineCheck, hcl } from '../../kit/index.ts';
import { inheritsEverything, LOG_TYPES, logsAllTypes, logsEverything, logsType } from './audit-coverage.ts';

const CONFIG = 'google_project_iam_audit_config';

const messages = {
  missing: '`{address}` has no audit logs of who reads or changes data',
  services: '`{address}` logs a single service (`{value}`), and nothing is logged for the others of the project',
  types: '`{address}` does not log {types}',
} as const;

export default defineCheck({
  id: 'google-iam-configure-audit-logging',
  since: '1.0.0',
  severity: 'LOW',
  resource: ['google_project', CONFIG],

  title: 'Projects should log all access to data',
  why: 'Google logs changes of the configuration by itself. Who reads or changes data is logged for most services only when an audit configuration asks for it.',
  harm: 'After a break-in nobody can tell which data was taken or changed.',
  remedy:
    'Add a `google_project_iam_audit_config` for `allServices` with `ADMIN_READ`, `DATA_READ` and `DATA_WRITE`, or one for the folder or the organisation.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/google_project_iam#google_project_iam_audit_config',
    'https://cloud.google.com/logging/docs/audit/configure-data-access',
  ],
  alsoKnownAs: {
    trivy: ['AVD-GCP-0079', 'GCP-0079'],
    checkov: ['CKV2_GCP_5'],
  },

  messages,

  examples: () => [
    {
      bad: hcl`
        resource "google_project" "shop" {
          name       = "Shop"
          project_id = "shop-prod"
          org_id     = "123456789"
        }
      `,
      expect: 'missing',
    },
    {
      bad: hcl`
        resource "google_project" "shop" {
          name       = "Shop"
          project_id = "shop-prod"
          org_id     = "123456789"
        }

        resource "google_project_iam_audit_config" "shop" {
          project = google_project.shop.project_id
          service = "storage.googleapis.com"

          audit_log_config {
            log_type = "ADMIN_READ"
          }

          audit_log_config {
            log_type = "DATA_WRITE"
          }
        }
      `,
      expect: ['types', 'services'],
    },
  ],
  good: () => [
    hcl`
      resource "google_project" "shop" {
        name       = "Shop"
        project_id = "shop-prod"
        org_id     = "123456789"
      }

      resource "google_project_iam_audit_config" "shop" {
        project = google_project.shop.project_id
        service = "allServices"

        audit_log_config {
          log_type = "ADMIN_READ"
        }

        audit_log_config {
          log_type = "DATA_READ"
        }

        audit_log_config {
          log_type = "DATA_WRITE"
        }
      }
    `,
  ],

  evaluate(resource, report) {
    if (resource.type === 'google_project') judgeProject(resource, report);
    else judgeConfig(resource, report);
  },
});

/** A project without a configuration; one that it has is judged where it stands. */
function judgeProject(project: ResourceView, report: Report<typeof messages>): void {
  const own = project.relatedTo(CONFIG, 'project', { name: 'project_id' }).answer;
  const isLogged = anyOf([own, inheritsEverything(project)]);
  if (isLogged === 'false') report.fail({ message: 'missing', at: project });
  if (isLogged === 'unknown') report.undetermined({ at: project });
}

function judgeConfig(config: ResourceView, report: Report<typeof messages>): void {
  const project = config.attribute('project').refersTo('google_project', { name: 'project_id' }).found[0];
  const siblings = siblingsOf(config, project);
  // What is logged for all services is logged for this one too.
  const isCovered = anyOf([
    ...siblings.map(logsEverything),
    project === undefined ? 'false' : inheritsEverything(project),
  ]);
  if (isCovered === 'true') return;

  const service = config.attribute('service');
  const isForAll = anyOf([service, ...siblings.map((one) => one.attribute('service'))].map(isForAllServices));
  if (project !== undefined && isForAll === 'false' && isCovered === 'false') {
    report.fail({ message: 'services', at: service });
  } else if (isForAll === 'unknown') {
    report.undetermined({ at: service });
  }

  const missing = LOG_TYPES.filter((type) => logsType(config, type) === 'false');
  if (missing.length > 0 && isCovered === 'false') {
    const types = missing.map((type) => `\`${type}\``).join(' and ');
    report.fail({ message: 'types', at: config, values: { types } });
  } else if (logsAllTypes(config) !== 'true') {
    report.undetermined({ at: config });
  }
}

function isForAllServices(service: { equals(text: string): Answer | 'absent' }): Answer {
  return anyOf([service.equals('allServices')]);
}

/** The other configurations of the same project: by reference, or by the same text. */
function siblingsOf(config: ResourceView, project: ResourceView | undefined): readonly ResourceView[] {
  if (project !== undefined) {
    const { found } = project.relatedTo(CONFIG, 'project', { name: 'project_id' });
    return found.filter((other) => other.address !== config.address);
  }
  const id = config.attribute('project').text();
  if (id === undefined) return [];
  return config.estate
    .resources(CONFIG)
    .filter((other) => other.address !== config.address && other.attribute('project').text() === id);
}
