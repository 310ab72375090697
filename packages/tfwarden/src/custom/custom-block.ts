import type { Range, Value } from '@tfwarden/hcl';
import type { EvaluatedBody, ModuleInstance } from '@tfwarden/terraform';

/** A block as custom checks see it: a resource with its instance's values, or any other block of the configuration. */
export interface CustomBlock {
  /** `resource`, `data`, `module`, `variable`, `provider`, `output`, `locals`, `terraform`, ... */
  readonly type: string;
  readonly labels: readonly string[];
  readonly address: string;
  readonly module: ModuleInstance;
  readonly headerRange: Range;
  readonly range: Range;
  readonly content: CustomBody;
  /** For ignore comments with parameters; undefined for blocks that are not evaluated as a whole. */
  readonly body: EvaluatedBody | undefined;
  /** Alias of the provider configuration that a resource names; empty for the default one. */
  readonly providerAlias: string;
  /** The `source` of a module call. */
  readonly source: string | undefined;
}

/** Attributes and nested blocks by name. */
export interface CustomBody {
  /** @returns the value as evaluated, null and unknown included; undefined when it is not written */
  attribute(name: string): Value | undefined;
  blocks(name: string): readonly CustomBody[];
  /** A `dynamic` block over an unknown collection may add blocks of the name. */
  mayHaveMore(name: string): boolean;
  /** Neither attributes nor blocks are written. */
  readonly isEmpty: boolean;
}

export function bodyOfEvaluated(body: EvaluatedBody): CustomBody {
  return {
    attribute: (name) => body.attribute(name)?.value,
    blocks: (name) =>
      body
        .blocks(name)
        .filter((block) => block.isCertain)
        .map((block) => bodyOfEvaluated(block.body)),
    mayHaveMore: (name) => body.mayHaveMore(name),
    get isEmpty() {
      return body.attributeNames.length === 0 && body.blockTypes.length === 0;
    },
  };
}

/** The members of a map or object as attributes; undefined for any other value. */
export function bodyOfValue(value: Value): CustomBody | undefined {
  const members = value.kind === 'object' ? value.attributes : value.kind === 'map' ? value.elements : undefined;
  if (members === undefined) return undefined;
  return {
    attribute: (name) => members.get(name),
    blocks: () => [],
    mayHaveMore: () => false,
    isEmpty: members.size === 0,
  };
}
