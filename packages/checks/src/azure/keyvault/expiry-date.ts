import type { AttributeView } from '../../kit/index.ts';

/** A time as RFC 3339 writes it; Azure takes no other. */
const RFC_3339 = /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:[Zz]|[+-]\d{2}:\d{2})$/;

/**
 * What an `expiration_date` is. A date in the past is valid: nothing is usable after it. A reference to another resource, such as
 * `time_rotating`, is a date whichever it will be.
 */
export function judgeExpiry(date: AttributeView): 'valid' | 'invalid' | 'missing' | 'unknown' {
  if (date.state === 'absent') return 'missing';
  const isValid = date.matches((text) => RFC_3339.test(text));
  if (isValid === 'unknown') return date.isSet() === 'true' ? 'valid' : 'unknown';
  return isValid === 'true' ? 'valid' : 'invalid';
}
