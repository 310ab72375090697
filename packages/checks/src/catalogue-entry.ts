import type { Severity, Status, Tool } from './kit/check.ts';

/** What can be known of a check without loading it: for lists, ids and selection. */
export interface CatalogueEntry {
  readonly id: string;
  readonly provider: string;
  readonly service: string;
  readonly severity: Severity;
  readonly status: Status;
  readonly title: string;
  readonly resources: readonly string[];
  readonly alsoKnownAs: Readonly<Partial<Record<Tool, readonly string[]>>>;
}
