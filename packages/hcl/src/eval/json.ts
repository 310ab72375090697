import type { JsonNode, JsonObject } from '../syntax/tree.ts';
import type { Diagnostic } from '../text/diagnostic.ts';
import type { Range } from '../text/range.ts';
import { boolValue, NULL, objectValue, stringValue, tupleValue } from '../value/construct.ts';
import { convert } from '../value/convert.ts';
import { type Marks, mergeMarks, unmark, withMarks } from '../value/marks.ts';
import { quote } from '../value/quote.ts';
import { DYNAMIC, STRING } from '../value/type.ts';
import type { Value } from '../value/value.ts';
import { bounded } from './limits.ts';
import { problem } from './problem.ts';
import type { Scope } from './scope.ts';
import { derivedUnknown, UNKNOWN } from './unknown.ts';

/** Evaluates the text of a JSON string as a template. */
export type EvaluateJsonTemplate = (text: string, range: Range, scope: Scope, diagnostics: Diagnostic[]) => Value;

/** The value of JSON syntax. Strings and names of properties are templates where there is a scope, otherwise plain text. */
export function evaluateJson(
  node: JsonNode,
  scope: Scope | undefined,
  diagnostics: Diagnostic[],
  evaluateTemplate: EvaluateJsonTemplate,
): Value {
  switch (node.kind) {
    case 'jsonString':
      return scope === undefined ? stringValue(node.value) : evaluateTemplate(node.value, node, scope, diagnostics);
    case 'jsonNumber':
      return node.value;
    case 'jsonBool':
      return boolValue(node.value);
    case 'jsonNull':
      return NULL;
    case 'jsonInvalid':
      return UNKNOWN;
    case 'jsonArray': {
      const elements = node.elements.map((element) => evaluateJson(element, scope, diagnostics, evaluateTemplate));
      return bounded(tupleValue(elements), node, diagnostics);
    }
    case 'jsonObject':
      return evaluateJsonObject(node, scope, diagnostics, evaluateTemplate);
  }
}

function evaluateJsonObject(
  node: JsonObject,
  scope: Scope | undefined,
  diagnostics: Diagnostic[],
  evaluateTemplate: EvaluateJsonTemplate,
): Value {
  const attributes = new Map<string, Value>();
  const ranges = new Map<string, Range>();
  const unknownNames: Value[] = [];
  let marks: Marks;
  for (const { name: text, nameRange, value: child } of node.properties) {
    const given = scope === undefined ? stringValue(text) : evaluateTemplate(text, nameRange, scope, diagnostics);
    const value = evaluateJson(child, scope, diagnostics, evaluateTemplate);
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
      const detail = `An attribute named ${quote(name.value)} was already defined at ${describePlace(earlier)}.`;
      diagnostics.push(problem('Duplicate object attribute', detail, nameRange));
      continue;
    }
    attributes.set(name.value, value);
    ranges.set(name.value, nameRange);
  }
  if (unknownNames.length > 0) return withMarks(derivedUnknown(DYNAMIC, ...unknownNames), marks);
  return withMarks(bounded(objectValue(attributes), node, diagnostics), marks);
}

/** hashicorp/hcl's text of a range: `main.tf.json:3,5-12`, or `main.tf.json:3,5-4,2` over several lines. */
function describePlace({ file, start, end }: Range): string {
  const from = file.position(start);
  const to = file.position(end);
  const behind = from.line === to.line ? String(to.column) : `${to.line},${to.column}`;
  return `${file.name}:${from.line},${from.column}-${behind}`;
}
