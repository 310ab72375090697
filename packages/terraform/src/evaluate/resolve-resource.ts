import type { Diagnostic, Resolved, ScopeTraversal, TraversalStep } from '@tfwarden/hcl';
import { DYNAMIC, isValidIdentifier, traverse, unknownValue } from '@tfwarden/hcl';
import { resourceKey } from '../configuration/module-configuration.ts';
import { problem } from '../configuration/problem.ts';
import type { ResourceReference } from '../configuration/reference.ts';
import { blocksValue, blockValue } from './body-value-node.ts';
import { builtinSchema, builtinType } from './builtin-schema.ts';
import type { ModuleState } from './module-state.ts';
import type { Node } from './node.ts';
import { unlessDone } from './node.ts';
import type { ResourceExpansion } from './resource-expansion.ts';
import type { ResourceState } from './resource-state.ts';
import { suggestionFor } from './suggestion.ts';

/** What a reference to a resource still needs: first its instances, then the attribute or the whole. */
export function pendingForResource(
  reference: ResourceReference,
  module: ModuleState,
  _traversal: ScopeTraversal,
): Node | undefined {
  const expansion = find(reference, module);
  if (expansion === undefined) return undefined;
  if (module.engine.mode === 'validate') return undefined;
  if (expansion.state !== 'done') return expansion;
  const instance = expansion.instance(reference.key);
  if (instance === undefined) return unlessDone(expansion.allNode);
  if (needsAll(reference, expansion)) return unlessDone(expansion.allNode);
  if (reference.attribute === undefined) return unlessDone(instance.wholeNode);
  return instance.pendingFor(reference.attribute);
}

/** The value of the longest part of the traversal that can be answered without evaluating more than it asks for. */
export function resolveResource(
  reference: ResourceReference,
  module: ModuleState,
  traversal: ScopeTraversal,
  diagnostics: Diagnostic[],
  checkBlock: string | undefined,
): Resolved {
  const expansion = find(reference, module);
  const wrong = checkResource(reference, module, traversal, checkBlock);
  if (expansion === undefined || wrong !== undefined) {
    if (wrong !== undefined) diagnostics.push(wrong);
    return { value: unknownValue(DYNAMIC), stepsUsed: traversal.steps.length };
  }
  const { engine } = module;
  if (engine.mode === 'validate') {
    // Terraform's validate walk knows nothing of resources but what is declared.
    const marks = reference.mode === 'ephemeral' ? ['ephemeral'] : undefined;
    return { value: unknownValue(DYNAMIC, { marks }), stepsUsed: reference.stepsUsed };
  }
  for (let needed = pendingForResource(reference, module, traversal); needed !== undefined; ) {
    engine.evaluate(needed);
    needed = pendingForResource(reference, module, traversal);
  }
  const instance = expansion.instance(reference.key);
  if (instance === undefined || needsAll(reference, expansion)) {
    // With a key that no instance has, the evaluator says so when it looks the key up.
    return { value: expansion.allNode.value, stepsUsed: reference.stepsUsed - (reference.key === undefined ? 0 : 1) };
  }
  return resolveInstance(reference, instance, traversal);
}

/** What is wrong with a reference, as far as declarations and exactly known schemas tell: Terraform's static validation. */
export function checkResource(
  reference: ResourceReference,
  module: ModuleState,
  traversal: ScopeTraversal,
  checkBlock: string | undefined,
): Diagnostic | undefined {
  const { mode, type, attribute, stepsUsed, range } = reference;
  const expansion = find(reference, module);
  if (expansion === undefined) return undeclared(reference, module);
  const { check } = expansion.declaration;
  if (check !== undefined && check !== checkBlock) {
    const detail = `The referenced ${mode} resource "${type}" "${reference.name}" is not available from this context.`;
    return problem('scoped-resource', 'Reference to scoped resource', detail, range);
  }
  const wrong = checkKey(reference, expansion);
  if (wrong !== undefined) return wrong;
  if (attribute === undefined) return checkIndexOfInstance(traversal.steps[stepsUsed]);
  const schema = builtinSchema(mode, type);
  if (schema === undefined) return undefined;
  if (schema.has(attribute)) {
    const problems: Diagnostic[] = [];
    traverse(unknownValue(builtinType(attribute)), traversal.steps, stepsUsed + 1, problems);
    return problems[0];
  }
  if (attribute === 'count') {
    const detail = `The special "count" attribute is no longer supported after Terraform v0.12. Instead, use length(${expansion.key}) to count resource instances.`;
    return problem('count-attribute', 'Invalid resource count attribute', detail, range);
  }
  const suggestion = suggestionFor(attribute, schema.keys()) ?? '';
  const detail = `This object has no argument, nested block, or exported attribute named "${attribute}".${suggestion}`;
  return problem('unsupported-attribute', 'Unsupported attribute', detail, traversal.steps[stepsUsed] ?? range);
}

