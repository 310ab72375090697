import { jsonStringTemplate } from '../syntax/json/json-template.ts';
import type { JsonNode, JsonObject, JsonProperty, JsonString } from '../syntax/tree.ts';
import { type Diagnostic, hasErrors } from '../text/diagnostic.ts';
import type { Range } from '../text/range.ts';
import { rangeText } from '../text/range-text.ts';
import { boolValue, NULL, objectValue, stringValue, tupleValue } from '../value/construct.ts';
import { convert } from '../value/convert.ts';
import { type Marks, mergeMarks, unmark, withMarks } from '../value/marks.ts';
import { quote } from '../value/quote.ts';
import { DYNAMIC, STRING } from '../value/type.ts';
import type { Value } from '../value/value.ts';
import { bounded } from './limits.ts';
import { problem } from './problem.ts';
import type { Evaluate, Scope } from './scope.ts';
import { derivedUnknown, UNKNOWN } from './unknown.ts';

/** The value of JSON syntax. Strings and names of properties are templates where there is a scope, otherwise plain text. */
export function evaluateJson(
  node: JsonNode,
  scope: Scope | undefined,
  diagnostics: Diagnostic[],
  evaluate: Evaluate,
): Value {
  switch (node.kind) {
    case 'jsonString':
      return evaluateJsonString(node, scope, diagnostics, evaluate);
    case 'jsonNumber':
      return node.value;
    case 'jsonBool':
      return boolValue(node.value);
    case 'jsonNull':
      return NULL;
    case 'jsonInvalid':
      return UNKNOWN;
    case 'jsonArray': {
      const elements = node.elements.map((element) => evaluateJson(element, scope, diagnostics, evaluate));
      return bounded(tupleValue(elements), node, diagnostics);
    }
    case 'jsonObject':
      return evaluateJsonObject(node, scope, diagnostics, evaluate);
  }
}

function evaluateJsonString(
  node: JsonString,
  scope: Scope | undefined,
  diagnostics: Diagnostic[],
  evaluate: Evaluate,
): Value {
  // Only these two characters can begin anything that is not plain text.
  if (scope === undefined || (!node.value.includes('$') && !node.value.includes('%'))) return stringValue(node.value);
  const template = jsonStringTemplate(node);
  if (hasErrors(template.diagnostics)) {
    diagnostics.push(...template.diagnostics);
    return UNKNOWN;
  }
  return evaluate(template.expression, scope, diagnostics);
}

/** Names of properties as strings, so that each is parsed once. */
const nameNodes = new WeakMap<JsonProperty, JsonString>();

function nameNode(property: JsonProperty): JsonString {
  let node = nameNodes.get(property);
  if (node === undefined) {
    const { file, start, end } = property.nameRange;
    node = { kind: 'jsonString', value: property.name, file, start, end };
    nameNodes.set(property, node);
  }
  return node;
}

function evaluateJsonObject(
  node: JsonObject,
  scope: Scope | undefined,
  diagnostics: Diagnostic[],
  evaluate: Evaluate,
): Value {
  const attributes = new Map<string, Value>();
  const ranges = new Map<string, Range>();
  const unknownNames: Value[] = [];
  let marks: Marks;
  for (const property of node.properties) {
    const { nameRange } = property;
    const given = evaluateJsonString(nameNode(property), scope, diagnostics, evaluate);
    const value = evaluateJson(property.value, scope, diagnostics, evaluate);
    const name = convert(unmark(given), STRING);
    marks = mergeMarks(marks, given.marks);
    if (name.kind === 'unknown') {
      unknownNames.push(name);
      continue;
    }
    if (name.kind !== 'string') {
      const detail =
        name.kind === 'conversionFailure'
          ? `Cannot use this expression as an object key: ${name.message}.`
          : 'Cannot use null value as an object key.';
      diagnostics.push(problem('Invalid object key expression', detail, nameRange));
      continue;
    }
    const earlier = ranges.get(name.value);
    if (earlier !== undefined) {
      const detail = `An attribute named ${quote(name.value)} was already defined at ${rangeText(earlier)}.`;
      diagnostics.push(problem('Duplicate object attribute', detail, nameRange));
      continue;
    }
    attributes.set(name.value, value);
    ranges.set(name.value, nameRange);
  }
  if (unknownNames.length > 0) return derivedUnknown(DYNAMIC, ...unknownNames);
  return withMarks(bounded(objectValue(attributes), node, diagnostics), marks);
}
