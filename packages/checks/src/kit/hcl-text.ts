/**
 * Terraform code in a check. Takes off the indentation that all lines share, the first line break and the trailing blanks,
 * and ends with a line break. The text is raw: `${var.x}` is written `\${var.x}`, and reads as `${var.x}`.
 */
export function hcl(strings: TemplateStringsArray, ...values: readonly string[]): string {
  let text = '';
  for (let i = 0; i < strings.raw.length; i++) {
    text += (strings.raw[i] ?? '').replaceAll('\\${', '${').replaceAll('\\`', '`') + (values[i] ?? '');
  }
  return dedent(text);
}

/** Takes off the shared indentation of all lines that are not blank. */
export function dedent(text: string): string {
  const lines = text
    .replace(/^[ \t]*\n/, '')
    .trimEnd()
    .split('\n');
  let shared = Number.POSITIVE_INFINITY;
  for (const line of lines) {
    if (line.trim() === '') continue;
    shared = Math.min(shared, line.length - line.trimStart().length);
  }
  const indentation = Number.isFinite(shared) ? shared : 0;
  return `${lines.map((line) => (line.trim() === '' ? '' : line.slice(indentation))).join('\n')}\n`;
}