/** An instance is an object whose attributes have names: an index behind it is a mistake whatever the schema. */
function checkIndexOfInstance(step: TraversalStep | undefined): Diagnostic | undefined {
  if (step?.kind !== 'indexStep') return undefined;
  const { key } = step;
  const detail =
    key.kind === 'string' && isValidIdentifier(key.value)
      ? `Only attribute access is allowed here. Did you mean to access attribute "${key.value}" using the dot operator?`
      : 'Only attribute access is allowed here, using the dot operator.';
  return problem('invalid-index-operation', 'Invalid index operation', detail, step);
}

function resolveInstance(reference: ResourceReference, instance: ResourceState, traversal: ScopeTraversal): Resolved {
  const { attribute, stepsUsed } = reference;
  if (attribute === undefined || (instance.schema !== undefined && !instance.schema.has(attribute))) {
    return { value: instance.whole, stepsUsed };
  }
  const next = traversal.steps[stepsUsed + 1];
  if (next?.kind === 'attributeStep' && instance.schema === undefined) {
    // A block that stands alone in its provider's schema is one object, not a list of them.
    const blocks = instance.view.attribute(attribute) === undefined ? instance.view.blocksNode(attribute) : undefined;
    const [block, second] = blocks?.blocks ?? [];
    if (block !== undefined && second === undefined && block.isCertain) {
      const value = blockValue(block, { subject: instance.subject, path: `.${attribute}` });
      return { value, stepsUsed: stepsUsed + 1 };
    }
  }
  const value = instance.attributeValue(attribute);
  if (next?.kind === 'indexStep' && value.kind === 'object' && instance.schema === undefined) {
    // In JSON syntax an object may be a block; an index can only mean the list of blocks.
    const node = instance.view.blocksNode(attribute);
    if (node !== undefined && next.key.kind === 'number') {
      instance.expansion.module.engine.evaluate(node);
      const origin = { subject: instance.subject, path: '' };
      return { value: blocksValue(node, origin), stepsUsed: stepsUsed + 1 };
    }
  }
  return { value, stepsUsed: stepsUsed + 1 };
}

function find({ mode, type, name }: ResourceReference, module: ModuleState): ResourceExpansion | undefined {
  return module.resource(resourceKey(mode, type, name));
}

/** A repeated resource without a key is all of its instances; an unknown number of them is unknown as a whole. */
function needsAll(reference: ResourceReference, expansion: ResourceExpansion): boolean {
  return expansion.isRepeated && reference.key === undefined;
}

function checkKey(reference: ResourceReference, expansion: ResourceExpansion): Diagnostic | undefined {
  const { key, attribute, range } = reference;
  const address = expansion.key;
  if (key !== undefined && !expansion.isRepeated) {
    const detail = `Because ${address} does not have "count" or "for_each" set, references to it must not include an index key. Remove the bracketed index to refer to the single instance of this resource.`;
    return problem('unexpected-instance-key', 'Unexpected resource instance key', detail, range);
  }
  if (key === undefined && attribute !== undefined && expansion.isRepeated) {
    const isCount = expansion.declaration.count !== undefined;
    const detail = `Because ${address} has "${isCount ? 'count' : 'for_each'}" set, its attributes must be accessed on specific instances.\n\nFor example, to correlate with indices of a referring resource, use:\n    ${address}[${isCount ? 'count.index' : 'each.key'}]`;
    return problem('missing-instance-key', 'Missing resource instance key', detail, range);
  }
  return undefined;
}

function undeclared({ mode, type, name, range }: ResourceReference, module: ModuleState): Diagnostic {
  const isData = mode === 'managed' && module.configuration.resources.has(resourceKey('data', type, name));
  const hint = isData ? `\n\nDid you mean the data resource data.${type}.${name}?` : '';
  const where = module.address === '' ? 'the root module' : module.staticAddress;
  return problem(
    'undeclared-resource',
    'Reference to undeclared resource',
    `${mode === 'ephemeral' ? 'An' : 'A'} ${mode} resource "${type}" "${name}" has not been declared in ${where}.${hint}`,
    range,
  );
}
