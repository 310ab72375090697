import { type Range, rawEquals, type Value } from '@tfwarden/hcl';
import type { Hop } from '@tfwarden/terraform';

/** Longer expressions are not looked at; whatever they refer to, they make a value of their own. In UTF-16 units. */
const MAX_EXPRESSION_LENGTH = 400;

/**
 * The place that carries the value of an attribute: the end of the chain in which each place hands on the value of the next one, or is made of it
 * alone (`var.key == null`). What builds a value from several others, or in a `for`, carries it itself; its references are not followed.
 * @param hops  the attribute first, as `explain` gives them
 */
export function valueSource(hops: readonly Hop[]): Range | undefined {
  let [at] = hops;
  let range = at?.range;
  for (const next of hops.slice(1)) {
    if (at === undefined) break;
    if (!rawEquals(carriedBy(at), carriedBy(next)) && !isOneReference(at.range)) break;
    at = next;
    range = next.range ?? range;
  }
  return range;
}

function carriedBy(hop: Hop): Value {
  return hop.part?.value ?? hop.value;
}

function isOneReference(range: Range | undefined): boolean {
  if (range === undefined || range.end - range.start > MAX_EXPRESSION_LENGTH) return false;
  const text = range.file.text.slice(range.start, range.end);
  if (/[$%]\{|<<|\{|\bfor\b/.test(text)) return false;
  const references = text.replaceAll(/"[^"]*"/g, '""').match(/[A-Za-z_][\w-]*(?:\.[A-Za-z_*\d][\w-]*|\[[^\]]*\])+/g);
  return references?.length === 1;
}
