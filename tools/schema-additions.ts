/** An argument that a newer minor of a provider has. The flags are those of `packages/checks/testdata/schemas/README.md`. */
type Attributes = Readonly<Record<string, Readonly<Record<string, string | 1>>>>;

/** A string argument, optional. */
const OPTIONAL_TEXT = { t: 'string', o: 1 } as const;

/** Arguments of secrets since github 6.10. */
const SECRET: Attributes = {
  value: OPTIONAL_TEXT,
  value_encrypted: OPTIONAL_TEXT,
  key_id: { t: 'string', o: 1, c: 1 },
};

/**
 * What the collected schemas lack, because it came with a later minor: arguments by provider, major and resource type. Read from the
 * providers' own sources: integrations/terraform-provider-github (August 2026), apache/cloudstack-terraform-provider (August 2026).
 */
export const SCHEMA_ADDITIONS: Readonly<Record<string, Readonly<Record<string, Attributes>>>> = {
  'github-6': {
    github_actions_secret: SECRET,
    github_actions_environment_secret: SECRET,
    github_actions_organization_secret: SECRET,
    github_dependabot_secret: SECRET,
    github_dependabot_organization_secret: SECRET,
    github_repository_vulnerability_alerts: {
      repository: { t: 'string', r: 1 },
      repository_id: { t: 'number', c: 1 },
      enabled: { t: 'bool', o: 1 },
    },
  },
  'cloudstack-0': {
    cloudstack_user_data: {
      name: { t: 'string', r: 1 },
      userdata: { t: 'string', r: 1 },
      account: OPTIONAL_TEXT,
      domain_id: OPTIONAL_TEXT,
      params: { t: 'set(string)', o: 1 },
      project_id: OPTIONAL_TEXT,
    },
    cloudstack_autoscale_vm_profile: {
      service_offering: { t: 'string', r: 1 },
      template: { t: 'string', r: 1 },
      zone: { t: 'string', r: 1 },
      destroy_vm_grace_period: { t: 'string', o: 1, c: 1 },
      other_deploy_params: { t: 'map(string)', o: 1, c: 1 },
      counter_param_list: { t: 'map(string)', o: 1 },
      user_data: OPTIONAL_TEXT,
      user_data_id: OPTIONAL_TEXT,
      user_data_details: { t: 'map(string)', o: 1 },
      autoscale_user_id: OPTIONAL_TEXT,
      display: { t: 'bool', o: 1 },
      account_name: OPTIONAL_TEXT,
      project_id: OPTIONAL_TEXT,
      domain_id: OPTIONAL_TEXT,
      metadata: { t: 'map(string)', o: 1, c: 1 },
    },
  },
};
