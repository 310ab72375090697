import type { Answer, Report, ResourceView } from '../../kit/index.ts';
import { anyOf, defineCheck, equalsText, hcl, textOfAttribute } from '../../kit/index.ts';

const CONFIG = 'google_project_iam_audit_config';
const LOG_TYPES: readonly string[] = ['ADMIN_READ', 'DATA_READ', 'DATA_WRITE'];

const MESSAGES = {
  missing: '`{address}` has no audit config, so access to data leaves no record',
  service: '`{address}` logs access to one service only (`{value}`)',
  types: '`{address}` does not log {types}',
} as const;

function judgeProject(project: ResourceView, report: Report<typeof MESSAGES>): void {
  const { answer } = project.relatedTo(CONFIG, 'project', { name: 'project_id' });
  if (answer === 'true') return;
  if (answer === 'unknown' || isInherited(project) !== 'false') report.undetermined({ at: project });
  else report.fail({ message: 'missing', at: project });
}

/** Projects inherit what folders and organisations log, and a policy may have audit configs; which project that is for is not asked. */
function isInherited({ estate }: ResourceView): Answer {
  if (estate.resources('google_folder_iam_audit_config').length > 0) return 'unknown';
  if (estate.resources('google_organization_iam_audit_config').length > 0) return 'unknown';
  return anyOf(estate.resources('data.google_iam_policy').map((policy) => policy.mayHaveBlock('audit_config')));
}

function judgeConfig(config: ResourceView, report: Report<typeof MESSAGES>): void {
  const service = config.attribute('service');
  const isForAll = service.equals('allServices');
  if (isForAll === 'unknown') {
    report.undetermined({ at: service });
    return;
  }
  if (isForAll !== 'true') {
    const isBeside = hasConfigForAll(config);
    if (isBeside === 'unknown') report.undetermined({ at: service });
    if (isBeside === 'false') report.fail({ message: 'service', at: service });
    return;
  }
  const logged = config.blocks('audit_log_config').map((block) => block.attribute('log_type'));
  const lacking = LOG_TYPES.filter((type) => anyOf(logged.map((one) => one.equals(type))) !== 'true');
  const isUnknown =
    config.mayHaveBlock('audit_log_config') === 'unknown' || logged.some((one) => one.state === 'unknown');
  if (lacking.length === 0) return;
  if (isUnknown) report.undetermined({ at: config });
  else report.fail({ message: 'types', at: config, values: { types: lacking.join(' and ') } });
}

/** Whether another config of the same project is for all services: then this one adds to it. */
function hasConfigForAll(config: ResourceView): Answer {
  const own = config.attribute('project');
  const [ownProject] = own.refersTo('google_project', { name: 'project_id' }).found;
  const answers = config.estate.resources(CONFIG).map((other): Answer => {
    if (other === config || other.attribute('service').equals('allServices') !== 'true') return 'false';
    const project = textOfAttribute(other.attribute('project'));
    const [otherProject] = other.attribute('project').refersTo('google_project', { name: 'project_id' }).found;
    if (ownProject !== undefined && ownProject === otherProject) return 'true';
    const text = own.text();
    return text === undefined || project === undefined ? 'unknown' : equalsText(project, text);
  });
  return anyOf(answers);
}

export default defineCheck({
  id: 'google-iam-configure-audit-logging',
  since: '1.0.0',
  severity: 'LOW',
  resource: ['google_project', 'google_project_iam_audit_config'],

  title: 'Projects should log who reads and changes data',
  why: 'Audit logs of access to data show who read and changed what. For most services they are off until an audit config asks for them.',
  harm: 'Stolen or changed data leaves no record.',
  remedy:
    'Add a `google_project_iam_audit_config` for `allServices` with the types `ADMIN_READ`, `DATA_READ` and `DATA_WRITE`.',
  links: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/google_project_iam#google_project_iam_audit_config',
    'https://cloud.google.com/logging/docs/audit/configure-data-access',
  ],
  alsoKnownAs: {
    trivy: ['AVD-GCP-0079', 'GCP-0079'],
    checkov: ['CKV2_GCP_5'],
  },

  messages: MESSAGES,

  examples: [
    {
      bad: hcl`
        resource "google_project" "shop" {
          name       = "shop"
          project_id = "shop"
        }
      `,
      expect: 'missing',
    },
    {
      bad: hcl`
        resource "google_project_iam_audit_config" "shop" {
          project = "shop"
          service = "storage.googleapis.com"

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
      expect: 'service',
    },
    {
      bad: hcl`
        resource "google_project_iam_audit_config" "shop" {
          project = "shop"
          service = "allServices"

          audit_log_config {
            log_type = "ADMIN_READ"
          }
        }
      `,
      expect: 'types',
    },
  ],
  good: [
    hcl`
      resource "google_project" "shop" {
        name       = "shop"
        project_id = "shop"
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
