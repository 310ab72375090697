import type { Place } from '../place.ts';
import type { Text } from '../text-pieces.ts';

/** An IAM-style policy, however it is written. */
export interface Policy {
  /** `partly`: some statements are known and more may follow. `invalid`: the text is not a policy. */
  readonly state: 'known' | 'partly' | 'unknown' | 'absent' | 'invalid';
  readonly statements: readonly Statement[];
}

/** A statement; it is the place of findings about it as a whole. */
export interface Statement extends Place {
  readonly sid: string | undefined;
  /** `Allow` and `Deny` as written exactly; anything else is no effect that AWS accepts, and unknown. */
  readonly effect: 'Allow' | 'Deny' | 'unknown';
  readonly actions: TextList;
  readonly notActions: TextList;
  readonly resources: TextList;
  readonly notResources: TextList;
  readonly principals: readonly Principal[];
  readonly notPrincipals: readonly Principal[];
  readonly conditions: readonly Condition[];
  /** A part of the statement is not known: principals or conditions may be missing here. */
  readonly isPartlyUnknown: boolean;
}

export interface TextList {
  readonly isWritten: boolean;
  readonly items: readonly Text[];
  /** More elements may follow that are not known. */
  readonly hasMore: boolean;
}

export interface Principal {
  /** `AWS`, `Service`, `Federated`, `CanonicalUser`; `*` for the plain text `"*"`. */
  readonly type: string;
  readonly identifiers: TextList;
}

export interface Condition {
  /** `StringEquals`, `Bool`, `ForAnyValue:StringLike`. */
  readonly operator: string;
  /** `aws:SourceIp`; keys are compared without case. */
  readonly key: string;
  readonly values: TextList;
}
