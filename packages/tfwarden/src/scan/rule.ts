import type { Check, Severity, Status } from '@tfwarden/checks';
import { shortCodeOf } from '../identity/short-code.ts';

/** A check as the scanner and the reports see it: one of ours, or one that a user wrote. */
export interface Rule {
  /** Long id: `aws-dynamodb-enable-recovery`, `custom-custom-team-tag`. */
  readonly id: string;
  readonly provider: string;
  readonly service: string;
  /** The id without provider and service: `enable-recovery`. */
  readonly shortCode: string;
  readonly severity: Severity;
  readonly status: Status;
  readonly title: string;
  /** Why it matters; empty when the author of a custom check gave none. */
  readonly why: string;
  readonly impact: string;
  readonly resolution: string;
  readonly links: readonly string[];
  /** tfsec's old codes: `AWS086`. */
  readonly legacyIds: readonly string[];
  /** `AVD-AWS-0024`, or undefined. */
  readonly avdId: string | undefined;
  /** Every other id, of any tool. */
  readonly aliases: readonly string[];
  /** The check behind it, when it is one of ours. */
  readonly check: Check | undefined;
}

const LEGACY_CODE = /^[A-Z]{3}\d{3}$/;

/** The rule of a check of ours; always the same one. */
export function ruleOf(check: Check): Rule {
  let rule = RULES.get(check);
  if (rule === undefined) RULES.set(check, (rule = makeRule(check)));
  return rule;
}

const RULES = new WeakMap<Check, Rule>();

function makeRule(check: Check): Rule {
  const aliases = Object.values(check.alsoKnownAs).flat();
  return {
    id: check.id,
    provider: check.provider,
    service: check.service,
    shortCode: shortCodeOf(check.id, check.provider, check.service),
    severity: check.severity,
    status: check.status,
    title: check.title,
    why: check.why,
    impact: check.harm,
    resolution: check.remedy,
    links: check.links,
    legacyIds: (check.alsoKnownAs.tfsec ?? []).filter((id) => LEGACY_CODE.test(id)),
    avdId: aliases.find((id) => id.startsWith('AVD-')),
    aliases,
    check,
  };
}
