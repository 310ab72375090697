import type { Diagnostic } from '@tfwarden/hcl';
import { convert, decodeBody, hasMarkDeep, isConversionFailure } from '@tfwarden/hcl';
import { describeFailure } from '../configuration/conversion-failure.ts';
import { printKey } from '../configuration/instance-key.ts';
import type { ResourceDeclaration } from '../configuration/module-configuration.ts';
import { resourceKey } from '../configuration/module-configuration.ts';
import { problem } from '../configuration/problem.ts';
import { parseReference } from '../configuration/reference.ts';
import { DATA_SCHEMA, RESOURCE_SCHEMA } from '../configuration/schemas.ts';
import { itemsOf, traversalOf } from '../configuration/static-expression.ts';
import { staticReferences } from '../configuration/static-references.ts';
import type { BuiltinSchema } from '../evaluate/builtin-schema.ts';
import { builtinSchema, builtinType } from '../evaluate/builtin-schema.ts';
import type { ModuleState } from '../evaluate/module-state.ts';
import { resolveReferences } from '../evaluate/resolve-references.ts';
import type { ResourceState } from '../evaluate/resource-state.ts';
import { suggestionFor } from '../evaluate/suggestion.ts';
import { expressionsIn } from './body-expressions.ts';
import { recordChecks } from './check-results.ts';
import type { RuleResult } from './check-rules.ts';
import { evaluateRule } from './check-rules.ts';
import { validateDependsOn } from './depends-on.ts';
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
  if (engine.mode === 'validate') validateDependsOn(declaration.dependsOn, module.frame);
  if (engine.mode === 'validate') {
    const unknownType = checkType(declaration, module);
    if (unknownType !== undefined) {
      engine.reportOnce(unknownType);
      return;
    }
  }
  for (const instance of expansion.instances) {
    const { schema } = instance;
    const isValidating = engine.mode === 'validate';
    if (isValidating && schema !== undefined) validateBuiltin(instance, declaration, schema);
    const isValid = engine.errorCount === before;
    const results = declaration.preconditions.map((rule) =>
      evaluateRule(rule, 'resource-precondition', instance.view.frame),
    );
    if (engine.errorCount > before && !isValidating) return record(walk, module, key, instance, results);
    if (schema === undefined || !isValidating) {
      engine.evaluate(instance.wholeNode);
      void instance.whole;
      if (schema !== undefined) {
        checkTypes(instance, schema);
        checkEphemeral(instance, schema);
      }
      if (engine.errorCount > before && !isValidating) return;
    }
    const frame = instance.view.frame.withSelf(instance);
    for (const rule of declaration.postconditions) results.push(evaluateRule(rule, 'resource-postcondition', frame));
    record(walk, module, key, instance, results);
    if (isValidating && schema !== undefined && isValid) validateProvisioners(instance);
  }
}

/** The provider that is built into Terraform has only a few types. */
function checkType(
  { mode, type, typeRange, provider }: ResourceDeclaration,
  module: ModuleState,
): Diagnostic | undefined {
  const { requiredProviders } = module.configuration.settings;
  if (!type.startsWith('terraform_') || provider !== undefined || requiredProviders.has('terraform')) return undefined;
  if (builtinSchema(mode, type) !== undefined) return undefined;
  if (mode === 'ephemeral') {
    const detail = `The provider terraform.io/builtin/terraform does not support ephemeral resource "${type}".`;
    return problem('unsupported-type', 'Invalid ephemeral resource', detail, typeRange);
  }
  const other = mode === 'data' ? 'managed' : 'data';
  const [what, summary, hint] =
    mode === 'data'
      ? [
          'data source',
          'Invalid data source',
          `managed resource type "${type}"? If so, declare this using a "resource" block instead of a "data" block.`,
        ]
      : [
          'resource type',
          'Invalid resource type',
          `data source "${type}"? If so, declare this using a "data" block instead of a "resource" block.`,
        ];
  const known = mode === 'data' ? 'terraform_remote_state' : 'terraform_data';
  const suggestion =
    builtinSchema(other, type) === undefined
      ? (suggestionFor(type, [known]) ?? '')
      : `\n\nDid you intend to use the ${hint}`;
  const detail = `The provider terraform.io/builtin/terraform does not support ${what} "${type}".${suggestion}`;
  return problem('unsupported-type', summary, detail, typeRange);
}

/** Checks all arguments of a resource of a type that is known exactly; each step only when there was nothing wrong before. */
function validateBuiltin(instance: ResourceState, declaration: ResourceDeclaration, schema: BuiltinSchema): void {
  const { engine } = instance.expansion.module;
  const before = engine.errorCount;
  const references: Diagnostic[] = [];
  for (const name of schema.keys()) {
    const attribute = instance.view.attribute(name);
    if (attribute !== undefined) resolveReferences(attribute.expression, attribute.frame, references);
  }
  for (const diagnostic of references) engine.reportOnce(diagnostic);
  if (engine.errorCount > before) return;
  for (const diagnostic of validateBody(declaration, schema)) engine.reportOnce(diagnostic);
  for (const name of schema.keys()) void instance.view.attribute(name)?.value;
  checkTypes(instance, schema);
  if (engine.errorCount > before) return;
  checkEphemeral(instance, schema);
  if (declaration.mode === 'managed') {
    for (const diagnostic of computedArguments(declaration, schema)) engine.reportOnce(diagnostic);
  }
  if (engine.errorCount > before) return;
  engine.evaluate(instance.wholeNode);
  void instance.whole;
  validateIgnored(declaration, schema, instance.expansion.module);
}

