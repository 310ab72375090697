import {
  type Body,
  type BodySchema,
  boolValue,
  type DecodedAttribute,
  type DecodedBlock,
  type Diagnostic,
  DYNAMIC,
  decodeAttributes,
  decodeBody,
  type Expression,
  type JsonBody,
  type JsonNode,
  jsonExpression,
  NULL,
  objectValue,
  rangeText,
  referencesIn,
  startOfJson,
  stringValue,
  tupleValue,
  unknownValue,
  type Value,
} from '@tfwarden/hcl';
import { dumpExpression, dumpRange, dumpTraversal, dumpValue, type Json } from './dump-expression.ts';

export function dumpDiagnostics(diagnostics: readonly Diagnostic[]): Json {
  return diagnostics.map(({ severity, summary, detail, subject, context }) => ({
    severity,
    summary,
    detail,
    subject: dumpRange(subject),
    context: dumpRange(context),
  }));
}

/** BODY of HCLDUMP.md. */
export function dumpBody(body: Body): Json {
  return {
    attributes: body.attributes.map((attribute) => ({
      name: attribute.name,
      range: dumpRange(attribute),
      nameRange: dumpRange(attribute.nameRange),
      equalsRange: dumpRange(attribute.equalsRange),
      expr: dumpExpression(attribute.expression),
    })),
    blocks: body.blocks.map((block) => ({
      type: block.type,
      labels: block.labels,
      typeRange: dumpRange(block.typeRange),
      labelRanges: block.labelRanges.map(dumpRange),
      openBraceRange: dumpRange(block.openBraceRange),
      closeBraceRange: dumpRange(block.closeBraceRange),
      range: dumpRange(block),
      body: dumpBody(block.body),
    })),
    range: dumpRange(body),
    endRange: dumpRange(body.endRange),
  };
}

/** Terraform's block types at the top of a file. */
const TERRAFORM_SCHEMA: BodySchema = {
  blocks: [
    { type: 'terraform' },
    { type: 'locals' },
    { type: 'moved' },
    { type: 'import' },
    { type: 'removed' },
    { type: 'provider', labelNames: ['name'] },
    { type: 'variable', labelNames: ['name'] },
    { type: 'output', labelNames: ['name'] },
    { type: 'module', labelNames: ['name'] },
    { type: 'check', labelNames: ['name'] },
    { type: 'resource', labelNames: ['type', 'name'] },
    { type: 'data', labelNames: ['type', 'name'] },
    { type: 'ephemeral', labelNames: ['type', 'name'] },
  ],
};

export interface JsonBodyDump {
  readonly body: Json;
  readonly contentDiagnostics: Json;
}

/** JSONBODY of HCLDUMP.md, by Terraform's schema. */
export function dumpConfiguration(body: JsonBody): JsonBodyDump {
  const decoded = decodeBody(body, TERRAFORM_SCHEMA);
  const diagnostics = [...decoded.diagnostics];
  const blocks = decoded.blocks.map((block) => dumpBlock(block, diagnostics));
  const attributes = dumpAttributes(decoded.attributes);
  return { body: { attributes, blocks }, contentDiagnostics: dumpDiagnostics(diagnostics) };
}

/** The root as attributes: a file of variable values. */
export function dumpVariables(body: JsonBody): JsonBodyDump {
  const { attributes, diagnostics } = decodeAttributes(body);
  return {
    body: { attributes: dumpAttributes(attributes), blocks: [] },
    contentDiagnostics: dumpDiagnostics(diagnostics),
  };
}

function dumpBlock(block: DecodedBlock, diagnostics: Diagnostic[]): Json {
  const content = decodeAttributes(block.body);
  diagnostics.push(...content.diagnostics);
  return {
    type: block.type,
    labels: block.labels,
    typeRange: dumpRange(block.typeRange),
    defRange: dumpRange(block.headerRange),
    labelRanges: block.labelRanges.map(dumpRange),
    attributes: dumpAttributes(content.attributes),
  };
}

function dumpAttributes(attributes: ReadonlyMap<string, DecodedAttribute>): Json {
  return [...attributes.values()]
    .toSorted((a, b) => a.start - b.start)
    .map((attribute) => ({
      name: attribute.name,
      range: dumpRange(attribute),
      nameRange: dumpRange(attribute.nameRange),
      expr: dumpJsonExpression(attribute.expression),
    }));
}

/** JEXPR of HCLDUMP.md. */
function dumpJsonExpression(expression: Expression): Json {
  if (expression.kind !== 'json') throw new Error('attributes of JSON syntax hold JSON');
  const { node } = expression;
  const references = referencesIn(expression);
  const dump: Record<string, Json | undefined> = {
    range: dumpRange(node),
    start: dumpRange(startOfJson(node)),
    variables: references.map(dumpTraversal),
  };
  if (node.kind === 'jsonArray')
    dump['list'] = node.elements.map((element) => dumpJsonExpression(jsonExpression(element)));
  if (node.kind === 'jsonObject') {
    dump['map'] = node.properties.map(({ name, nameRange, value }) => ({
      key: dumpJsonExpression(jsonExpression({ kind: 'jsonString', ...nameRange, value: name })),
      value: dumpJsonExpression(jsonExpression(value)),
    }));
  }
  if (references.length === 0) {
    const diagnostics: Diagnostic[] = [];
    const value = literalValue(node, diagnostics);
    if (isWhollyKnown(value)) dump['value'] = dumpValue(value);
    dump['diagnostics'] = dumpDiagnostics(diagnostics);
  }
  return dump;
}

/** The value of JSON without a scope: strings are taken literally. */
function literalValue(node: JsonNode, diagnostics: Diagnostic[]): Value {
  switch (node.kind) {
    case 'jsonString':
      return stringValue(node.value);
    case 'jsonNumber':
      return node.value;
    case 'jsonBool':
      return boolValue(node.value);
    case 'jsonArray':
      return tupleValue(node.elements.map((element) => literalValue(element, diagnostics)));
    case 'jsonObject': {
      const attributes = new Map<string, Value>();
      const ranges = new Map<string, string>();
      for (const { name, nameRange, value } of node.properties) {
        const part = literalValue(value, diagnostics);
        const key = stringValue(name).value;
        if (attributes.has(key)) {
          diagnostics.push({
            severity: 'error',
            code: 'hcl/duplicate-object-attribute',
            summary: 'Duplicate object attribute',
            detail: `An attribute named "${key}" was already defined at ${ranges.get(key)}.`,
            subject: nameRange,
          });
          continue;
        }
        attributes.set(key, part);
        ranges.set(key, rangeText(nameRange));
      }
      return objectValue(attributes);
    }
    case 'jsonNull':
      return NULL;
    case 'jsonInvalid':
      return unknownValue(DYNAMIC);
  }
}

function isWhollyKnown(value: Value): boolean {
  if (value.kind === 'tuple') return value.elements.every(isWhollyKnown);
  if (value.kind === 'object') return [...value.attributes.values()].every(isWhollyKnown);
  return value.kind !== 'unknown';
}
