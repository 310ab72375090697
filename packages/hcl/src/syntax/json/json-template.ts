import { SourceFile } from '../../text/source-file.ts';
import { type ParsedExpression, parseTemplate } from '../parse.ts';
import type { JsonString } from '../tree.ts';

const parsedTemplates = new WeakMap<JsonString, ParsedExpression>();

/**
 * The template that a string of JSON syntax is where expressions are allowed. It is parsed once.
 * Its ranges are in a file of their own, which holds the decoded string: lines, columns and bytes go on behind the opening quote, as
 * hashicorp/hcl gives them, and escapes of JSON are not counted. `file.container` is the string in the JSON file.
 */
export function jsonStringTemplate(node: JsonString): ParsedExpression {
  const known = parsedTemplates.get(node);
  if (known !== undefined) return known;
  const { line, column, byte } = node.file.position(node.start);
  const container = { file: node.file, start: node.start, end: node.end };
  const origin = { line, column: column + 1, byte: byte + 1 };
  const parsed = parseTemplate(new SourceFile(node.file.name, node.value, { origin, container }));
  parsedTemplates.set(node, parsed);
  return parsed;
}
