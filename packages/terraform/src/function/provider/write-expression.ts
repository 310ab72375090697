import type { Value } from '@tfwarden/hcl';
import { FunctionError, format, formatNumber, isPrintable, isValidIdentifier } from '@tfwarden/hcl';
import { MAX_STRING_LENGTH } from '../limits.ts';

/** Writes a value as an expression of Terraform's language, laid out as `terraform fmt` does. @param value wholly known */
export function writeExpression(value: Value): string {
  const formatted = format(`${PLACEHOLDER} = ${expressionText(value)}`);
  return typeof formatted === 'string' ? formatted.slice(PLACEHOLDER.length + ' = '.length) : expressionText(value);
}

/** Writes variables as a `.tfvars` file. The names are identifiers. */
export function writeVariables(variables: ReadonlyMap<string, Value>): string {
  let text = '';
  for (const [name, value] of variables) text += `${name} = ${expressionText(value)}\n`;
  const formatted = format(text);
  return typeof formatted === 'string' ? formatted : text;
}

const PLACEHOLDER = 'x';

function expressionText(value: Value): string {
  const pieces: string[] = [];
  write(pieces, value);
  const text = pieces.join('');
  if (text.length > MAX_STRING_LENGTH)
    throw new FunctionError(`the result is longer than ${MAX_STRING_LENGTH} characters`);
  return text;
}

function write(pieces: string[], value: Value): void {
  switch (value.kind) {
    case 'null':
    case 'unknown':
      pieces.push('null');
      return;
    case 'bool':
      pieces.push(value.value ? 'true' : 'false');
      return;
    case 'number':
      pieces.push(formatNumber(value.value, value.precision));
      return;
    case 'string':
      pieces.push(quotedString(value.value));
      return;
    case 'list':
    case 'set':
    case 'tuple':
      for (const [i, element] of value.elements.entries()) {
        pieces.push(i === 0 ? '[' : ', ');
        write(pieces, element);
      }
      pieces.push(value.elements.length === 0 ? '[]' : ']');
      return;
    case 'map':
      writeEntries(pieces, value.elements);
      return;
    case 'object':
      writeEntries(pieces, value.attributes);
  }
}

function writeEntries(pieces: string[], entries: ReadonlyMap<string, Value>): void {
  pieces.push(entries.size === 0 ? '{' : '{\n');
  for (const [key, value] of entries) {
    pieces.push(isValidIdentifier(key) ? key : quotedString(key), ' = ');
    write(pieces, value);
    pieces.push('\n');
  }
  pieces.push('}');
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
  ['"', '\\"'],
  ['\\', '\\\\'],
]);

function quotedString(text: string): string {
  let quoted = '"';
  for (const character of text.replaceAll(/[$%](?=\{)/g, '$&$&')) {
    const point = character.codePointAt(0) ?? 0;
    const escape = ESCAPES.get(character);
    if (escape !== undefined) quoted += escape;
    else if (isPrintable(character)) quoted += character;
    else if (point < 0x10000) quoted += `\\u${point.toString(16).padStart(4, '0')}`;
    else quoted += `\\U${point.toString(16).padStart(8, '0')}`;
  }
  return `${quoted}"`;
}
