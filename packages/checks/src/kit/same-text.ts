import type { UnknownValue, Value } from '@tfwarden/hcl';
import { sameOrigin } from '@tfwarden/hcl';

/**
 * Whether two values are certainly the same text: both known and equal, or unknown and the same thing, or made of the same pieces. False
 * where nobody can tell.
 */
export function isSameText(a: Value, b: Value): boolean {
  if (a.kind === 'string') return b.kind === 'string' && a.value === b.value;
  return a.kind === 'unknown' && b.kind === 'unknown' && isSameUnknown(a, b);
}

function isSameUnknown(a: UnknownValue, b: UnknownValue): boolean {
  if (a === b) return true;
  if (a.origin !== undefined || b.origin !== undefined) {
    return a.origin !== undefined && b.origin !== undefined && sameOrigin(a.origin, b.origin);
  }
  const { parts } = a;
  if (parts === undefined || b.parts === undefined || parts.length !== b.parts.length) return false;
  for (const [i, part] of parts.entries()) {
    const other = b.parts[i];
    if (part === other) continue;
    if (typeof part === 'string' || typeof other !== 'object' || !isSameUnknown(part, other)) return false;
  }
  return true;
}
