import type { InstanceKey } from './instance.ts';

/** `[0]`, `["a"]`, `[*]` for a symbolic instance, or nothing: as in Terraform's addresses. */
export function printKey(key: InstanceKey): string {
  switch (typeof key) {
    case 'undefined':
      return '';
    case 'number':
      return `[${key}]`;
    case 'string':
      return `[${quoteTemplate(key)}]`;
    default:
      return '[*]';
  }
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
  ['"', '\\"'],
  ['\\', '\\\\'],
]);

/** Characters that stand for themselves: Go's `unicode.IsPrint`. */
const PRINTABLE = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u;

/** A quoted template that means the text: Terraform's `toHCLQuotedString` (internal/addrs/instance_key.go, 1.11.4). */
function quoteTemplate(text: string): string {
  let out = '"';
  const characters = [...text];
  for (const [index, character] of characters.entries()) {
    const escape = ESCAPES.get(character);
    if (escape !== undefined) out += escape;
    else if ((character === '$' || character === '%') && characters[index + 1] === '{') out += character + character;
    else if (PRINTABLE.test(character)) out += character;
    else out += escapeCode(character.codePointAt(0) ?? 0);
  }
  return `${out}"`;
}

function escapeCode(code: number): string {
  return code < 0x10000 ? `\\u${code.toString(16).padStart(4, '0')}` : `\\U${code.toString(16).padStart(8, '0')}`;
}
