/**
 * Whether an action of a role definition, in which `*` stands for any text, covers an operation. Azure compares without case. Takes time
 * proportional to the text: each piece between stars is searched once.
 */
export function matchesAction(pattern: string, operation: string): boolean {
  const text = operation.toLowerCase();
  const pieces = pattern.toLowerCase().split('*');
  const first = pieces[0] ?? '';
  if (pieces.length === 1) return text === first;
  const last = pieces.at(-1) ?? '';
  if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length) return false;
  let position = first.length;
  const end = text.length - last.length;
  for (const piece of pieces.slice(1, -1)) {
    const found = text.indexOf(piece, position);
    if (found < 0 || found + piece.length > end) return false;
    position = found + piece.length;
  }
  return true;
}
