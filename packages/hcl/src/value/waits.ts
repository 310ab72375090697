import { MAX_WAITS_FOR } from './construct.ts';
import { containsUnknown } from './extent.ts';
import { elementsOf } from './marks.ts';
import type { Origin, Value } from './value.ts';

/** Unknown values inside a structure that are looked at for their origins; more are dropped. */
const MAX_VISITED = 2_000;

/** What values wait for: the origins of all unknown values in them, without repetition, at most `MAX_WAITS_FOR`. */
export function waitsForOf(...values: readonly Value[]): readonly Origin[] {
  const first = values[0];
  if (values.length === 1 && first?.kind === 'unknown') return first.waitsFor;
  const found: Origin[] = [];
  const budget = { left: MAX_VISITED };
  for (const value of values) collect(value, found, budget);
  return found;
}

function collect(value: Value, found: Origin[], budget: { left: number }): void {
  if (!containsUnknown(value) || found.length >= MAX_WAITS_FOR || budget.left-- <= 0) return;
  if (value.kind === 'unknown') {
    for (const origin of value.waitsFor) addOrigin(origin, found);
    return;
  }
  if (value.kind === 'object' && value.open !== undefined) addOrigin(value.open, found);
  for (const element of elementsOf(value)) collect(element, found, budget);
}

function addOrigin(origin: Origin, found: Origin[]): void {
  if (found.length >= MAX_WAITS_FOR) return;
  for (const known of found) if (sameOrigin(known, origin)) return;
  found.push(origin);
}

/** Whether two origins are the same thing. */
export function sameOrigin(a: Origin, b: Origin): boolean {
  return a === b || (a.subject === b.subject && a.path === b.path);
}
