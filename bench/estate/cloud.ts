import { AWS_COMPUTE } from './aws-compute.ts';
import { AWS_DATABASES } from './aws-databases.ts';
import { AWS_IDENTITY } from './aws-identity.ts';
import { AWS_MACHINES } from './aws-machines.ts';
import { AWS_NETWORK } from './aws-network.ts';
import { AWS_OPERATIONS } from './aws-operations.ts';
import { AWS_STORAGE } from './aws-storage.ts';
import { AZURE } from './azure.ts';
import { GOOGLE } from './google.ts';
import type { Piece, Shared } from './place.ts';

/** A variable that every folder of a cloud has: calls pass it on. */
interface Variable {
  readonly name: string;
  readonly type: string;
  readonly description: string;
  /** Value in the tfvars file of a root; absent where roots work it out. */
  readonly value?: string;
}

/** Pieces that stand together: a file of a root, or a module, is about one theme. */
export interface Theme {
  readonly name: string;
  readonly pieces: readonly [Piece, ...Piece[]];
}

export interface Cloud {
  readonly name: 'aws' | 'azure' | 'google';
  readonly themes: readonly [Theme, ...Theme[]];
  readonly provider: string;
  readonly variables: readonly Variable[];
  /** The key of a root, and how the root refers to it. */
  readonly mainKey: string;
  readonly keyReference: string;
}

const COMMON: readonly Variable[] = [
  { name: 'environment', type: 'string', description: 'Stage of the deployment.' },
  {
    name: 'vpc_id',
    type: 'string',
    description: 'Network that everything lives in.',
    value: '"vpc-0123456789abcdef0"',
  },
  {
    name: 'subnet_ids',
    type: 'list(string)',
    description: 'Private subnets, one in each zone.',
    value: '["subnet-0a1b2c3d", "subnet-1a1b2c3d", "subnet-2a1b2c3d"]',
  },
  {
    name: 'client_cidrs',
    type: 'list(string)',
    description: 'Networks that clients call from.',
    value: '["10.8.0.0/16", "10.9.0.0/16"]',
  },
  {
    name: 'security_group_ids',
    type: 'list(string)',
    description: 'Groups that servers are in.',
    value: '["sg-0123456789abcdef0"]',
  },
  { name: 'release', type: 'string', description: 'Version that is deployed.', value: '"2026.11.3"' },
];

const AWS: Cloud = {
  name: 'aws',
  themes: [
    { name: 'storage', pieces: [...AWS_STORAGE, ...AWS_DATABASES] },
    { name: 'identity', pieces: AWS_IDENTITY },
    { name: 'network', pieces: AWS_NETWORK },
    { name: 'compute', pieces: [...AWS_COMPUTE, ...AWS_MACHINES] },
    { name: 'operations', pieces: AWS_OPERATIONS },
  ],
  provider: 'aws = {\n      source  = "hashicorp/aws"\n      version = "~> 6.0"\n    }',
  variables: COMMON,
  mainKey: `resource "aws_kms_key" "main" {
  description         = "Everything of \${local.name}"
  enable_key_rotation = true
  tags                = local.tags
}
`,
  keyReference: 'aws_kms_key.main.arn',
};

const AZURE_CLOUD: Cloud = {
  name: 'azure',
  themes: [{ name: 'resources', pieces: AZURE }],
  provider: 'azurerm = {\n      source  = "hashicorp/azurerm"\n      version = "~> 4.50"\n    }',
  variables: [
    ...COMMON,
    { name: 'location', type: 'string', description: 'Region.', value: '"westeurope"' },
    { name: 'resource_group_name', type: 'string', description: 'Group of the team.', value: '"acme-main"' },
    {
      name: 'key_vault_id',
      type: 'string',
      description: 'Vault of the team.',
      value: '"/subscriptions/0/vaults/acme"',
    },
    {
      name: 'disk_encryption_set_id',
      type: 'string',
      description: 'Keys of disks.',
      value: '"/subscriptions/0/diskEncryptionSets/acme"',
    },
    {
      name: 'identity_id',
      type: 'string',
      description: 'Who may use the keys.',
      value: '"/subscriptions/0/userAssignedIdentities/acme"',
    },
    {
      name: 'log_workspace_id',
      type: 'string',
      description: 'Where logs go.',
      value: '"/subscriptions/0/workspaces/acme"',
    },
  ],
  mainKey: `resource "azurerm_key_vault_key" "main" {
  name            = "main"
  key_vault_id    = var.key_vault_id
  key_type        = "RSA"
  key_size        = 3072
  key_opts        = ["wrapKey", "unwrapKey"]
  expiration_date = "2031-12-31T00:00:00Z"
}
`,
  keyReference: 'azurerm_key_vault_key.main.id',
};

const GOOGLE_CLOUD: Cloud = {
  name: 'google',
  themes: [{ name: 'resources', pieces: GOOGLE }],
  provider: 'google = {\n      source  = "hashicorp/google"\n      version = "~> 7.0"\n    }',
  variables: [
    ...COMMON,
    { name: 'project', type: 'string', description: 'Project of the team.', value: '"acme-main"' },
    { name: 'region', type: 'string', description: 'Region.', value: '"europe-west3"' },
  ],
  mainKey: `resource "google_kms_crypto_key" "main" {
  name            = "main"
  key_ring        = "projects/acme/locations/europe-west3/keyRings/main"
  rotation_period = "7776000s"
}
`,
  keyReference: 'google_kms_crypto_key.main.id',
};

/** Most roots are on AWS: of ten, one is on Azure and one on Google. */
export function cloudOf(rootIndex: number): Cloud {
  if (rootIndex % 10 === 4) return AZURE_CLOUD;
  return rootIndex % 10 === 9 ? GOOGLE_CLOUD : AWS;
}

/** The theme at an index; after the last comes the first again. */
export function themeAt({ themes }: Cloud, index: number): Theme {
  return themes[index % themes.length] ?? themes[0];
}

/** How the code of a module refers to what its caller passes. */
export const IN_MODULE: Shared = {
  name: 'var.name',
  environment: 'var.environment',
  tags: 'var.tags',
  key: 'var.key',
  vpc: 'var.vpc_id',
  subnets: 'var.subnet_ids',
  groups: 'var.security_group_ids',
  clients: 'var.client_cidrs',
  logBucket: 'var.log_bucket',
  alarms: 'var.alarm_topic_arn',
};

/** How the code of a root refers to what it works out itself. */
export function inRoot(cloud: Cloud): Shared {
  return {
    ...IN_MODULE,
    name: 'local.name',
    tags: 'local.tags',
    key: cloud.keyReference,
    logBucket: 'local.log_bucket',
    alarms: 'local.alarm_topic_arn',
  };
}
