import type { UnknownValue } from '@tfwarden/hcl';
import { jsonString } from '../function/go/json-string.ts';
import type { PartialJson, PartialText } from './partial-json.ts';

/**
 * Writes JSON as Go's `json.MarshalIndent(document, "", "  ")`, or as `json.Marshal` when not indented: `<`, `>` and `&` are escaped,
 * empty arrays and objects stay on one line.
 * @returns texts and unknown pieces in turn; one text when everything is known
 */
export function writeJson(node: PartialJson, isIndented: boolean): readonly (string | UnknownValue)[] {
  const output: Output = { pieces: [], text: '', isIndented };
  writeNode(node, '\n', output);
  if (output.text !== '') output.pieces.push(output.text);
  return output.pieces;
}

interface Output {
  readonly pieces: (string | UnknownValue)[];
  readonly isIndented: boolean;
  /** What was written since the last unknown piece. */
  text: string;
}

function writeNode(node: PartialJson, lineBreak: string, output: Output): void {
  switch (node.kind) {
    case 'null':
      output.text += 'null';
      return;
    case 'bool':
      output.text += String(node.value);
      return;
    case 'number':
      output.text += node.text;
      return;
    case 'string':
      writeText(node.text, output);
      return;
    case 'unknown':
      writeUnknown(node.value, output);
      return;
    case 'array':
      writeSequence('[', ']', node.elements, lineBreak, output, (element, inner) => writeNode(element, inner, output));
      return;
    case 'object':
      writeSequence('{', '}', node.members, lineBreak, output, ([name, member], inner) => {
        writeText(name, output);
        output.text += output.isIndented ? ': ' : ':';
        writeNode(member, inner, output);
      });
      return;
  }
}

function writeSequence<T>(
  open: string,
  close: string,
  items: readonly T[],
  lineBreak: string,
  output: Output,
  writeItem: (item: T, lineBreak: string) => void,
): void {
  output.text += open;
  const inner = `${lineBreak}  `;
  let isFirst = true;
  for (const item of items) {
    if (!isFirst) output.text += ',';
    if (output.isIndented) output.text += inner;
    isFirst = false;
    writeItem(item, inner);
  }
  if (!isFirst && output.isIndented) output.text += lineBreak;
  output.text += close;
}

function writeText(text: PartialText, output: Output): void {
  if (typeof text === 'string') {
    output.text += jsonString(text);
    return;
  }
  output.text += '"';
  for (const piece of text) {
    if (typeof piece === 'string') output.text += jsonString(piece).slice(1, -1);
    else writeUnknown(piece, output);
  }
  output.text += '"';
}

function writeUnknown(value: UnknownValue, output: Output): void {
  if (output.text !== '') output.pieces.push(output.text);
  output.text = '';
  output.pieces.push(value);
}
