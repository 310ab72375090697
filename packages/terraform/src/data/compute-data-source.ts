import type { Value } from '@tfwarden/hcl';
import type { ComputeDataSource, DataSourceInput } from '../evaluate/data-source.ts';
import { computePolicyDocument } from './aws-iam-policy-document.ts';
import { computeCloudinitConfig } from './cloudinit-config.ts';
import { computeLocalFile } from './local-file.ts';
import { computeTemplateFile } from './template-file.ts';

type Compute = (input: DataSourceInput) => ReadonlyMap<string, Value> | undefined;

/**
 * Data sources whose result follows from the configuration, by type. Nothing is ever fetched or run: `http`, `external` and whatever asks
 * a cloud stay unknown, and a value for them is the user's to give.
 */
const COMPUTABLE: ReadonlyMap<string, Compute> = new Map([
  ['aws_iam_policy_document', computePolicyDocument],
  ['cloudinit_config', computeCloudinitConfig],
  ['local_file', computeLocalFile],
  ['local_sensitive_file', computeLocalFile],
  ['template_cloudinit_config', computeCloudinitConfig],
  ['template_file', computeTemplateFile],
]);

/** Computes what the configuration determines of a data source; undefined for types that it does not determine. */
export const computeDataSource: ComputeDataSource = (input) => COMPUTABLE.get(input.type)?.(input);
