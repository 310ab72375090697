import type { Expression, ScopeTraversal, TraversalStep, Value } from '@tfwarden/hcl';
import { staticReferences } from '../configuration/static-references.ts';
import { evaluateNow } from './evaluate-in.ts';
import type { Frame } from './frame.ts';

/** Keys and indexes behind a value: `["orders", "versioned"]` of `local.buckets["orders"].versioned`. */
export type Path = readonly (string | number)[];

/** A reference that decides a value, and which part of what it refers to. */
export interface NarrowReference {
  readonly traversal: ScopeTraversal;
  readonly path: Path;
}

/** Steps of syntax as a path; the rest is left out where a key is neither text nor a whole number. */
export function pathOfSteps(steps: readonly TraversalStep[]): Path {
  const path: (string | number)[] = [];
  for (const step of steps) {
    const key = step.kind === 'attributeStep' ? step.name : keyOf(step.key);
    if (key === undefined) break;
    path.push(key);
  }
  return path;
}

/**
 * The references that decide a part of the value of an expression: of an object only the member asked for, of a conditional the branch that is
 * taken and then its condition, of `merge` the argument that has the key. Where the part cannot be followed, all references count.
 */
export function narrowReferences(expression: Expression, path: Path, frame: Frame): readonly NarrowReference[] {
  switch (expression.kind) {
    case 'parentheses':
      return narrowReferences(expression.inner, path, frame);
    case 'templateWrap':
      return narrowReferences(expression.wrapped, path, frame);
    case 'scopeTraversal':
      return [{ traversal: expression, path }];
    case 'relativeTraversal':
      return narrowReferences(expression.source, [...pathOfSteps(expression.steps), ...path], frame);
    case 'index': {
      const key = keyOf(evaluateNow(expression.key, frame, []));
      const ofKey = all(expression.key);
      if (key === undefined) return [...all(expression.collection), ...ofKey];
      return [...narrowReferences(expression.collection, [key, ...path], frame), ...ofKey];
    }
    case 'conditional': {
      const condition = evaluateNow(expression.condition, frame, []);
      if (condition.kind !== 'bool') return all(expression);
      const taken = condition.value ? expression.trueResult : expression.falseResult;
      return [...narrowReferences(taken, path, frame), ...all(expression.condition)];
    }
    case 'object':
    case 'tuple': {
      const [key] = path;
      const part = key === undefined ? undefined : writtenPart(expression, key);
      return part === undefined ? all(expression) : narrowReferences(part, path.slice(1), frame);
    }
    case 'functionCall': {
      const [key] = path;
      if (expression.name !== 'merge' || typeof key !== 'string' || expression.expandFinal) return all(expression);
      const winner = expression.arguments.findLast((argument) => hasKey(evaluateNow(argument, frame, []), key));
      return winner === undefined ? all(expression) : narrowReferences(winner, path, frame);
    }
    default:
      return all(expression);
  }
}

/** The deepest expression on the path that is written in place: `false` of `{ orders = { versioned = false } }`. */
export function narrowExpression(expression: Expression, path: Path): Expression {
  let at = expression;
  for (const key of path) {
    const part = writtenPart(at, key);
    if (part === undefined) return at;
    at = part;
  }
  return at;
}

function writtenPart(expression: Expression, key: string | number): Expression | undefined {
  if (expression.kind === 'parentheses') return writtenPart(expression.inner, key);
  if (expression.kind === 'tuple') return typeof key === 'number' ? expression.items[key] : undefined;
  if (expression.kind !== 'object') return undefined;
  return expression.items.find(({ key: { keyword, wrapped } }) => {
    if (keyword !== undefined) return keyword === key;
    const [part] = wrapped.kind === 'template' && wrapped.parts.length === 1 ? wrapped.parts : [];
    return part?.kind === 'literal' && part.value.kind === 'string' && part.value.value === key;
  })?.value;
}

function all(expression: Expression): readonly NarrowReference[] {
  return staticReferences(expression).map((traversal) => ({ traversal, path: [] }));
}

function hasKey(value: Value, key: string): boolean {
  if (value.kind === 'object') return value.attributes.has(key);
  return value.kind === 'map' && value.elements.has(key);
}

export function keyOf(value: Value | undefined): string | number | undefined {
  if (value?.kind === 'string') return value.value;
  return value?.kind === 'number' && typeof value.value === 'number' ? value.value : undefined;
}
