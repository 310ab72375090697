import type { Expression, Range, ScopeTraversal, Value } from '@tfwarden/hcl';
import { resourceKey } from '../configuration/module-configuration.ts';
import type { AttributeNode } from './attribute-node.ts';
import { evaluateNow } from './evaluate-in.ts';
import type { Frame } from './frame.ts';
import type { Hop } from './instance.ts';
import type { ModuleReference, NameReference, ResourceReference } from './reference.ts';
import { parseReference } from './reference.ts';
import { staticReferences } from './requirements.ts';
import type { VariableNode } from './variable-node.ts';

/** How many places are followed; a value made of thousands of others is not explained further. */
const MAX_HOPS = 100;

/**
 * The places an attribute's value came from: the attribute itself, then what its expression refers to, each followed by what that
 * refers to in turn. Of a conditional only the branch that was taken counts.
 */
export function explainAttribute(attribute: AttributeNode): readonly Hop[] {
  const { name, range, value } = attribute;
  return follow(attribute.expression, attribute.frame, [{ kind: 'attribute', name, range, value }]);
}

/** The places the value of an expression comes from, in the scope of a frame. */
export function explainExpression(expression: Expression, frame: Frame): readonly Hop[] {
  return follow(expression, frame, []);
}

/** One reference still to be followed, or the next expression. */
interface Step {
  readonly traversal: ScopeTraversal;
  readonly frame: Frame;
}

function follow(expression: Expression, frame: Frame, hops: Hop[]): readonly Hop[] {
  const pending: Step[] = [];
  const seen = new Set<unknown>();
  const push = (next: Expression, nextFrame: Frame): void => {
    for (const traversal of decisiveReferences(next, nextFrame).toReversed()) {
      pending.push({ traversal, frame: nextFrame });
    }
  };
  push(expression, frame);
  for (let step = pending.pop(); step !== undefined && hops.length < MAX_HOPS; step = pending.pop()) {
    const found = describe(step.traversal, step.frame);
    if (found === undefined || seen.has(found.identity)) continue;
    seen.add(found.identity);
    hops.push(found.hop);
    if (found.expression !== undefined) push(found.expression, found.frame);
  }
  return hops;
}

interface Found {
  readonly hop: Hop;
  /** What the place is, to follow it once. */
  readonly identity: unknown;
  readonly expression: Expression | undefined;
  readonly frame: Frame;
}

function describe(traversal: ScopeTraversal, frame: Frame): Found | undefined {
  const iterator = frame.iterator(traversal.root.name);
  if (iterator !== undefined) {
    const { source, name, value } = iterator;
    const hop: Hop = { kind: 'dynamic', name: `dynamic "${name}"`, range: source.range, value };
    return { hop, identity: iterator, expression: source.expression, frame: source.frame };
  }
  const reference = parseReference(traversal);
  switch (reference.kind) {
    case 'var': {
      const node = frame.module.variable(reference.name);
      return node && describeVariable(node, frame);
    }
    case 'local': {
      const node = frame.module.local(reference.name);
      if (node === undefined) return undefined;
      const hop: Hop = { kind: 'local', name: `local.${node.name}`, range: node.declaration, value: node.value };
      return { hop, identity: node, expression: node.expression, frame: frame.module.frame };
    }
    case 'each':
    case 'count':
      return describeRepetition(reference, frame);
    case 'module':
      return describeOutput(reference, frame);
    case 'resource':
      return describeResource(reference, frame);
    case 'self':
    case 'path':
    case 'terraform':
    case 'invalid':
      return undefined;
  }
}

