import type { Answer, BlockView, ResourceView } from '../../kit/index.ts';
import { allOf, anyOf, anySetting, referenceOf } from '../../kit/index.ts';

/** What can be logged: reading of metadata, writing and reading of data. */
export const LOG_TYPES = ['ADMIN_READ', 'DATA_WRITE', 'DATA_READ'] as const;

/**
 * Whether an audit configuration is for all services and all types.
 * @param config an `_iam_audit_config` resource, or an `audit_config` block of `data.google_iam_policy`
 */
export function logsEverything(config: BlockView): Answer {
  return allOf([config.attribute('service').equals('allServices'), logsAllTypes(config)]);
}

/** Whether all three types are logged for the service of the configuration. */
export function logsAllTypes(config: BlockView): Answer {
  return allOf(LOG_TYPES.map((type) => logsType(config, type)));
}

/** Whether a type of access is logged for the service of the configuration. */
export function logsType(config: BlockView, type: string): Answer {
  const name = config.type === 'audit_config' ? 'audit_log_configs' : 'audit_log_config';
  const logged = config
    .blocks(name)
    .map((block) => (block.exists === 'true' ? block.attribute('log_type').equals(type) : 'unknown'));
  return anyOf([...logged, config.mayHaveBlock(name) === 'unknown' ? 'unknown' : 'false']);
}

/** Whether the project gets all logs from elsewhere: its policy, or its folder or organisation. */
export function inheritsEverything(project: ResourceView): Answer {
  return anyOf([loggedByPolicy(project), loggedByFolder(project), loggedByOrganisation(project)]);
}

function loggedByPolicy(project: ResourceView): Answer {
  const policies = project.relatedTo('google_project_iam_policy', 'project', { name: 'project_id' });
  const answers = policies.found.map((policy): Answer => {
    const data = policy.attribute('policy_data');
    const source = referenceOf(data, 'data.google_iam_policy') ?? data.refersTo('data.google_iam_policy').found[0];
    if (source === undefined) return 'unknown';
    const configs = source.blocks('audit_config').map((config) => {
      return config.exists === 'true' ? logsEverything(config) : 'unknown';
    });
    return anyOf([...configs, source.mayHaveBlock('audit_config') === 'unknown' ? 'unknown' : 'false']);
  });
  return anyOf([...answers, policies.answer === 'unknown' ? 'unknown' : 'false']);
}

function loggedByFolder(project: ResourceView): Answer {
  const folder = project.attribute('folder_id');
  if (!folder.isWritten) return 'false';
  return anySetting(project.estate, 'google_folder_iam_audit_config', (config) => {
    const other = config.attribute('folder');
    const isSame = folder.text() !== undefined && withoutPrefix(folder.text()) === withoutPrefix(other.text());
    const own = folder.refersTo('google_folder').found[0];
    const isOwn = own !== undefined && other.refersTo('google_folder').found.includes(own);
    // A folder that is another one may still be around this.
    return allOf([logsEverything(config), isSame || isOwn ? 'true' : 'unknown']);
  });
}

function loggedByOrganisation(project: ResourceView): Answer {
  const organisation = project.attribute('org_id').text();
  return anySetting(project.estate, 'google_organization_iam_audit_config', (config) => {
    const other = config.attribute('org_id').text();
    // Which organisation a folder is in is not written.
    const isKnown = organisation !== undefined && other !== undefined;
    const isSame = withoutPrefix(organisation) === withoutPrefix(other);
    return allOf([logsEverything(config), isKnown ? (isSame ? 'true' : 'false') : 'unknown']);
  });
}

/** @param id `folders/123` and `organizations/123` are also written `123` */
function withoutPrefix(id: string | undefined): string | undefined {
  return id?.replace(/^(?:folders|organizations)\//, '');
}
