import type { Diagnostic } from '../../text/diagnostic.ts';
import { goQuote } from '../../text/go-quote.ts';
import type { Range } from '../../text/range.ts';
import { rangeText } from '../../text/range-text.ts';
import {
  type BodySchema,
  type DecodedAttribute,
  type DecodedAttributes,
  type DecodedBlock,
  type DecodedBody,
  type DecodeOptions,
  missingArgument,
} from '../decode-body.ts';
import { suggestName } from '../name-suggestion.ts';
import type { JsonBody, JsonNode, JsonProperty } from '../tree.ts';
import { jsonExpression } from '../walk.ts';
import { startOfJson } from './parse-json.ts';

/** Properties of this name are comments. */
const COMMENT_NAME = '//';

/** `decodeBody` for JSON syntax: properties become attributes or blocks as the schema says. */
export function decodeJsonBody(body: JsonBody, schema: BodySchema, { partial = false }: DecodeOptions): DecodedBody {
  const diagnostics: Diagnostic[] = [];
  const properties = propertiesOf(body.node, undefined, diagnostics);
  const used = new Set(body.hidden);
  const missingItemRange = missingRange(body.node);
  const attributeNames = new Set((schema.attributes ?? []).map(({ name }) => name));
  const blockLabels = new Map((schema.blocks ?? []).map(({ type, labelNames = [] }) => [type, labelNames]));

  const attributes = new Map<string, DecodedAttribute>();
  const blocks: DecodedBlock[] = [];
  for (const property of properties) {
    const { name } = property;
    if (body.hidden?.has(name)) continue;
    if (attributeNames.has(name)) {
      const existing = attributes.get(name);
      if (existing === undefined) attributes.set(name, attributeOf(property));
      else diagnostics.push(duplicate('Duplicate argument', property, existing, property.nameRange));
      used.add(name);
      continue;
    }
    const labelNames = blockLabels.get(name);
    if (labelNames !== undefined) {
      const header = { type: name, typeRange: property.nameRange, labelNames };
      unpackBlocks(property.value, header, [], [], blocks, diagnostics);
      used.add(name);
    }
  }
  for (const { name, required = false } of schema.attributes ?? []) {
    if (required && !attributes.has(name)) diagnostics.push(missingArgument(name, missingItemRange));
  }
  if (!partial) reportExtraneous(body, schema, used, diagnostics);
  return { attributes, blocks, remain: { ...body, hidden: used }, missingItemRange, diagnostics };
}

/** `decodeAttributes` for JSON syntax: all properties of the object. */
export function decodeJsonAttributes(body: JsonBody): DecodedAttributes {
  const attributes = new Map<string, DecodedAttribute>();
  const diagnostics: Diagnostic[] = [];
  if (body.node.kind !== 'jsonObject') {
    diagnostics.push(wrongType('A JSON object is required here, setting the arguments for this block.', body.node));
    return { attributes, diagnostics };
  }
  for (const property of body.node.properties) {
    if (property.name === COMMENT_NAME || body.hidden?.has(property.name)) continue;
    const existing = attributes.get(property.name);
    if (existing === undefined) attributes.set(property.name, attributeOf(property));
    else diagnostics.push(duplicate('Duplicate attribute definition', property, existing));
  }
  return { attributes, diagnostics };
}

function attributeOf({ name, nameRange, value }: JsonProperty): DecodedAttribute {
  return {
    file: nameRange.file,
    start: nameRange.start,
    end: value.end,
    name,
    nameRange,
    expression: jsonExpression(value),
  };
}

function missingRange(node: JsonNode): Range {
  return node.kind === 'jsonObject' ? node.closeRange : startOfJson(node);
}

/**
 * The properties of an object, or of all objects of an array one after the other.
 * @param labelName  the label that the property names give, if they do; only messages depend on it
 */
