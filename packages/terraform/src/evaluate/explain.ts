import type { Expression, Range, Value } from '@tfwarden/hcl';
import { stringValue } from '@tfwarden/hcl';
import { printKey } from '../configuration/instance-key.ts';
import { resourceKey } from '../configuration/module-configuration.ts';
import type { ModuleReference, NameReference, ResourceReference } from '../configuration/reference.ts';
import { parseReference } from '../configuration/reference.ts';
import type { AttributeNode } from './attribute-node.ts';
import type { Frame } from './frame.ts';
import { partOf } from './hop-part.ts';
import type { EvaluatedAttribute, EvaluatedBlock, EvaluatedBody, Hop } from './instance.ts';
import {
  keyOf,
  type NarrowReference,
  narrowExpression,
  narrowReferences,
  type Path,
  pathOfSteps,
} from './narrow-references.ts';
import type { VariableNode } from './variable-node.ts';

/** How many places are followed; a value made of thousands of others is not explained further. */
const MAX_HOPS = 100;

/**
 * The places an attribute's value came from: the attribute itself, then what its expression refers to, each followed by what that
 * refers to in turn. Of a conditional only the branch that was taken counts, of an object only the member that is used.
 */
export function explainAttribute(attribute: AttributeNode): readonly Hop[] {
  const { name, range, value } = attribute;
  return follow(attribute.expression, attribute.frame, [{ kind: 'attribute', name, range, value }]);
}

/** As `explainAttribute`, for a part of the attribute's value. */
export function explainPart(attribute: AttributeNode, path: Path): readonly Hop[] {
  const { name, value, expression, frame } = attribute;
  const range = narrowRange(expression, path) ?? attribute.range;
  return follow(expression, frame, [{ kind: 'attribute', name, range, value, part: partOf(value, path) }], path);
}

/** The places the value of an expression comes from, in the scope of a frame. */
export function explainExpression(expression: Expression, frame: Frame): readonly Hop[] {
  return follow(expression, frame, []);
}

/** One reference still to be followed. */
interface Step extends NarrowReference {
  readonly frame: Frame;
}

function follow(expression: Expression, frame: Frame, hops: Hop[], path: Path = []): readonly Hop[] {
  const pending: Step[] = [];
  const seen = new Set<unknown>();
  const push = (next: Expression, part: Path, nextFrame: Frame): void => {
    for (const reference of narrowReferences(next, part, nextFrame).toReversed()) {
      pending.push({ ...reference, frame: nextFrame });
    }
  };
  push(expression, path, frame);
  for (let step = pending.pop(); step !== undefined && hops.length < MAX_HOPS; step = pending.pop()) {
    const found = describe(step, step.frame);
    if (found === undefined || seen.has(found.identity)) continue;
    seen.add(found.identity);
    const part = found.hop.part ?? partOf(found.hop.value, found.path);
    hops.push(part === undefined ? found.hop : { ...found.hop, part });
    for (const hop of found.further ?? []) hops.push(hop);
    if (found.expression !== undefined && part?.isAbsent !== true) push(found.expression, found.path, found.frame);
  }
  return hops;
}

interface Found {
  readonly hop: Hop;
  /** What the place is, to follow it once. */
  readonly identity: unknown;
  readonly expression: Expression | undefined;
  /** The part of the expression that matters. */
  readonly path: Path;
  readonly frame: Frame;
  /** The rest of the chain, where it is known already. */
  readonly further?: readonly Hop[] | undefined;
}

