import type { Severity } from '@tfwarden/checks';
import { hostRange } from '@tfwarden/hcl';
import type { FindingOfRoot } from './root-report.ts';
import type { Rule } from './rule.ts';
import type { ModulePlace, RawFinding, ScanFinding, ScanStatus, ShownFinding, Suppression } from './scan-finding.ts';
import type { ScanSettings } from './settings.ts';

/** Collects findings. */
export interface Merger {
  add(judged: JudgedFinding): void;
  findings(): readonly ScanFinding[];
}

/** A finding with what becomes of it, and what makes it one with others. */
export interface JudgedFinding {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly status: ScanStatus;
  readonly suppression: Suppression | undefined;
  readonly finding: ShownFinding;
  readonly key: string;
  readonly instanceKey: string;
}

export function judgedFinding(
  { rule, finding }: Pick<FindingOfRoot, 'rule' | 'finding'>,
  severity: Severity,
  suppression: Suppression | undefined,
  settings: ScanSettings,
): JudgedFinding {
  const status = statusOf(finding, suppression);
  const key = mergeKey(rule, finding, suppression, settings);
  return { rule, severity, status, suppression, finding, key, instanceKey: instanceKeyOf(finding) };
}

/** The same mistake at the same place is one finding, however many roots and instances show it. */
export function createMerger(): Merger {
  const merged = new Map<string, Merged>();
  return {
    add(judged) {
      const { key, instanceKey, finding } = judged;
      const known = merged.get(key);
      if (known === undefined) {
        merged.set(key, { first: judged, instances: [finding], keys: undefined });
        return;
      }
      known.keys ??= new Set([known.first.instanceKey]);
      if (known.keys.has(instanceKey)) return;
      known.keys.add(instanceKey);
      known.instances.push(finding);
    },
    findings: () =>
      Array.from(merged.values(), ({ first, instances }) => {
        const { rule, severity, status, suppression, finding } = first;
        return { rule, severity, status, suppression, finding, instances };
      }),
  };
}

interface Merged {
  readonly first: JudgedFinding;
  readonly instances: ShownFinding[];
  /** Of the instances, when there may be several: most findings have one. */
  keys: Set<string> | undefined;
}

/** The same for findings that are one in a result. */
export function mergeKey(
  rule: Rule,
  finding: ShownFinding,
  suppression: Suppression | undefined,
  settings: ScanSettings,
): string {
  const { range, messageId } = finding;
  const status = statusOf(finding, suppression);
  const instance = settings.isUngrouped ? instanceKeyOf(finding) : '';
  const by = suppression?.kind ?? '';
  // The same words apart from the address: what differs in a value that is shown is not the same mistake.
  const words = finding.message.replaceAll(finding.address, '');
  return `${rule.id}\0${range.file.name}\0${range.start}\0${range.end}\0${messageId}\0${words}\0${status}\0${by}\0${instance}`;
}

function instanceKeyOf(finding: ShownFinding): string {
  return `${rootOf(finding.module).directory}\0${finding.address}`;
}

/** What becomes of a finding that is suppressed, or not. */
export function statusOf(finding: ShownFinding, suppression: Suppression | undefined): ScanStatus {
  return suppression === undefined ? finding.status : 'ignored';
}

/** The root module that an instance belongs to. */
export function rootOf(module: ModulePlace): ModulePlace {
  let at = module;
  while (at.parent !== undefined) at = at.parent;
  return at;
}

/** A place inside a string of a JSON file is named by the file that a person can open. */
export function inHostFile(finding: RawFinding): RawFinding {
  if (finding.range.file.container === undefined) return finding;
  const { status, messageId, message, address, resourceType, module, enclosing, fix, waitsFor } = finding;
  return {
    status,
    messageId,
    message,
    address,
    resourceType,
    module,
    enclosing,
    fix,
    waitsFor,
    range: hostRange(finding.range),
    labels: () => finding.labels(),
    evidence: () => finding.evidence(),
  };
}
