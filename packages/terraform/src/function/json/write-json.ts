import type { UnknownValue, Value } from '@tfwarden/hcl';
import { DYNAMIC, FunctionError, formatNumber, unknownValue } from '@tfwarden/hcl';
import { jsonString } from '../go/json-string.ts';
import { MAX_STRING_LENGTH } from '../limits.ts';
import type { TextPart } from '../text-parts.ts';

/**
 * Writes a value as `jsonencode` does. Unknown values become pieces of their own: between quotes where the value is a string that is
 * partly known, else in the place of a whole JSON value. Throws `FunctionError`.
 * @param value without marks
 * @returns one piece of text when the value is wholly known
 */
export function writeJson(value: Value): readonly TextPart[] {
  const writer: Writer = { parts: [], text: [], length: 0 };
  write(writer, value);
  flush(writer);
  return writer.parts;
}

interface Writer {
  readonly parts: TextPart[];
  /** Text behind the last unknown piece. */
  text: string[];
  length: number;
}

function put(writer: Writer, text: string): void {
  writer.text.push(text);
  writer.length += text.length;
  if (writer.length > MAX_STRING_LENGTH) {
    throw new FunctionError(`the result is longer than ${MAX_STRING_LENGTH} characters`);
  }
}

function flush(writer: Writer): void {
  if (writer.text.length > 0) writer.parts.push(writer.text.join(''));
  writer.text = [];
}

function write(writer: Writer, value: Value): void {
  switch (value.kind) {
    case 'null':
      put(writer, 'null');
      return;
    case 'string':
      put(writer, jsonString(value.value));
      return;
    case 'bool':
      put(writer, value.value ? 'true' : 'false');
      return;
    case 'number':
      if (typeof value.value !== 'number' && value.value.exponent === Infinity) {
        throw new FunctionError('cannot serialize infinity as JSON');
      }
      put(writer, formatNumber(value.value, value.precision));
      return;
    case 'list':
    case 'set':
    case 'tuple':
      writeArray(writer, value.elements);
      return;
    case 'map':
      writeObject(writer, value.elements);
      return;
    case 'object':
      if (value.open === undefined) writeObject(writer, value.attributes);
      else writeUnknown(writer, unknownValue(DYNAMIC, { origin: value.open }));
      return;
    case 'unknown':
      writeUnknown(writer, value);
  }
}

function writeArray(writer: Writer, elements: readonly Value[]): void {
  put(writer, '[');
  for (const [i, element] of elements.entries()) {
    if (i > 0) put(writer, ',');
    write(writer, element);
  }
  put(writer, ']');
}

function writeObject(writer: Writer, entries: ReadonlyMap<string, Value>): void {
  put(writer, '{');
  let isFirst = true;
  for (const [key, value] of entries) {
    put(writer, `${isFirst ? '' : ','}${jsonString(key)}:`);
    write(writer, value);
    isFirst = false;
  }
  put(writer, '}');
}

function writeUnknown(writer: Writer, value: UnknownValue): void {
  const { parts } = value;
  if (parts !== undefined) put(writer, '"');
  for (const part of parts ?? [value]) {
    if (typeof part === 'string') put(writer, jsonString(part).slice(1, -1));
    else {
      flush(writer);
      writer.parts.push(part);
    }
  }
  if (parts !== undefined) put(writer, '"');
}