/** Reads everything in provisioners and connections, so that wrong references in them are found. */
function validateProvisioners(instance: ResourceState): void {
  const pending = ['provisioner', 'connection'].flatMap((type) => instance.view.blocks(type));
  for (let block = pending.pop(); block !== undefined; block = pending.pop()) {
    if (block.type === 'provisioner' && !PROVISIONERS.has(block.labels[0] ?? '')) {
      const detail = `This configuration requires provisioner plugin "${block.labels[0] ?? ''}", which isn't available. If you're intending to use an external provisioner plugin, you must install it manually into one of the plugin search directories before running Terraform.`;
      const { engine } = instance.expansion.module;
      engine.reportOnce(problem('missing-provisioner', 'Missing required provisioner plugin', detail));
    }
    for (const name of block.body.attributeNames) {
      if (name !== 'when' && name !== 'on_failure') void block.body.attribute(name)?.value;
    }
    for (const type of block.body.blockTypes) pending.push(...block.body.blocks(type));
  }
}

/** The provisioners that are built into Terraform. */
const PROVISIONERS: ReadonlySet<string> = new Set(['file', 'local-exec', 'remote-exec']);

/** Checks that `ignore_changes` names attributes that exist. */
function validateIgnored({ body }: ResourceDeclaration, schema: BuiltinSchema, module: ModuleState): void {
  const lifecycle = body.kind === 'body' ? body.blocks.find(({ type }) => type === 'lifecycle') : undefined;
  const ignored = lifecycle?.body.attributes.find(({ name }) => name === 'ignore_changes')?.expression;
  for (const item of (ignored && itemsOf(ignored)) ?? []) {
    const traversal = traversalOf(item);
    if (traversal === undefined || schema.has(traversal.root.name)) continue;
    const { root } = traversal;
    const suggestion = suggestionFor(root.name, schema.keys()) ?? '';
    const detail = `This object has no argument, nested block, or exported attribute named "${root.name}".${suggestion}`;
    module.engine.reportOnce(problem('unsupported-attribute', 'Unsupported attribute', detail, root));
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
  // With an override file, what the schema does not name is passed over, as in Terraform.
  const partial = overrides.length > 0;
  const { remain } = decodeBody(body, meta, { partial: true });
  const content = decodeBody(remain, { attributes, blocks: [{ type: 'dynamic', labelNames: ['type'] }] }, { partial });
  const found = [...content.diagnostics];
  if (body.kind === 'body') {
    const escaped = body.blocks.find(({ type }) => type === '_');
    const names = attributes.map(({ name }) => ({ name }));
    if (escaped !== undefined) found.push(...decodeBody(escaped.body, { attributes: names }, { partial }).diagnostics);
  }
  for (const block of content.blocks) {
    const detail = `Blocks of type "${block.labels[0] ?? ''}" are not expected here.`;
    found.push(problem('unsupported-block', 'Unsupported block type', detail, block.labelRanges[0]));
  }
  return found;
}

/** Arguments that only the provider may give. */
function computedArguments({ body, overrides }: ResourceDeclaration, schema: BuiltinSchema): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const part of [body, ...overrides]) {
    if (part.kind !== 'body') continue;
    for (const { name } of part.attributes) {
      if (schema.get(name) !== 'computed') continue;
      // The words of the built-in provider, which points nowhere.
      found.push(problem('computed-argument', `"${name}" attribute is read-only`, ''));
    }
  }
  return found;
}

/** Checks the types of the values written in a builtin resource. */
function checkTypes(instance: ResourceState, schema: BuiltinSchema): void {
  for (const name of schema.keys()) {
    const attribute = instance.view.attribute(name);
    if (attribute === undefined) continue;
    const converted = convert(attribute.value, builtinType(name));
    if (!isConversionFailure(converted)) continue;
    const detail = `Inappropriate value for attribute "${name}": ${describeFailure(converted)}.`;
    const wrong = problem('incorrect-type', 'Incorrect attribute value type', detail, attribute.expression);
    instance.expansion.module.engine.reportOnce(wrong);
  }
}

/** Only a write-only argument may be ephemeral, and no builtin has one. */
function checkEphemeral(instance: ResourceState, schema: BuiltinSchema): void {
  if (instance.mode === 'ephemeral') return;
  for (const name of schema.keys()) {
    const attribute = instance.view.attribute(name);
    if (attribute === undefined || !hasMarkDeep(attribute.value, 'ephemeral')) continue;
    const detail = `Ephemeral values are not valid for "${name}", because it is not a write-only attribute and must be persisted to state.`;
    const wrong = problem('ephemeral-value', 'Invalid use of ephemeral value', detail, attribute.expression);
    instance.expansion.module.engine.reportOnce(wrong);
  }
}
