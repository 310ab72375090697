import type { NumberLike } from './big-float.ts';
import type { Type } from './type.ts';

/**
 * Terraform's values, in cty's model. They are immutable. Null and unknown are kinds of their own with the type they would have;
 * every value may carry marks. Build them with the functions of `construct.ts`, which keep the invariants stated here.
 */
export type Value =
  | StringValue
  | NumberValue
  | BoolValue
  | ListValue
  | SetValue
  | MapValue
  | TupleValue
  | ObjectValue
  | NullValue
  | UnknownValue;

/** What a value may be marked with: Terraform uses `sensitive` and `ephemeral`. */
export type Mark = string;

interface Marked {
  /** Sorted, without repetition; undefined rather than empty. Marks of elements are on the elements. */
  readonly marks: readonly Mark[] | undefined;
}

export interface StringValue extends Marked {
  readonly kind: 'string';
  /** In Unicode normalization form C. */
  readonly value: string;
}

export interface NumberValue extends Marked {
  readonly kind: 'number';
  /** A plain number exactly when it is a safe integer (never -0); any other number is a `BigFloat`. */
  readonly value: NumberLike;
  /**
   * Bits of binary precision, which decide how results are rounded and written: 512 for numbers of the configuration,
   * 64 for integers and 53 for floats that Terraform's own code makes (`length`, `log`).
   */
  readonly precision: number;
}

export interface BoolValue extends Marked {
  readonly kind: 'bool';
  readonly value: boolean;
}

/** What the constructors know of everything inside a collection or structure, so that nobody has to walk it to find out. */
interface Composite extends Marked {
  /** Levels of collections and structures, itself included; at most `MAX_VALUE_DEPTH`. */
  readonly depth: number;
  /** All values inside and itself, plus one for each 32 units of text; at most `MAX_VALUE_WEIGHT`. */
  readonly weight: number;
  /** Bits of `CONTAINS_UNKNOWN` and `CONTAINS_MARKS`, about the values inside at any level, not about its own marks. */
  readonly contains: number;
}

export interface ListValue extends Composite {
  readonly kind: 'list';
  readonly elementType: Type;
  readonly elements: readonly Value[];
}

export interface SetValue extends Composite {
  readonly kind: 'set';
  readonly elementType: Type;
  /** Without duplicates, in cty's order. A set carries the marks of its elements itself. */
  readonly elements: readonly Value[];
}

export interface MapValue extends Composite {
  readonly kind: 'map';
  readonly elementType: Type;
  /** In the byte order of the keys. */
  readonly elements: ReadonlyMap<string, Value>;
}

export interface TupleValue extends Composite {
  readonly kind: 'tuple';
  readonly elements: readonly Value[];
}

export interface ObjectValue extends Composite {
  readonly kind: 'object';
  /** In the byte order of the names. */
  readonly attributes: ReadonlyMap<string, Value>;
  /**
   * Set where only some attributes can be known from the configuration (a resource without its provider's schema):
   * any other name is an unknown value that stands for `origin` plus that name, not an error.
   */
  readonly open: Origin | undefined;
}

export interface NullValue extends Marked {
  readonly kind: 'null';
  readonly type: Type;
}

export interface UnknownValue extends Marked {
  readonly kind: 'unknown';
  /** `dynamic` when not even the type is known. */
  readonly type: Type;
  /** What is known all the same, as cty's refinements. */
  readonly refinement: Refinement | undefined;
  /** The one thing this value stands for. Two unknowns with the same origin are the same value. */
  readonly origin: Origin | undefined;
  /** Every origin this value was computed from, its own included; at most `MAX_WAITS_FOR` are kept. */
  readonly waitsFor: readonly Origin[];
  /**
   * For a collection with an unknown number of elements that all stand for one thing, such as the instances of a resource whose `count` is
   * unknown: what each of them is. Indexing gives it, whatever the key.
   */
  readonly every?: Value;
  /** For strings: the known and unknown pieces in order, so that a policy with an unknown ARN in it can still be read. */
  readonly parts: readonly (string | UnknownValue)[] | undefined;
}

/** What can be known of an unknown value. Absent fields are not known. */
export interface Refinement {
  readonly notNull?: boolean;
  /** For strings. */
  readonly prefix?: string;
  /** For numbers. */
  readonly lower?: { readonly value: NumberValue; readonly inclusive: boolean };
  readonly upper?: { readonly value: NumberValue; readonly inclusive: boolean };
  /** For collections: least and greatest number of elements. */
  readonly minLength?: number;
  readonly maxLength?: number;
}

/** Where an unknown value comes from: a resource attribute before apply, or a variable without a value. */
export interface Origin {
  /** Identity of the object in the configuration: the same object for the same instance or variable. */
  readonly subject: OriginSubject;
  /** Steps behind the subject, printed: `.id`, `.subnet[0].arn`; empty for the subject itself. */
  readonly path: string;
}

export interface OriginSubject {
  readonly kind: 'resource' | 'data' | 'variable' | 'module' | 'function' | 'other';
  /** Full address: `module.net["a"].aws_vpc.main`, `var.region`. */
  readonly address: string;
}

export type ValueKind = Value['kind'];
