import type { Range } from '@tfwarden/hcl';
import type { ModulePlace } from '../scan/scan-finding.ts';

/** Calls that a report shows on the way to a resource. Code nests a handful; a thousand, each with its long address, would make a report of gigabytes. */
export const MOST_CALLS = 20;

/** The calls of the modules that a finding lies in. */
export interface ShownCalls {
  /** The innermost first. */
  readonly calls: readonly { readonly address: string; readonly range: Range }[];
  /** How many calls nearer to the root are not shown. */
  readonly leftOut: number;
}

/** @returns at most `MOST_CALLS` calls, those nearest to the finding */
export function callsTo(module: ModulePlace): ShownCalls {
  const calls: { address: string; range: Range }[] = [];
  let leftOut = 0;
  for (let at = module; at.call !== undefined && at.parent !== undefined; at = at.parent) {
    if (calls.length < MOST_CALLS) calls.push({ address: at.address, range: at.call.headerRange });
    else leftOut++;
  }
  return { calls, leftOut };
}
