import type { AnyBody, Diagnostic } from '@tfwarden/hcl';
import { convert, decodeBody, hasMarkDeep, isConversionFailure } from '@tfwarden/hcl';
import type { ResourceDeclaration } from '../configuration/module-configuration.ts';
import { resourceKey } from '../configuration/module-configuration.ts';
import { problem } from '../configuration/problem.ts';
import { DATA_SCHEMA, RESOURCE_SCHEMA } from '../configuration/schemas.ts';
import type { BuiltinSchema } from '../evaluate/builtin-schema.ts';
import { builtinType } from '../evaluate/builtin-schema.ts';
import { describeFailure } from '../evaluate/conversion-failure.ts';
import { printKey } from '../evaluate/instance-key.ts';
import type { ModuleState } from '../evaluate/module-state.ts';
import { parseReference } from '../evaluate/reference.ts';
import { staticReferences } from '../evaluate/requirements.ts';
import type { ResourceState } from '../evaluate/resource-state.ts';
import { expressionsIn } from './body-expressions.ts';
import { recordChecks } from './check-results.ts';
import type { RuleResult } from './check-rules.ts';
import { evaluateRule } from './check-rules.ts';
import { prefixed } from './visit.ts';
import type { Walk } from './walk.ts';

/** Expands a resource, checks and evaluates each of its instances. */
export function visitResource(declaration: ResourceDeclaration, module: ModuleState, walk: Walk): void {
  const { engine } = walk;
  const { mode, type, name } = declaration;
  const key = resourceKey(mode, type, name);
  const expansion = module.resource(key);
  if (expansion === undefined) return;
  const before = engine.errorCount;
  if (engine.mode === 'plan') {
    for (const diagnostic of selfReferences(declaration, key)) engine.reportOnce(diagnostic);
    if (engine.errorCount > before) return;
  }
  engine.evaluate(expansion);
  if (engine.errorCount > before && engine.mode === 'plan') return;
  for (const instance of expansion.instances) {
    const { schema } = instance;
    if (schema !== undefined && engine.mode === 'validate') {
      for (const diagnostic of validateBody(declaration, schema)) engine.reportOnce(diagnostic);
      if (engine.errorCount > before) return;
    }
    const results = declaration.preconditions.map((rule) =>
      evaluateRule(rule, 'resource-precondition', instance.view.frame),
    );
    if (engine.errorCount > before && engine.mode === 'plan') return record(walk, module, key, instance, results);
    engine.evaluate(instance.wholeNode);
    void instance.whole;
    if (schema !== undefined) checkValues(instance, schema);
    if (engine.errorCount > before && engine.mode === 'plan') return;
    const frame = instance.view.frame.withSelf(instance);
    for (const rule of declaration.postconditions) results.push(evaluateRule(rule, 'resource-postcondition', frame));
    record(walk, module, key, instance, results);
  }
}

function record(
  walk: Walk,
  module: ModuleState,
  key: string,
  instance: ResourceState,
  results: readonly RuleResult[],
): void {
  if (results.length === 0) return;
  recordChecks(walk.checks, prefixed(module.staticAddress, key), instance.address, results);
}

function selfReferences(declaration: ResourceDeclaration, key: string): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const check = (expression: Parameters<typeof staticReferences>[0], iterators: ReadonlySet<string>): void => {
    for (const traversal of staticReferences(expression)) {
      if (iterators.has(traversal.root.name)) continue;
      const reference = parseReference(traversal);
      if (reference.kind !== 'resource') continue;
      if (resourceKey(reference.mode, reference.type, reference.name) !== key) continue;
      const address = `${key}${printKey(reference.key)}`;
      const detail = `Configuration for ${address} may not refer to itself.`;
      found.push(problem('self-reference', 'Self-referential block', detail, reference.range));
    }
  };
  for (const body of [declaration.body, ...declaration.overrides]) {
    for (const { expression, iterators } of expressionsIn(body)) check(expression, iterators);
  }
  return found;
}

/** Checks which arguments and blocks are written against a schema that is known exactly. */
function validateBody({ body, overrides, mode }: ResourceDeclaration, schema: BuiltinSchema): readonly Diagnostic[] {
  const meta = mode === 'managed' ? RESOURCE_SCHEMA : DATA_SCHEMA;
  const attributes = [...schema].map(([name, kind]) => ({ name, required: kind === 'required' }));
  const found: Diagnostic[] = [];
  for (const [index, part] of [body, ...overrides].entries()) {
    const wanted = index === 0 ? attributes : attributes.map(({ name }) => ({ name }));
    const content = decodeBody(part, {
      attributes: [...meta.attributes, ...wanted],
      blocks: [...meta.blocks, { type: 'dynamic', labelNames: ['type'] }],
    });
    found.push(...content.diagnostics);
    for (const block of content.blocks) {
      if (block.type !== 'dynamic') continue;
      const detail = `Blocks of type "${block.labels[0] ?? ''}" are not expected here.`;
      found.push(problem('unsupported-block', 'Unsupported block type', detail, block.labelRanges[0]));
    }
    found.push(...computedArguments(part, schema));
  }
  return found;
}

/** Arguments that only the provider may give. */
function computedArguments(body: AnyBody, schema: BuiltinSchema): readonly Diagnostic[] {
  if (body.kind !== 'body') return [];
  const found: Diagnostic[] = [];
  for (const { name } of body.attributes) {
    if (schema.get(name) !== 'computed') continue;
    // The words of the built-in provider, which points nowhere.
    found.push(problem('computed-argument', `"${name}" attribute is read-only`, ''));
  }
  return found;
}

/** Checks types and marks of the values written in a builtin resource. */
function checkValues(instance: ResourceState, schema: BuiltinSchema): void {
  const { engine } = instance.expansion.module;
  for (const name of schema.keys()) {
    const attribute = instance.view.attribute(name);
    if (attribute === undefined) continue;
    const converted = convert(attribute.value, builtinType(name));
    if (isConversionFailure(converted)) {
      const detail = `Inappropriate value for attribute "${name}": ${describeFailure(converted)}.`;
      engine.reportOnce(problem('incorrect-type', 'Incorrect attribute value type', detail, attribute.expression));
    } else if (instance.mode !== 'ephemeral' && hasMarkDeep(attribute.value, 'ephemeral')) {
      const detail = `Ephemeral values are not valid for "${name}", because it is not a write-only attribute and must be persisted to state.`;
      engine.reportOnce(problem('ephemeral-value', 'Invalid use of ephemeral value', detail, attribute.expression));
    }
  }
}