function describe({ traversal, path }: NarrowReference, frame: Frame): Found | undefined {
  const iterator = frame.iterator(traversal.root.name);
  if (iterator !== undefined) {
    const { source, name, value } = iterator;
    const hop: Hop = { kind: 'dynamic', name: `dynamic "${name}"`, range: source.range, value };
    const written = [...pathOfSteps(traversal.steps), ...path];
    const iterated = iteratedPath(value, written);
    const withPart = { ...hop, part: partOf(value, written) };
    return { hop: withPart, identity: iterator, expression: source.expression, path: iterated, frame: source.frame };
  }
  const reference = parseReference(traversal);
  if (reference.kind === 'invalid') return undefined;
  const rest = [...pathOfSteps(traversal.steps.slice(reference.stepsUsed)), ...path];
  switch (reference.kind) {
    case 'var': {
      const node = frame.module.variable(reference.name);
      return node && describeVariable(node, rest, frame);
    }
    case 'local': {
      const node = frame.module.local(reference.name);
      if (node === undefined) return undefined;
      const { name, value, expression } = node;
      const range = narrowRange(expression, rest) ?? node.declaration;
      const hop: Hop = { kind: 'local', name: `local.${name}`, range, value };
      return { hop, identity: node, expression, path: rest, frame: frame.module.frame };
    }
    case 'each':
    case 'count':
      return describeRepetition(reference, rest, frame);
    case 'module':
      return describeOutput(reference, reference.output === undefined ? [] : rest.slice(1), frame);
    case 'resource':
      return describeResource(reference, reference.attribute === undefined ? [] : rest.slice(1), frame);
    case 'terraform': {
      if (reference.name !== 'workspace') return undefined;
      const value = stringValue(frame.engine.workspace);
      const hop: Hop = { kind: 'workspace', name: 'terraform.workspace', range: undefined, value };
      return { hop, identity: 'terraform.workspace', expression: undefined, path: [], frame };
    }
    case 'self':
    case 'path':
      return undefined;
  }
}

/** Of `rule.value.port` with the key 0: the part `[0].port` of the collection. */
function iteratedPath(iterator: Value, path: Path): Path {
  const [member, ...rest] = path;
  const key = iterator.kind === 'object' && member === 'value' ? keyOf(iterator.attributes.get('key')) : undefined;
  return key === undefined ? [] : [key, ...rest];
}

/** The written part that the path leads to; undefined when it leads nowhere further. */
function narrowRange(expression: Expression | undefined, path: Path): Range | undefined {
  if (expression === undefined) return undefined;
  const part = narrowExpression(expression, path);
  return part === expression ? undefined : part;
}

function describeVariable(node: VariableNode, path: Path, frame: Frame): Found {
  const { argument, callFrame, input, value, declarationOf } = node;
  const { call } = node.module;
  const name = `var.${node.name}`;
  if (argument !== undefined && callFrame !== undefined && call !== undefined) {
    const range: Range = call.arguments.get(node.name) ?? argument;
    const hop: Hop = { kind: 'module-argument', name: `module.${call.name} (argument ${node.name})`, range, value };
    return { hop, identity: node, expression: argument, path, frame: callFrame };
  }
  if (input !== undefined) {
    const range = narrowRange(input.expression, path) ?? input.expression;
    const hop: Hop = { kind: input.source, name, range, value };
    return { hop, identity: node, expression: undefined, path, frame };
  }
  const { defaultExpression } = declarationOf;
  const range = narrowRange(defaultExpression, path) ?? defaultExpression ?? declarationOf.headerRange;
  return { hop: { kind: 'variable-default', name, range, value }, identity: node, expression: undefined, path, frame };
}

function describeRepetition({ kind, name }: NameReference, rest: Path, frame: Frame): Found | undefined {
  const { owner, item } = frame;
  const value = name === 'index' ? item?.countIndex : name === 'key' ? item?.eachKey : item?.eachValue;
  const expression = kind === 'count' ? owner?.count : owner?.forEach;
  if (owner === undefined || value === undefined || expression === undefined) return undefined;
  const key = kind === 'each' && typeof item?.key === 'string' ? item.key : undefined;
  // A key has no parts, and what is behind it in the collection does not matter.
  const path = key === undefined ? [] : name === 'value' ? [key, ...rest] : [key];
  const range = narrowRange(expression, path) ?? expression;
  const part = name === 'value' ? partOf(value, rest) : undefined;
  const hop: Hop = { kind: kind === 'count' ? 'count' : 'for_each', name: `${kind}.${name}`, range, value, part };
  return { hop, identity: expression, expression, path, frame: frame.module.frame };
}

