import { compareNames } from '@tfwarden/hcl';
import type { RuleResult } from './check-rules.ts';

/** What came of all checks of a plan, by what they belong to. */
export interface CheckResults {
  /** By static address (`module.a.terraform_data.b`), then by address of the instance. */
  readonly results: Map<string, Map<string, readonly RuleResult[]>>;
}

export interface CheckSummary {
  readonly status: RuleResult['status'];
  readonly instances: readonly {
    readonly address: string;
    readonly status: RuleResult['status'];
    readonly problems: readonly string[];
  }[];
}

export function createCheckResults(): CheckResults {
  return { results: new Map() };
}

/** Notes that something has checks, also when there turns out to be no instance of it. */
export function expectChecks({ results }: CheckResults, owner: string): void {
  if (!results.has(owner)) results.set(owner, new Map());
}

/** Adds results for one instance; those of several kinds of rule add up. */
export function recordChecks(
  { results }: CheckResults,
  owner: string,
  instance: string,
  added: readonly RuleResult[],
): void {
  let instances = results.get(owner);
  if (instances === undefined) results.set(owner, (instances = new Map()));
  instances.set(instance, [...(instances.get(instance) ?? []), ...added]);
}

/** Sums results up as `terraform show -json` does: the worst of the parts counts. */
export function summarizeChecks({ results }: CheckResults): ReadonlyMap<string, CheckSummary> {
  const summaries = new Map<string, CheckSummary>();
  for (const [owner, instances] of results) {
    const parts = [...instances].map(([address, rules]) => ({
      address,
      status: worst(rules.map(({ status }) => status)),
      problems: rules.flatMap(({ message }) => (message === undefined ? [] : [message])).toSorted(compareNames),
    }));
    summaries.set(owner, { status: worst(parts.map(({ status }) => status)), instances: parts });
  }
  return summaries;
}

const FROM_WORST: readonly RuleResult['status'][] = ['error', 'fail', 'unknown', 'pass'];

function worst(statuses: readonly RuleResult['status'][]): RuleResult['status'] {
  return FROM_WORST.find((status) => statuses.includes(status)) ?? 'pass';
}
