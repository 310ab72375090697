import type { AnyBody, DecodedBlock, Diagnostic, Expression, Range } from '@tfwarden/hcl';
import { isValidIdentifier, rangeBetween, startRange } from '@tfwarden/hcl';
import { attributesOf } from './all-attributes.ts';
import { readDependsOn, readRepetition } from './decode-meta.ts';
import { readContent } from './decoded.ts';
import { isLocalSource, isModuleSource, isRegistrySource } from './local-source.ts';
import type { CallArgument, PassedProvider } from './module-configuration.ts';
import { BAD_IDENTIFIER } from './names.ts';
import { describeRange, problem } from './problem.ts';
import { forOverrides, MODULE_SCHEMA } from './schemas.ts';
import { pairsOf, traversalOf } from './static-expression.ts';
import { readText } from './static-value.ts';

/** What a `module` block says; fields that are not written are undefined. */
export interface WrittenModuleCall {
  readonly block: DecodedBlock;
  readonly sourceExpression: Expression | undefined;
  readonly source: string | undefined;
  readonly version: string | undefined;
  readonly count: Expression | undefined;
  readonly forEach: Expression | undefined;
  readonly body: AnyBody;
  readonly arguments: ReadonlyMap<string, CallArgument>;
  readonly providers: readonly PassedProvider[];
  readonly dependsOn: readonly Expression[];
}

/** Decodes a `module` block, with the checks and messages of Terraform's `decodeModuleBlock` (1.11.4). */
export function decodeModuleCall(
  block: DecodedBlock,
  isOverride: boolean,
  diagnostics: Diagnostic[],
): WrittenModuleCall {
  const schema = isOverride ? forOverrides(MODULE_SCHEMA) : MODULE_SCHEMA;
  const content = readContent(block.body, schema, diagnostics, 'partial');
  if (!isValidIdentifier(block.labels[0] ?? '')) {
    diagnostics.push(problem('invalid-name', 'Invalid module instance name', BAD_IDENTIFIER, block.labelRanges[0]));
  }
  const versionExpression = content.attributes.get('version')?.expression;
  // OpenTofu evaluates sources and versions early, with variables and locals; those are resolved when the module is loaded.
  const version = versionExpression && readText(versionExpression, []);
  const sourceExpression = content.attributes.get('source')?.expression;
  const source = sourceExpression && readText(sourceExpression, []);
  if (source !== undefined && sourceExpression !== undefined) {
    checkSource(source, sourceExpression, versionExpression !== undefined, diagnostics);
  }
  const { count, forEach } = readRepetition(content, diagnostics);
  const dependsOn = content.attributes.get('depends_on')?.expression;
  const providers = content.attributes.get('providers')?.expression;
  const arguments_ = new Map<string, CallArgument>();
  for (const [name, attribute] of attributesOf(block.body)) {
    if (!META.has(name)) arguments_.set(name, attribute);
  }
  let escape: DecodedBlock | undefined;
  for (const inner of content.blocks) {
    if (inner.type !== '_') {
      const detail = `The block type name "${inner.type}" is reserved for use by Terraform in a future version.`;
      diagnostics.push(problem('reserved-block', 'Reserved block type name in module block', detail, inner.typeRange));
    } else if (escape !== undefined) {
      const detail = `The special block type "_" can be used to force particular arguments to be interpreted as module input variables rather than as meta-arguments, but each module block can have only one such block. The first escaping block was at ${describeRange(escape.headerRange)}.`;
      diagnostics.push(problem('duplicate-escape', 'Duplicate escaping block', detail, inner.headerRange));
    } else {
      escape = inner;
      for (const [name, attribute] of attributesOf(inner.body)) arguments_.set(name, attribute);
    }
  }
  return {
    block,
    sourceExpression,
    source,
    version,
    count,
    forEach,
    body: block.body,
    arguments: arguments_,
    providers: providers === undefined ? [] : readProviders(providers, diagnostics),
    dependsOn: dependsOn === undefined ? [] : readDependsOn(dependsOn, diagnostics),
  };
}

function checkSource(source: string, expression: Expression, hasVersion: boolean, diagnostics: Diagnostic[]): void {
  if (hasVersion && !isRegistrySource(source)) {
    const why = isLocalSource(source)
      ? `can't use local directory "${source}" as a module registry address`
      : 'a module registry source address must have either three or four slash-separated components';
    const detail = `Failed to parse module registry address: ${why}.\n\nTerraform assumed that you intended a module registry source address because you also set the argument "version", which applies only to registry modules.`;
    diagnostics.push(problem('invalid-module-source', 'Invalid registry module source address', detail, expression));
  } else if (!isModuleSource(source)) {
    const detail = `Terraform failed to determine your intended installation method for remote module package "${source}".\n\nIf you intended this as a path relative to the current module, use "./${source}" instead. The "./" prefix indicates that the address is a relative filesystem path.`;
    diagnostics.push(problem('invalid-module-source', 'Invalid module source address', detail, expression));
  }
}

const META: ReadonlySet<string> = new Set(MODULE_SCHEMA.attributes.map(({ name }) => name));

function readProviders(expression: Expression, diagnostics: Diagnostic[]): readonly PassedProvider[] {
  const seen = new Map<string, Range>();
  const passed: PassedProvider[] = [];
  const pairs = pairsOf(expression);
  if (pairs === undefined) {
    diagnostics.push(
      problem(
        'invalid-providers',
        'Invalid expression',
        'A static map expression is required.',
        startRange(expression),
      ),
    );
    return [];
  }
  for (const { key, value } of pairs) {
    const traversal = traversalOf(key);
    const [alias] = traversal?.steps ?? [];
    const name = traversal && traversal.root.name + (alias?.kind === 'attributeStep' ? `.${alias.name}` : '');
    const first = name === undefined ? undefined : seen.get(name);
    if (first !== undefined && name !== undefined) {
      const detail = `A provider configuration was already passed to ${name} at ${describeRange(first)}. Each child provider configuration can be assigned only once.`;
      diagnostics.push(problem('duplicate-provider', 'Duplicate provider address', detail, value));
      continue;
    }
    if (name !== undefined) seen.set(name, rangeBetween(key, value));
    passed.push({ inChild: key, inParent: value });
  }
  return passed;
}