function propertiesOf(
  node: JsonNode,
  labelName: string | undefined,
  diagnostics: Diagnostic[],
): readonly JsonProperty[] {
  const purpose =
    labelName === undefined ? 'to define arguments and child blocks' : `to specify ${labelName} labels for this block`;
  if (node.kind === 'jsonNull') return [];
  if (node.kind === 'jsonObject') return node.properties;
  if (node.kind !== 'jsonArray') {
    const detail = `Either a JSON object or JSON array of objects is required here, ${purpose}.`;
    diagnostics.push(wrongType(detail, node));
    return [];
  }
  const properties: JsonProperty[] = [];
  for (const element of node.elements) {
    if (element.kind === 'jsonObject') for (const property of element.properties) properties.push(property);
    else diagnostics.push(wrongType(`A JSON object is required here, ${purpose}.`, element));
  }
  return properties;
}

interface BlockHeader {
  readonly type: string;
  readonly typeRange: Range;
  readonly labelNames: readonly string[];
}

/** Takes the labels of blocks off, one level of properties each, and adds a block for every content found. */
function unpackBlocks(
  node: JsonNode,
  header: BlockHeader,
  labels: readonly string[],
  labelRanges: readonly Range[],
  blocks: DecodedBlock[],
  diagnostics: Diagnostic[],
): void {
  const { type, typeRange, labelNames } = header;
  const labelName = labelNames[labels.length];
  if (labelName !== undefined) {
    const properties = propertiesOf(node, labelName, diagnostics);
    if (properties.length === 0) {
      diagnostics.push({
        severity: 'error',
        code: 'hcl/missing-label',
        summary: 'Missing block label',
        detail: `At least one object property is required, whose name represents the ${type} block's ${labelName}.`,
        subject: startOfJson(node),
      });
    }
    for (const { name, nameRange, value } of properties) {
      unpackBlocks(value, header, [...labels, name], [...labelRanges, nameRange], blocks, diagnostics);
    }
    return;
  }

  const add = (content: JsonNode, headerRange: Range): void => {
    const { file, start, end } = content;
    const body: JsonBody = { kind: 'jsonBody', file, start, end, node: content };
    blocks.push({ type, labels, body, headerRange, typeRange, labelRanges });
  };
  switch (node.kind) {
    case 'jsonNull':
      return;
    case 'jsonObject':
      add(node, node.openRange);
      return;
    case 'jsonArray':
      // An element may be of the wrong type; that is found when its content is asked for.
      for (const element of node.elements) add(element, node.openRange);
      return;
    default:
      diagnostics.push(
        wrongType(
          `Either a JSON object or a JSON array is required, representing the contents of one or more ${goQuote(type)} blocks.`,
          node,
        ),
      );
  }
}

function reportExtraneous(body: JsonBody, schema: BodySchema, used: ReadonlySet<string>, into: Diagnostic[]): void {
  const names = [
    ...(schema.attributes ?? []).map(({ name }) => name).filter((name) => !used.has(name)),
    ...(schema.blocks ?? []).map(({ type }) => type),
  ];
  // hashicorp/hcl collects the properties again here, and reports what is wrong with them again.
  for (const { name, nameRange } of propertiesOf(body.node, undefined, into)) {
    if (name === COMMENT_NAME || used.has(name)) continue;
    const suggestion = suggestName(name, names);
    const hint = suggestion === undefined ? '' : ` Did you mean ${goQuote(suggestion)}?`;
    into.push({
      severity: 'error',
      code: 'hcl/json-extraneous-property',
      summary: 'Extraneous JSON object property',
      detail: `No argument or block type is named ${goQuote(name)}.${hint}`,
      subject: nameRange,
      context: nameRange,
    });
  }
}

function wrongType(detail: string, node: JsonNode): Diagnostic {
  return {
    severity: 'error',
    code: 'hcl/json-wrong-type',
    summary: 'Incorrect JSON value type',
    detail,
    subject: startOfJson(node),
  };
}

function duplicate(summary: string, { name, nameRange }: JsonProperty, existing: Range, context?: Range): Diagnostic {
  return {
    severity: 'error',
    code: 'hcl/duplicate-argument',
    summary,
    detail: `The argument ${goQuote(name)} was already set at ${rangeText(existing)}.`,
    subject: nameRange,
    context,
  };
}
