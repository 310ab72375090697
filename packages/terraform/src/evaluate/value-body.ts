import type { Diagnostic, Expression, JsonNode, Range, Value } from '@tfwarden/hcl';
import type { AttributeNode } from './attribute-node.ts';
import { explainPart } from './explain.ts';
import type { Frame } from './frame.ts';
import type { EvaluatedAttribute, EvaluatedBlock, EvaluatedBody, Hop } from './instance.ts';
import type { Path } from './narrow-references.ts';

/**
 * Reads the value of an attribute as blocks, as in `ingress = [{...}]` or `point_in_time_recovery = {...}`.
 * @returns no blocks when the value has not the form of blocks; `isUnknown` when there may be more than those given
 */
export function valueBlocks(
  type: string,
  attribute: AttributeNode,
  frame: Frame,
): { readonly blocks: readonly EvaluatedBlock[]; readonly isUnknown: boolean } {
  const value = attribute.value;
  if (value.kind === 'unknown') return { blocks: [], isUnknown: true };
  if (value.kind === 'object' || value.kind === 'map') {
    return { blocks: [blockOf(type, attribute, frame, value, attribute.expression, [])], isUnknown: false };
  }
  if (value.kind !== 'list' && value.kind !== 'tuple' && value.kind !== 'set') return { blocks: [], isUnknown: false };
  const written = elementsWritten(attribute.expression);
  const sameLength = written.length === value.elements.length;
  const blocks: EvaluatedBlock[] = [];
  let isUnknown = false;
  for (const [index, element] of value.elements.entries()) {
    if (element.kind === 'unknown') isUnknown = true;
    if (element.kind !== 'object' && element.kind !== 'map') continue;
    const place = (sameLength ? written[index] : undefined) ?? attribute.expression;
    blocks.push(blockOf(type, attribute, frame, element, place, [index]));
  }
  return { blocks, isUnknown };
}

type Fields = Value & { readonly kind: 'object' | 'map' };

function blockOf(
  type: string,
  source: AttributeNode,
  frame: Frame,
  value: Fields,
  place: Expression,
  path: Path,
): EvaluatedBlock {
  const body = new ValueBody(source, frame, value, place, path);
  return { type, labels: [], headerRange: source.nameRange, range: place, body, isCertain: true, syntax: undefined };
}

/** A body whose attributes are those of an object value. */
class ValueBody implements EvaluatedBody {
  readonly range: Range;
  readonly #source: AttributeNode;
  readonly #frame: Frame;
  readonly #fields: ReadonlyMap<string, Value>;
  readonly #place: Expression;
  /** The part of the attribute's value that this is. */
  readonly #path: Path;

  constructor(source: AttributeNode, frame: Frame, value: Fields, place: Expression, path: Path) {
    this.range = place;
    this.#source = source;
    this.#frame = frame;
    this.#fields = value.kind === 'object' ? value.attributes : value.elements;
    this.#place = place;
    this.#path = path;
  }

  get attributeNames(): readonly string[] {
    return [...this.#fields.keys()];
  }

  get blockTypes(): readonly string[] {
    return this.attributeNames.filter((name) => {
      const value = this.#fields.get(name);
      return value !== undefined && hasFormOfBlocks(value);
    });
  }

  attribute(name: string): EvaluatedAttribute | undefined {
    const value = this.#fields.get(name);
    return value === undefined ? undefined : this.#make(name, value);
  }

  blocks(type: string): readonly EvaluatedBlock[] {
    const value = this.#fields.get(type);
    if (value === undefined) return [];
    const place = this.#written(type) ?? this.#place;
    const elements = value.kind === 'list' || value.kind === 'tuple' || value.kind === 'set' ? value.elements : [value];
    const written = elementsWritten(place);
    const blocks: EvaluatedBlock[] = [];
    for (const [index, element] of elements.entries()) {
      if (element.kind !== 'object' && element.kind !== 'map') continue;
      const path = element === value ? [...this.#path, type] : [...this.#path, type, index];
      const own = written.length === elements.length ? written[index] : undefined;
      blocks.push(blockOf(type, this.#source, this.#frame, element, own ?? place, path));
    }
    return blocks;
  }

  mayHaveMore(type: string): boolean {
    const value = this.#fields.get(type);
    if (value === undefined) return false;
    if (value.kind === 'unknown') return true;
    return (
      (value.kind === 'list' || value.kind === 'tuple' || value.kind === 'set') &&
      value.elements.some((element) => element.kind === 'unknown')
    );
  }

  unknownBlockSource(type: string): EvaluatedAttribute | undefined {
    return this.mayHaveMore(type) ? this.attribute(type) : undefined;
  }

  #make(name: string, value: Value): EvaluatedAttribute {
    const source = this.#source;
    const path = [...this.#path, name];
    const expression = this.#written(name) ?? this.#place;
    const nameRange = this.#key(name) ?? source.nameRange;
    const range: Range =
      nameRange === source.nameRange
        ? expression
        : { file: nameRange.file, start: nameRange.start, end: expression.end };
    return {
      name,
      range,
      nameRange,
      expression,
      value,
      get diagnostics(): readonly Diagnostic[] {
        return source.diagnostics;
      },
      explain(): readonly Hop[] {
        return explainPart(source, path);
      },
      evaluate: (part) => source.evaluate(part),
    };
  }

  #written(name: string): Expression | undefined {
    return this.#item(name)?.value;
  }

  #key(name: string): Range | undefined {
    return this.#item(name)?.key;
  }

  #item(name: string): { readonly key: Range; readonly value: Expression } | undefined {
    const place = this.#place;
    if (place.kind === 'json') {
      const property =
        place.node.kind === 'jsonObject' ? place.node.properties.find((own) => own.name === name) : undefined;
      return property && { key: property.nameRange, value: jsonExpression(property.value) };
    }
    if (place.kind !== 'object') return undefined;
    return place.items.find(({ key }) => key.keyword === name || literalText(key.wrapped) === name);
  }
}

/** The elements of a list that is written in place. */
function elementsWritten(expression: Expression): readonly Expression[] {
  if (expression.kind === 'tuple') return expression.items;
  if (expression.kind !== 'json' || expression.node.kind !== 'jsonArray') return [];
  return expression.node.elements.map(jsonExpression);
}

function jsonExpression(node: JsonNode): Expression {
  return { kind: 'json', node, file: node.file, start: node.start, end: node.end };
}

function literalText(expression: Expression): string | undefined {
  if (expression.kind === 'literal') return expression.value.kind === 'string' ? expression.value.value : undefined;
  const [part] = expression.kind === 'template' ? expression.parts : [];
  return expression.kind === 'template' && expression.parts.length === 1 && part !== undefined
    ? literalText(part)
    : undefined;
}

function hasFormOfBlocks(value: Value): boolean {
  if (value.kind === 'object') return true;
  if (value.kind !== 'list' && value.kind !== 'tuple' && value.kind !== 'set') return false;
  return value.elements.length > 0 && value.elements.every(({ kind }) => kind === 'object' || kind === 'map');
}
