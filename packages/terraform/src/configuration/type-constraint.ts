import type { Diagnostic, Expression, Range, Type, Value } from '@tfwarden/hcl';
import {
  BOOL,
  convert,
  DYNAMIC,
  evaluate,
  hasErrors,
  isConversionFailure,
  listOf,
  mapOf,
  NUMBER,
  objectOf,
  STRING,
  setOf,
  tupleOf,
} from '@tfwarden/hcl';
import { problem } from './problem.ts';
import { callOf, itemsOf, keywordOf, pairsOf } from './static-expression.ts';

/** Defaults of `optional()` attributes within a type constraint, along its structure. */
export interface OptionalDefaults {
  /** The type these belong to, optional attributes included. */
  readonly type: Type;
  /** For an object: defaults of its own attributes, converted to their types. */
  readonly values: ReadonlyMap<string, Value>;
  /** For deeper places: by attribute name or tuple index; the empty key for the elements of a collection. */
  readonly children: ReadonlyMap<string, OptionalDefaults>;
}

export interface TypeConstraint {
  readonly type: Type;
  readonly defaults: OptionalDefaults | undefined;
}

const ANY: TypeConstraint = { type: DYNAMIC, defaults: undefined };

/** Words that are values elsewhere. */
function literalKeyword(expression: Expression): string | undefined {
  if (expression.kind !== 'literal') return undefined;
  const { value } = expression;
  return value.kind === 'null' ? 'null' : value.kind === 'bool' ? String(value.value) : undefined;
}

/** Constraints nested deeper are refused. */
const MAX_DEPTH = 200;

/**
 * Reads a type constraint such as `map(object({ name = string, size = optional(number, 1) }))`, as `typeexpr` of hashicorp/hcl does.
 * @returns `any` for what is not a type; a diagnostic says why
 */
export function readTypeConstraint(
  expression: Expression,
  diagnostics: Diagnostic[],
  depth: number = 0,
): TypeConstraint {
  const refuse = (detail: string, subject: Range = expression, context?: Range): TypeConstraint => {
    diagnostics.push(problem('invalid-type', 'Invalid type specification', detail, subject, context));
    return ANY;
  };
  if (depth > MAX_DEPTH) return refuse(`Types may not be nested more than ${MAX_DEPTH} deep.`);
  const keyword = keywordOf(expression) ?? literalKeyword(expression);
  if (keyword !== undefined) {
    const primitive = PRIMITIVES.get(keyword);
    if (primitive !== undefined) return { type: primitive, defaults: undefined };
    return refuse(KEYWORD_DETAILS.get(keyword) ?? `The keyword "${keyword}" is not a valid type specification.`);
  }
  const call = callOf(expression);
  if (call === undefined) {
    return refuse(
      'A type specification is either a primitive type keyword (bool, number, string) or a complex type constructor call, like list(string).',
    );
  }
  const { name, argumentsRange } = call;
  if (name === 'any') return refuse('Type constraint keyword "any" does not expect arguments.', argumentsRange);
  if (PRIMITIVES.has(name)) {
    return refuse(`Primitive type keyword "${name}" does not expect arguments.`, argumentsRange);
  }
  const missing = KEYWORD_DETAILS.get(name);
  if (missing === undefined) {
    if (name === 'optional') {
      return refuse('Keyword "optional" is valid only as a modifier for object type attributes.', call.nameRange);
    }
    return refuse(`Keyword "${name}" is not a valid type constructor.`);
  }
  const [argument, extra] = call.arguments;
  if (argument === undefined || extra !== undefined) {
    const last = call.arguments.at(-1);
    const subject = extra === undefined || last === undefined ? argumentsRange : { ...rangeOf(extra), end: last.end };
    return refuse(missing, subject, argumentsRange);
  }
  switch (name) {
    case 'list':
    case 'set':
    case 'map': {
      const element = readTypeConstraint(argument, diagnostics, depth + 1);
      const make = name === 'list' ? listOf : name === 'set' ? setOf : mapOf;
      const type = make(element.type);
      if (element.defaults === undefined) return { type, defaults: undefined };
      return { type, defaults: { type, values: new Map(), children: new Map([['', element.defaults]]) } };
    }
    case 'tuple': {
      const items = itemsOf(argument);
      if (items === undefined) {
        return refuse('Tuple type constructor requires a list of element types.', argument, expression);
      }
      const children = new Map<string, OptionalDefaults>();
      const elements = items.map((item, index) => {
        const element = readTypeConstraint(item, diagnostics, depth + 1);
        if (element.defaults !== undefined) children.set(String(index), element.defaults);
        return element.type;
      });
      return withDefaults(tupleOf(elements), new Map(), children);
    }
    default:
      return readObject(expression, argument, diagnostics, depth);
  }
}