function describeVariable(node: VariableNode, frame: Frame): Found {
  const { argument, callFrame, input, value, declarationOf } = node;
  const { call } = node.module;
  const name = `var.${node.name}`;
  if (argument !== undefined && callFrame !== undefined && call !== undefined) {
    const range: Range = call.arguments.get(node.name) ?? argument;
    const hop: Hop = { kind: 'module-argument', name: `module.${call.name} (argument ${node.name})`, range, value };
    return { hop, identity: node, expression: argument, frame: callFrame };
  }
  if (input !== undefined) {
    const hop: Hop = { kind: input.source, name, range: input.expression, value };
    return { hop, identity: node, expression: undefined, frame };
  }
  const range = declarationOf.defaultExpression ?? declarationOf.headerRange;
  return { hop: { kind: 'variable-default', name, range, value }, identity: node, expression: undefined, frame };
}

function describeRepetition({ kind, name }: NameReference, frame: Frame): Found | undefined {
  const { owner, item } = frame;
  const value = name === 'index' ? item?.countIndex : name === 'key' ? item?.eachKey : item?.eachValue;
  const expression = kind === 'count' ? owner?.count : owner?.forEach;
  if (owner === undefined || value === undefined || expression === undefined) return undefined;
  const element = kind === 'each' && typeof item?.key === 'string' ? elementOf(expression, item.key) : undefined;
  const hop: Hop = {
    kind: kind === 'count' ? 'count' : 'for_each',
    name: `${kind}.${name}`,
    range: element ?? expression,
    value,
  };
  return { hop, identity: expression, expression: element ?? expression, frame: frame.module.frame };
}

/** The written value of one key of an object constructor. */
function elementOf(expression: Expression, key: string): Expression | undefined {
  if (expression.kind !== 'object') return undefined;
  const item = expression.items.find((candidate) => {
    if (candidate.key.keyword === key) return true;
    const { wrapped } = candidate.key;
    const [part] = wrapped.kind === 'template' && wrapped.parts.length === 1 ? wrapped.parts : [];
    return part?.kind === 'literal' && part.value.kind === 'string' && part.value.value === key;
  });
  return item?.value;
}

function describeOutput({ name, key, output }: ModuleReference, frame: Frame): Found | undefined {
  const expansion = frame.module.moduleCall(name);
  if (expansion === undefined || output === undefined) return undefined;
  frame.engine.evaluate(expansion);
  const node = expansion.instance(key)?.output(output);
  if (node === undefined) return undefined;
  const { value, expression, declaration } = node;
  const hop: Hop = { kind: 'module-output', name: `module.${name}.${output}`, range: expression ?? declaration, value };
  return { hop, identity: node, expression, frame: node.module.frame };
}

function describeResource({ mode, type, name, key, attribute }: ResourceReference, frame: Frame): Found | undefined {
  const expansion = frame.module.resource(resourceKey(mode, type, name));
  if (expansion === undefined) return undefined;
  frame.engine.evaluate(expansion);
  const instance = expansion.instance(key);
  if (instance === undefined || attribute === undefined) return undefined;
  const node = instance.view.attribute(attribute);
  const address = `${resourceKey(mode, type, name)}.${attribute}`;
  if (node === undefined || node.value.kind === 'null') {
    const value: Value = instance.readAttribute(attribute);
    const hop: Hop = { kind: 'resource-attribute', name: address, range: instance.headerRange, value };
    return { hop, identity: address, expression: undefined, frame };
  }
  const hop: Hop = { kind: 'resource-attribute', name: address, range: node.range, value: node.value };
  return { hop, identity: node, expression: node.expression, frame: node.frame };
}

/** The references that decide the value: of a conditional those of the branch taken, then those of its condition. */
function decisiveReferences(expression: Expression, frame: Frame): readonly ScopeTraversal[] {
  switch (expression.kind) {
    case 'parentheses':
      return decisiveReferences(expression.inner, frame);
    case 'templateWrap':
      return decisiveReferences(expression.wrapped, frame);
    case 'conditional': {
      const condition = evaluateNow(expression.condition, frame, []);
      if (condition.kind !== 'bool') return staticReferences(expression);
      const taken = condition.value ? expression.trueResult : expression.falseResult;
      return [...decisiveReferences(taken, frame), ...staticReferences(expression.condition)];
    }
    default:
      return staticReferences(expression);
  }
}
