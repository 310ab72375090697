/** Writes a JSON string as Go's `json.Marshal`: `<`, `>`, `&`, U+2028 and U+2029 are escaped, so the text is safe inside HTML. */
export function jsonString(text: string): string {
  return NEEDS_ESCAPE.test(text) ? `"${text.replaceAll(EACH_ESCAPE, escaped)}"` : `"${text}"`;
}

/* oxlint-disable no-control-regex -- JSON forbids control characters in strings, so they are what is looked for */
const NEEDS_ESCAPE = /[\u0000-\u001f"\\<>&\u2028\u2029\ud800-\udfff]/;
/** The last alternative finds surrogates without a partner. */
const EACH_ESCAPE =
  /[\u0000-\u001f"\\<>&\u2028\u2029]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
/* oxlint-enable no-control-regex */

const SHORT: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

function escaped(unit: string): string {
  const short = SHORT[unit];
  if (short !== undefined) return short;
  const code = unit.charCodeAt(0);
  return code >= 0xd800 && code <= 0xdfff ? '\\ufffd' : `\\u${code.toString(16).padStart(4, '0')}`;
}
