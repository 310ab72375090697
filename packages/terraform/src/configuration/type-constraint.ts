import type { Value } from '@tfwarden/hcl';

/** Defaults of `optional()` attributes within a type constraint, along its structure. */
export interface OptionalDefaults {
  /** For an object: defaults of its own attributes, converted to their types. */
  readonly values: ReadonlyMap<string, Value>;
  /** For deeper places: by attribute name or tuple index; the empty key for the elements of a collection. */
  readonly children: ReadonlyMap<string, OptionalDefaults>;
}
