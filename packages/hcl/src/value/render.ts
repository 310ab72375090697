import { elementsOf } from './marks.ts';
import { formatNumber } from './number-text.ts';
import { quote } from './quote.ts';
import type { Type } from './type.ts';
import { friendlyTypeName } from './type-text.ts';
import type { Value } from './value.ts';

/**
 * The value as `terraform console` prints it: Terraform's syntax over several lines, `(known after apply)` for unknown parts and
 * `(sensitive value)` for sensitive ones.
 * @param indent spaces in front of the lines behind the first
 */
export function renderValue(value: Value, indent: number = 0): string {
  if (value.kind === 'unknown') return '(known after apply)';
  if (value.marks?.includes('sensitive') === true) return '(sensitive value)';
  if (value.marks?.includes('ephemeral') === true) return '(ephemeral value)';
  switch (value.kind) {
    case 'null':
      return renderNull(value.type);
    case 'string':
      return renderString(value.value, indent);
    case 'number':
      return formatNumber(value.value, value.precision);
    case 'bool':
      return String(value.value);
    case 'object':
      return value.open === undefined
        ? renderMapping(value.attributes, indent)
        : renderMapping(value.attributes, indent, '# other attributes are known after apply');
    case 'map':
      return `tomap(${renderMapping(value.elements, indent)})`;
    case 'tuple':
      return renderSequence(value, indent);
    case 'list':
      return `tolist(${renderSequence(value, indent)})`;
    case 'set':
      return `toset(${renderSequence(value, indent)})`;
  }
}

function renderNull(type: Type): string {
  switch (type.kind) {
    case 'dynamic':
      return 'null';
    case 'string':
    case 'number':
    case 'bool':
      return `to${type.kind}(null)`;
    case 'list':
    case 'set':
    case 'map':
      return `to${type.kind}(null) /* of ${friendlyTypeName(type.element)} */`;
    case 'tuple':
    case 'object':
      return `null /* ${type.kind} */`;
  }
}

/** Quoted as Go does, or as a heredoc where it has several lines. */
function renderString(text: string, indent: number): string {
  const lines = text.split('\n');
  if (lines.length < 2) return quote(text);
  let delimiter = 'EOT';
  const trimmed = new Set(lines.map((line) => line.trim()));
  while (trimmed.has(delimiter)) delimiter += '_';
  const pad = ' '.repeat(indent);
  return `${indent > 0 ? '<<-' : '<<'}${delimiter}\n${lines.map((line) => `${pad}${line}\n`).join('')}${pad}${delimiter}`;
}

function renderMapping(elements: ReadonlyMap<string, Value>, indent: number, note?: string): string {
  if (elements.size === 0 && note === undefined) return '{}';
  const pad = ' '.repeat(indent + 2);
  let text = '{\n';
  for (const [key, element] of elements) {
    text += `${pad}${renderString(key, indent + 2)} = ${renderValue(element, indent + 2)}\n`;
  }
  if (note !== undefined) text += `${pad}${note}\n`;
  return `${text}${' '.repeat(indent)}}`;
}

function renderSequence(value: Value, indent: number): string {
  const pad = ' '.repeat(indent + 2);
  let text = '';
  for (const element of elementsOf(value)) text += `${pad}${renderValue(element, indent + 2)},\n`;
  return text === '' ? '[]' : `[\n${text}${' '.repeat(indent)}]`;
}
