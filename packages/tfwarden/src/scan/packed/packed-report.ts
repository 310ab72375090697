import type { Position, TokenBounds } from '@tfwarden/hcl';
import type { Gap, Hop, SkippedFile } from '@tfwarden/terraform';
import type { RootCounts } from '../root-report.ts';
import type { ShownFinding } from '../scan-finding.ts';

/**
 * A `RootReport` as plain data, without the evaluation behind it: another thread can be given it, and keeping it keeps little memory. Whatever stands
 * more than once is in a table, and indexes into the tables stand for it.
 */
export interface PackedReport {
  readonly directory: string;
  /** Files that places are in; what contains another comes first. */
  readonly files: readonly PackedFile[];
  /** Module instances of findings, callers first. */
  readonly modules: readonly PackedModule[];
  /** Rules that could have spoken, then further ones of findings. */
  readonly rules: readonly RuleKey[];
  /** How many of `rules` could have spoken. */
  readonly ruleCount: number;
  readonly findings: readonly PackedFinding[];
  readonly defects: readonly PackedDefect[];
  readonly diagnostics: readonly PackedDiagnostic[];
  /** The diagnostics of the report; the others belong to gaps. */
  readonly reported: readonly number[];
  /** Diagnostics by folder. */
  readonly undeclared: readonly (readonly [folder: string, diagnostics: readonly number[]])[];
  readonly gaps: readonly PackedGap[];
  /** The configuration files read for the root: names, and lengths of their texts. */
  readonly configuration: readonly (readonly [name: string, length: number])[];
  readonly skipped: readonly SkippedFile[];
  readonly counts: RootCounts;
  readonly work: number;
}

/** A file of the configuration is known by its name; others (tfvars, documents in strings, templates) come with their text. */
export type PackedFile = string | PackedText;

export interface PackedText {
  readonly name: string;
  readonly text: string;
  readonly origin: Position;
  readonly container: PackedRange | undefined;
  readonly tokenBounds: TokenBounds | undefined;
}

/** File, start, end; and where lines and columns are not those of the offsets, these. */
export type PackedRange =
  | readonly [file: number, start: number, end: number]
  | readonly [file: number, start: number, end: number, startPosition: Position, endPosition: Position];

export interface PackedModule {
  readonly address: string;
  readonly directory: string;
  readonly parent: number | undefined;
  readonly call: { readonly source: string | undefined; readonly headerRange: PackedRange } | undefined;
}

/** The id of a check of the catalogue, or the index of a rule among those of further checks. */
export type RuleKey = string | number;

export interface PackedFinding
  extends Pick<ShownFinding, 'status' | 'messageId' | 'message' | 'address' | 'resourceType'> {
  readonly rule: number;
  readonly range: PackedRange;
  readonly module: number;
  /** The file of the ignore comment that covers it, and its place among the ignores of the file. */
  readonly directive: readonly [file: number, index: number] | undefined;
  readonly path: readonly string[] | undefined;
  /** Addresses with paths. */
  readonly waitsFor: readonly (readonly [address: string, path: string])[];
  readonly fix: PackedFix | undefined;
  /** Undefined where no report shows them. */
  readonly labels: readonly PackedLabel[] | undefined;
  readonly evidence: readonly PackedHop[] | undefined;
}

export interface PackedFix {
  readonly caution: string | undefined;
  /** Undefined where no report shows them; null when the place cannot be edited. */
  readonly edits: readonly PackedLabel[] | null | undefined;
}

/** A text for a place: a label, or what an edit writes there. */
export interface PackedLabel {
  readonly range: PackedRange;
  readonly text: string;
}

export interface PackedHop extends Pick<Hop, 'kind' | 'name'> {
  readonly range: PackedRange | undefined;
  readonly part: { readonly path: string; readonly isAbsent: boolean } | undefined;
  readonly isUnknown: boolean;
  readonly isSensitive: boolean;
  /** Undefined where no report shows it. */
  readonly text: string | undefined;
}

export interface PackedDiagnostic {
  readonly severity: 'error' | 'warning';
  readonly code: string;
  readonly summary: string;
  readonly detail: string;
  readonly subject: PackedRange | undefined;
  readonly context: PackedRange | undefined;
}

export interface PackedGap extends Pick<Gap, 'kind' | 'name' | 'initFolder'> {
  readonly diagnostic: number;
}

export interface PackedDefect {
  readonly ruleId: string | undefined;
  readonly address: string;
  readonly error: PackedError | string;
}

export interface PackedError {
  readonly name: string;
  readonly message: string;
  readonly stack: string | undefined;
}