function describeOutput({ name, key, output }: ModuleReference, path: Path, frame: Frame): Found | undefined {
  const expansion = frame.module.moduleCall(name);
  if (expansion === undefined || output === undefined) return undefined;
  frame.engine.evaluate(expansion);
  const node = expansion.instance(key)?.output(output);
  if (node === undefined) return undefined;
  frame.engine.followed?.add(node.module);
  const { value, expression, declaration } = node;
  const range = expression ?? declaration;
  const hop: Hop = { kind: 'module-output', name: `module.${name}${printKey(key)}.${output}`, range, value };
  return { hop, identity: node, expression, path, frame: node.module.frame };
}

function describeResource(
  { mode, type, name, key, attribute }: ResourceReference,
  path: Path,
  frame: Frame,
): Found | undefined {
  const expansion = frame.module.resource(resourceKey(mode, type, name));
  if (expansion === undefined) return undefined;
  frame.engine.evaluate(expansion);
  const instance = expansion.instance(key);
  if (instance === undefined || attribute === undefined) return undefined;
  const node = instance.view.attribute(attribute);
  const address = `${resourceKey(mode, type, name)}${printKey(instance.key)}.${attribute}`;
  const nested = node === undefined ? nestedAttribute(instance.body, attribute, path) : undefined;
  if (nested !== undefined) {
    const { range, value } = nested.attribute;
    const hop: Hop = { kind: 'resource-attribute', name: `${address}${nested.text}`, range, value };
    const further = nested.attribute.explain().slice(1);
    return { hop, identity: nested.attribute, expression: undefined, path: nested.rest, frame, further };
  }
  if (node === undefined || node.value.kind === 'null') {
    const value: Value = instance.readAttribute(attribute);
    const hop: Hop = { kind: 'resource-attribute', name: address, range: instance.headerRange, value };
    // What is computed of a data source comes from its arguments.
    const further = instance.computedNode?.values?.has(attribute) === true ? hopsOfArguments(instance.body) : undefined;
    return { hop, identity: `${instance.address}.${attribute}`, expression: undefined, path, frame, further };
  }
  const hop: Hop = { kind: 'resource-attribute', name: address, range: node.range, value: node.value };
  return { hop, identity: node, expression: node.expression, path, frame: node.frame };
}

/** The chains of all arguments of a body, blocks included, that are not written out. */
function hopsOfArguments(body: EvaluatedBody): readonly Hop[] {
  const hops: Hop[] = [];
  const pending: EvaluatedBody[] = [body];
  for (let next = pending.pop(); next !== undefined && hops.length < MAX_HOPS; next = pending.pop()) {
    for (const name of next.attributeNames) {
      const chain = next.attribute(name)?.explain() ?? [];
      if (chain.length > 1) hops.push(...chain);
    }
    const blocks: EvaluatedBlock[] = [];
    for (const type of next.blockTypes) blocks.push(...next.blocks(type));
    for (const block of blocks.toReversed()) pending.push(block.body);
  }
  return hops;
}

interface NestedAttribute {
  readonly attribute: EvaluatedAttribute;
  /** How it is reached behind the type of the outermost block: `[0].status`. */
  readonly text: string;
  readonly rest: Path;
}

/** The attribute that a path leads to within blocks: `[0].status` behind `versioning_configuration`. */
function nestedAttribute(body: EvaluatedBody, type: string, path: Path): NestedAttribute | undefined {
  let blocks = body.blocks(type);
  let text = '';
  for (let i = 0; i < path.length; i++) {
    let key = path[i];
    const index = typeof key === 'number' ? key : 0;
    const block = blocks[index];
    if (block === undefined) return undefined;
    if (typeof key === 'number') {
      text += `[${index}]`;
      key = path[++i];
    }
    if (typeof key !== 'string') return undefined;
    text += `.${key}`;
    const attribute = block.body.attribute(key);
    if (attribute !== undefined) return { attribute, text, rest: path.slice(i + 1) };
    blocks = block.body.blocks(key);
  }
  return undefined;
}
