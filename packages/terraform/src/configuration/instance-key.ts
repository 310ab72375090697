import { isPrintable } from '@tfwarden/hcl';

/** The key of an instance made by `count` (a number) or `for_each` (a string); `symbolic` stands for all instances of an unknown one. */
export type InstanceKey = number | string | { readonly kind: 'symbolic' } | undefined;

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

/** A key as a name in an object of instances. */
export function keyText(key: InstanceKey): string {
  return typeof key === 'string' ? key : typeof key === 'number' ? `${key}` : '';
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
  ['"', '\\"'],
  ['\\', '\\\\'],
]);

/** A quoted template that means the text: Terraform's `toHCLQuotedString` (internal/addrs/instance_key.go, 1.11.4). */
function quoteTemplate(text: string): string {
  let out = '"';
  let next = 0;
  for (const character of text) {
    next += character.length;
    const escape = ESCAPES.get(character);
    if (escape !== undefined) out += escape;
    else if ((character === '$' || character === '%') && text[next] === '{') out += character + character;
    else if (isPrintable(character)) out += character;
    else out += escapeCode(character.codePointAt(0) ?? 0);
  }
  return `${out}"`;
}

function escapeCode(code: number): string {
  return code < 0x10000 ? `\\u${code.toString(16).padStart(4, '0')}` : `\\U${code.toString(16).padStart(8, '0')}`;
}