function readObject(
  expression: Expression,
  argument: Expression,
  diagnostics: Diagnostic[],
  depth: number,
): TypeConstraint {
  const refuse = (detail: string, subject: Range, context: Range): void => {
    diagnostics.push(problem('invalid-type', 'Invalid type specification', detail, subject, context));
  };
  const pairs = pairsOf(argument);
  if (pairs === undefined) {
    const detail =
      'Object type constructor requires a map whose keys are attribute names and whose values are the corresponding attribute types.';
    refuse(detail, argument, expression);
    return ANY;
  }
  const types = new Map<string, Type>();
  const optional = new Set<string>();
  const values = new Map<string, Value>();
  const children = new Map<string, OptionalDefaults>();
  for (const { key, value } of pairs) {
    const name = keywordOf(key);
    if (name === undefined) {
      refuse('Object constructor map keys must be attribute names.', key, expression);
      continue;
    }
    if (types.has(name)) {
      refuse('Object constructor map keys must be unique.', key, expression);
      continue;
    }
    let typeExpression = value;
    let fallback: Expression | undefined;
    const call = callOf(value);
    if (call?.name === 'optional') {
      const [first, second, third] = call.arguments;
      if (first === undefined) {
        const detail = 'Optional attribute modifier requires the attribute type as its argument.';
        refuse(detail, call.argumentsRange, value);
        continue;
      }
      if (third !== undefined) {
        const detail =
          'Optional attribute modifier expects at most two arguments: the attribute type, and a default value.';
        refuse(detail, call.argumentsRange, value);
      } else if (second === undefined) {
        optional.add(name);
      } else {
        fallback = second;
      }
      typeExpression = first;
    }
    const attribute = readTypeConstraint(typeExpression, diagnostics, depth + 1);
    types.set(name, attribute.type);
    if (attribute.defaults !== undefined) children.set(name, attribute.defaults);
    if (fallback === undefined) continue;
    const problems: Diagnostic[] = [];
    const given = evaluate(fallback, undefined, problems);
    diagnostics.push(...problems);
    if (hasErrors(problems)) continue;
    optional.add(name);
    const converted = convert(given, attribute.type);
    if (isConversionFailure(converted)) {
      diagnostics.push(
        problem(
          'invalid-default',
          'Invalid default value for optional attribute',
          `This default value is not compatible with the attribute's type constraint: ${converted.message}.`,
          fallback,
        ),
      );
    } else {
      values.set(name, converted);
    }
  }
  return withDefaults(objectOf(types, optional), values, children);
}

function withDefaults(
  type: Type,
  values: ReadonlyMap<string, Value>,
  children: ReadonlyMap<string, OptionalDefaults>,
): TypeConstraint {
  return { type, defaults: values.size === 0 && children.size === 0 ? undefined : { type, values, children } };
}

const PRIMITIVES: ReadonlyMap<string, Type> = new Map<string, Type>([
  ['string', STRING],
  ['number', NUMBER],
  ['bool', BOOL],
  ['any', DYNAMIC],
]);

const ELEMENT = 'type constructor requires one argument specifying the element type.';

const KEYWORD_DETAILS: ReadonlyMap<string, string> = new Map([
  ['list', `The list ${ELEMENT}`],
  ['set', `The set ${ELEMENT}`],
  ['map', `The map ${ELEMENT}`],
  ['object', 'The object type constructor requires one argument specifying the attribute types and values as a map.'],
  ['tuple', 'The tuple type constructor requires one argument specifying the element types as a list.'],
]);

function rangeOf({ file, start, end }: Range): Range {
  return { file, start, end };
}
