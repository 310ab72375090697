import type { Diagnostic, FunctionDefinition, Value } from '@tfwarden/hcl';
import type { FileSystem } from '../source/file-system.ts';
import type { EvaluatedBody } from './instance.ts';

/** A data source whose result may follow from its arguments alone. */
export interface DataSourceInput {
  /** `aws_iam_policy_document`. */
  readonly type: string;
  /** `data.aws_iam_policy_document.assume`, for messages. */
  readonly address: string;
  /** Its arguments; every attribute and block of it is evaluated before the computation, so reading is cheap and cannot cycle. */
  readonly body: EvaluatedBody;
  readonly fileSystem: FileSystem;
  /** What relative paths are relative to, as in `file()`: the directory of the root module. */
  readonly directory: string;
  /** Terraform's functions by name, for data sources that are templates; those are left alone without it. */
  readonly findFunction?: ((name: string) => FunctionDefinition | undefined) | undefined;
  /** Receives problems with the arguments. */
  readonly diagnostics: Diagnostic[];
}

/**
 * Computes the attributes of a data source that the configuration determines, such as `json`. Called when a reference or a check asks
 * for an attribute that is not written.
 * @returns the computed attributes; undefined when nothing of this type can be computed. Attributes it leaves out are unknown.
 */
export type ComputeDataSource = (input: DataSourceInput) => ReadonlyMap<string, Value> | undefined;
