/** Longest pattern and name that are compared, in UTF-16 units; ECR allows 256. */
const MAX_LENGTH = 1024;

/**
 * Whether a filter of ECR with type `WILDCARD` is for a name. Without `*` it is for every name that contains it; each `*` stands for any
 * text, and then the whole name has to match.
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning.html
 */
export function matchesPattern(pattern: string, name: string): boolean {
  if (pattern.length > MAX_LENGTH || name.length > MAX_LENGTH) return false;
  if (!pattern.includes('*')) return name.includes(pattern);
  const parts = pattern.split('*');
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  if (name.length < first.length + last.length || !name.startsWith(first) || !name.endsWith(last)) return false;
  const end = name.length - last.length;
  let position = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = name.indexOf(part, position);
    if (found < 0 || found + part.length > end) return false;
    position = found + part.length;
  }
  return true;
}

/** Whether a filter is for every name there can be. */
export function matchesEverything(pattern: string): boolean {
  return /^\*+$/.test(pattern);
}
