import type { Severity } from '@tfwarden/checks';
import { hostRange } from '@tfwarden/hcl';
import type { ModuleInstance } from '@tfwarden/terraform';
import type { Rule } from './rule.ts';
import type { RawFinding, ScanFinding } from './scan-finding.ts';
import type { ScanSettings } from './settings.ts';

/** Collects findings. */
export interface Merger {
  add(rule: Rule, severity: Severity, finding: RawFinding, suppression: ScanFinding['suppression']): void;
  findings(): readonly ScanFinding[];
}

/** The same mistake at the same place is one finding, however many roots and instances show it. */
export function createMerger(settings: ScanSettings): Merger {
  const merged = new Map<string, { readonly first: ScanFinding; readonly instances: Map<string, RawFinding> }>();
  return {
    add(rule, severity, finding, suppression) {
      const status = suppression === undefined ? finding.status : 'ignored';
      const { range } = finding;
      const instanceKey = `${rootOf(finding.module).directory}\0${finding.address}`;
      const instance = settings.isUngrouped ? instanceKey : '';
      const by = suppression?.kind ?? '';
      // The same words apart from the address: what differs in a value that is shown is not the same mistake.
      const words = finding.message.replaceAll(finding.address, '');
      const key = `${rule.id}\0${range.file.name}\0${range.start}\0${range.end}\0${finding.messageId}\0${words}\0${status}\0${by}\0${instance}`;
      const known = merged.get(key);
      if (known === undefined) {
        merged.set(key, {
          first: { rule, severity, status, suppression, finding, instances: [] },
          instances: new Map([[instanceKey, finding]]),
        });
        return;
      }
      if (!known.instances.has(instanceKey)) known.instances.set(instanceKey, finding);
    },
    findings: () =>
      [...merged.values()].map(({ first, instances }) => ({ ...first, instances: [...instances.values()] })),
  };
}

/** The root module that an instance belongs to. */
export function rootOf(module: ModuleInstance): ModuleInstance {
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
