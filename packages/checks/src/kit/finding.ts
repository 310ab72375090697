import type { Origin, Range } from '@tfwarden/hcl';
import type { Hop, ModuleInstance } from '@tfwarden/terraform';
import type { Check } from './check.ts';
import type { Fix } from './fix.ts';
import type { Enclosing } from './place.ts';

export type FindingStatus = 'failed' | 'passed' | 'undetermined';

/** What a check found in one instance. Reports only render it. */
export interface Finding {
  readonly check: Check;
  readonly status: FindingStatus;
  /** Key in `check.messages`, `undecided` of the kit, or `passed`. */
  readonly messageId: string;
  /** One clause for a person, with the real address. */
  readonly message: string;
  /** Full address of the instance the place belongs to. */
  readonly address: string;
  /** `aws_dynamodb_table`, `data.aws_ami`, `provider.aws`, `variable`, ... */
  readonly resourceType: string;
  /** The module instance the place is in; follow `parent` and `call` for the chain of calls. */
  readonly module: ModuleInstance;
  /** Where: the value of an attribute, or the header of a block that lacks something. */
  readonly range: Range;
  /** Blocks around `range`, innermost first, the resource last. Ignore comments are looked for there. */
  readonly enclosing: readonly Enclosing[];
  readonly fix: Fix | undefined;
  /** What would settle an undetermined finding. */
  readonly waitsFor: readonly Origin[];
  /** Further places with a short text each. Computed when called: the end of the value's chain is one of them. */
  labels(): readonly Label[];
  /** The chain of places the value came from. Computed when called. */
  evidence(): readonly Hop[];
}

export interface Label {
  readonly range: Range;
  readonly text: string;
}

/** A check that threw: a bug of the check, not of the configuration. */
export interface Defect {
  readonly check: Check;
  readonly address: string;
  readonly error: unknown;
}
