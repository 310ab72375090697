import type { Place } from '../place.ts';
import type { Text } from '../text-pieces.ts';

/**
 * A JSON document inside an attribute, whether written with `jsonencode`, as a heredoc, as plain text or read from a file. Every node
 * knows its place as tightly as the way it is written allows, and parts of it may be unknown.
 */
export type DocumentNode = DocumentObject | DocumentArray | DocumentText | DocumentScalar | DocumentUnknown;

export interface DocumentObject extends Place {
  readonly kind: 'object';
  /** In the order of the document. */
  readonly members: ReadonlyMap<string, DocumentNode>;
  /** A name is not known, so members may be missing here. */
  readonly hasUnknownNames: boolean;
}

export interface DocumentArray extends Place {
  readonly kind: 'array';
  readonly items: readonly DocumentNode[];
}

/** A string with its known pieces. */
export interface DocumentText extends Text {
  readonly kind: 'text';
}

export interface DocumentScalar extends Place {
  readonly kind: 'scalar';
  readonly value: number | boolean | null;
}

export interface DocumentUnknown extends Place {
  readonly kind: 'unknown';
}

/** What an attribute holds, as a document. */
export type Document =
  | { readonly state: 'known'; readonly root: DocumentNode }
  /** Nothing of it is known before apply. */
  | { readonly state: 'unknown' }
  | { readonly state: 'absent' }
  /** The text is not JSON. */
  | { readonly state: 'invalid' };
