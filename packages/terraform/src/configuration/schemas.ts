import type { BodySchema } from '@tfwarden/hcl';

/** A schema that says both. */
export type ContentSchema = Required<BodySchema>;

/** What each kind of body may contain, as Terraform 1.11.4 and OpenTofu 1.10 define it (internal/configs). */

export const FILE_SCHEMA: ContentSchema = {
  attributes: [],
  blocks: [
    { type: 'terraform' },
    { type: 'required_providers' },
    { type: 'provider', labelNames: ['name'] },
    { type: 'variable', labelNames: ['name'] },
    { type: 'locals' },
    { type: 'output', labelNames: ['name'] },
    { type: 'module', labelNames: ['name'] },
    { type: 'resource', labelNames: ['type', 'name'] },
    { type: 'data', labelNames: ['type', 'name'] },
    { type: 'ephemeral', labelNames: ['type', 'name'] },
    { type: 'moved' },
    { type: 'removed' },
    { type: 'import' },
    { type: 'check', labelNames: ['name'] },
  ],
};

export const TERRAFORM_SCHEMA: ContentSchema = {
  attributes: [{ name: 'required_version' }, { name: 'experiments' }, { name: 'language' }],
  blocks: [
    { type: 'backend', labelNames: ['type'] },
    { type: 'cloud' },
    { type: 'required_providers' },
    { type: 'provider_meta', labelNames: ['provider'] },
    // OpenTofu: state and plan encryption. Terraform has no such block.
    { type: 'encryption' },
  ],
};

export const VARIABLE_SCHEMA: ContentSchema = {
  attributes: [
    { name: 'description' },
    { name: 'default' },
    { name: 'type' },
    { name: 'sensitive' },
    { name: 'ephemeral' },
    { name: 'nullable' },
    // OpenTofu 1.8 and later.
    { name: 'deprecated' },
  ],
  blocks: [{ type: 'validation' }],
};

export const OUTPUT_SCHEMA: ContentSchema = {
  attributes: [
    { name: 'description' },
    { name: 'value', required: true },
    { name: 'depends_on' },
    { name: 'sensitive' },
    { name: 'ephemeral' },
    { name: 'deprecated' },
  ],
  blocks: [{ type: 'precondition' }, { type: 'postcondition' }],
};

export const MODULE_SCHEMA: ContentSchema = {
  attributes: [
    { name: 'source', required: true },
    { name: 'version' },
    { name: 'count' },
    { name: 'for_each' },
    { name: 'depends_on' },
    { name: 'providers' },
  ],
  blocks: [{ type: '_' }, { type: 'lifecycle' }, { type: 'locals' }, { type: 'provider', labelNames: ['type'] }],
};

const RESOURCE_BLOCKS: ContentSchema['blocks'] = [{ type: 'locals' }, { type: 'lifecycle' }, { type: '_' }];

const COMMON_ATTRIBUTES: ContentSchema['attributes'] = [
  { name: 'count' },
  { name: 'for_each' },
  { name: 'provider' },
  { name: 'depends_on' },
];

export const RESOURCE_SCHEMA: ContentSchema = {
  attributes: COMMON_ATTRIBUTES,
  blocks: [...RESOURCE_BLOCKS, { type: 'connection' }, { type: 'provisioner', labelNames: ['type'] }],
};

/** For `data` and `ephemeral` blocks. */
export const DATA_SCHEMA: ContentSchema = { attributes: COMMON_ATTRIBUTES, blocks: RESOURCE_BLOCKS };

export const LIFECYCLE_SCHEMA: ContentSchema = {
  attributes: [
    { name: 'create_before_destroy' },
    { name: 'prevent_destroy' },
    { name: 'ignore_changes' },
    { name: 'replace_triggered_by' },
    // OpenTofu 1.9 and later: whether the resource exists at all.
    { name: 'enabled' },
  ],
  blocks: [{ type: 'precondition' }, { type: 'postcondition' }],
};

export const CHECK_RULE_SCHEMA: ContentSchema = {
  attributes: [
    { name: 'condition', required: true },
    { name: 'error_message', required: true },
  ],
  blocks: [],
};

export const CHECK_SCHEMA: ContentSchema = {
  attributes: [],
  blocks: [{ type: 'data', labelNames: ['type', 'name'] }, { type: 'assert' }],
};

export const PROVIDER_SCHEMA: ContentSchema = {
  attributes: [
    { name: 'version' },
    { name: 'alias' },
    { name: 'count' },
    { name: 'depends_on' },
    { name: 'for_each' },
    { name: 'source' },
  ],
  blocks: [{ type: '_' }, { type: 'lifecycle' }, { type: 'locals' }],
};

export const MOVED_SCHEMA: ContentSchema = {
  attributes: [
    { name: 'from', required: true },
    { name: 'to', required: true },
  ],
  blocks: [],
};

export const IMPORT_SCHEMA: ContentSchema = {
  attributes: [
    { name: 'provider' },
    { name: 'for_each' },
    { name: 'id', required: true },
    { name: 'to', required: true },
  ],
  blocks: [],
};

export const REMOVED_SCHEMA: ContentSchema = {
  attributes: [{ name: 'from', required: true }],
  blocks: [{ type: 'lifecycle' }, { type: 'connection' }, { type: 'provisioner', labelNames: ['type'] }],
};

export const REMOVED_LIFECYCLE_SCHEMA: ContentSchema = { attributes: [{ name: 'destroy' }], blocks: [] };

/** Names of attributes that mean something in every resource and are not the provider's. */
export const META_ATTRIBUTES: ReadonlySet<string> = new Set(['count', 'for_each', 'provider', 'depends_on']);

/** Types of blocks that mean something in every resource and are not the provider's. */
export const META_BLOCKS: ReadonlySet<string> = new Set(['lifecycle', 'connection', 'provisioner', 'locals', '_']);

/** The schema for an override file: nothing is required there. */
export function forOverrides(schema: ContentSchema): ContentSchema {
  return { ...schema, attributes: schema.attributes.map(({ name }) => ({ name })) };
}
