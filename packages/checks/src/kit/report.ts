import type { Fix } from './fix.ts';
import type { Place } from './place.ts';

/** Texts by message id. */
export type MessageTexts = Readonly<Record<string, string>>;

/** How a check says what it found. A resource for which it says nothing has passed. */
export interface Report<T extends MessageTexts> {
  /** The configuration is wrong. At a place that may not exist the finding becomes undetermined by itself. */
  readonly fail: (finding: Failure<T>) => void;
  /** It cannot be decided before apply. Without a message the kit names the value that is not known. */
  readonly undetermined: (finding: Undetermined<T>) => void;
}

/** A failure with one of the messages of `T` and the values its text asks for. */
export type Failure<T extends MessageTexts> = {
  readonly [M in keyof T & string]: {
    readonly message: M;
    readonly at: Place;
    /** Further places, each with a short text: "used here". */
    readonly also?: readonly Also[];
    readonly fix?: Fix | undefined;
    /** The mistake is there even if the block at `at` is not. */
    readonly isCertain?: boolean;
  } & Values<T[M]>;
}[keyof T & string];

export type Undetermined<T extends MessageTexts> =
  | { readonly at: Place; readonly message?: undefined }
  | { readonly [M in keyof T & string]: { readonly at: Place; readonly message: M } & Values<T[M]> }[keyof T & string];

/** The report behind `Report<T>`, without the compiler's knowledge of one check's messages. */
export interface AnyReport {
  fail(finding: AnyFailure): void;
  undetermined(finding: AnyUndetermined): void;
}

export interface AnyFailure {
  readonly message: string;
  readonly at: Place;
  readonly also?: readonly Also[];
  readonly fix?: Fix | undefined;
  readonly isCertain?: boolean;
  readonly values?: MessageValues | undefined;
}

export interface AnyUndetermined {
  readonly at: Place;
  readonly message?: string | undefined;
  readonly values?: MessageValues | undefined;
}

export type MessageValues = Readonly<Record<string, string | number>>;

export interface Also {
  readonly at: Place;
  readonly text: string;
}

/** Placeholders that the kit fills in. */
type Provided = 'address' | 'path' | 'value';

type Placeholders<S extends string> = string extends S
  ? string
  : S extends `${string}{${infer Name}}${infer Rest}`
    ? Name | Placeholders<Rest>
    : never;

/** The values that a message text needs beyond those the kit fills in: `{port}` asks for `values: { port: 22 }`. */
export type Values<S extends string> = [Exclude<Placeholders<S>, Provided>] extends [never]
  ? { readonly values?: undefined }
  : { readonly values: Readonly<Record<Exclude<Placeholders<S>, Provided>, string | number>> };
