import type { ModuleInstance } from '@tfwarden/terraform';
import type { ResourceView } from './view.ts';

/** Everything one root creates; what checks may ask beyond their own resource. */
export interface Estate {
  /** The day of the scan as `2026-06-30`, in UTC; undefined when nobody says. Checks never ask a clock. */
  readonly today: string | undefined;
  /** All resources of a type in all modules of the root. @param type `aws_flow_log`, `data.aws_iam_policy_document`, `provider.aws` */
  resources(type: string): readonly ResourceView[];
  /** Whether the folder of a module has a resource block of the type, created or not. @param name any when undefined */
  isDeclared(module: ModuleInstance, type: string, name: string | undefined): boolean;
}

/** How a resource is named by others. */
export interface Lookup {
  /** Attribute of the named resource that others may write as plain text: `bucket` for `aws_s3_bucket`. Default: `name`. */
  readonly name?: string;
}

/** Resources found by relation. */
export interface Related {
  /** `true` when one is found; `unknown` when none is, but an undecidable one may be it; else `false`. */
  readonly answer: 'true' | 'false' | 'unknown';
  readonly found: readonly ResourceView[];
  /** Resources whose relation cannot be decided before apply. */
  readonly undecided: readonly ResourceView[];
}
