import type { DecodedBlock, Diagnostic, Expression } from '@tfwarden/hcl';
import { isValidIdentifier } from '@tfwarden/hcl';
import { decodeCheckRule } from './decode-check-rule.ts';
import { checkIgnoreChanges, checkReplaceTriggeredBy } from './decode-lifecycle-lists.ts';
import { readDependsOn, readRepetition } from './decode-meta.ts';
import { checkProvisioner } from './decode-provisioner.ts';
import { rangeOfBlock, readContent } from './decoded.ts';
import type { CheckRule, ResourceDeclaration } from './module-configuration.ts';
import { resourceKey } from './module-configuration.ts';
import { BAD_IDENTIFIER } from './names.ts';
import { describeRange, problem } from './problem.ts';
import { parseReference } from './reference.ts';
import { DATA_SCHEMA, LIFECYCLE_SCHEMA, RESOURCE_SCHEMA } from './schemas.ts';
import { quotedTraversalOf, traversalOf } from './static-expression.ts';
import { staticReferences } from './static-references.ts';
import { readTruth } from './static-value.ts';

/**
 * Decodes a `resource`, `data` or `ephemeral` block, with the checks and messages of Terraform's `decodeResourceBlock` and its kin (1.11.4).
 * @param check name of the check block it is in
 */
export function decodeResource(
  block: DecodedBlock,
  mode: ResourceDeclaration['mode'],
  isOverride: boolean,
  diagnostics: Diagnostic[],
  check?: string,
): ResourceDeclaration {
  const schema = mode === 'managed' ? RESOURCE_SCHEMA : DATA_SCHEMA;
  const content = readContent(block.body, schema, diagnostics, 'partial');
  const [type = '', name = ''] = block.labels;
  const [typeRange = block.headerRange, nameRange = block.headerRange] = block.labelRanges;
  const words = WORDS[mode];
  if (!isValidIdentifier(type)) diagnostics.push(problem('invalid-name', words.badType, BAD_IDENTIFIER, typeRange));
  if (!isValidIdentifier(name)) diagnostics.push(problem('invalid-name', words.badName, BAD_IDENTIFIER, nameRange));
  const { count, forEach } = readRepetition(content, diagnostics);
  if (check !== undefined) {
    for (const argument of ['count', 'for_each']) {
      const attribute = content.attributes.get(argument);
      if (attribute === undefined) continue;
      const detail = 'The "count" and "for_each" meta-arguments are not supported within nested data blocks.';
      diagnostics.push(problem('nested-data', `Invalid "${argument}" attribute`, detail, attribute.nameRange));
    }
  }
  const provider = content.attributes.get('provider');
  const dependsOn = content.attributes.get('depends_on')?.expression;
  const rules: Rules = { preconditions: [], postconditions: [], enabled: undefined };
  const seen = new Map<string, DecodedBlock>();
  for (const inner of content.blocks) {
    switch (inner.type) {
      case 'lifecycle':
      case 'connection':
      case '_': {
        const first = seen.get(inner.type);
        if (first !== undefined) {
          const summary = inner.type === '_' ? 'Duplicate escaping block' : `Duplicate ${inner.type} block`;
          const detail =
            inner.type === '_'
              ? `The special block type "_" can be used to force particular arguments to be interpreted as resource-type-specific rather than as meta-arguments, but each ${words.block} block can have only one such block. The first escaping block was at ${describeRange(first.headerRange)}.`
              : `This resource already has a ${inner.type} block at ${describeRange(first.headerRange)}.`;
          diagnostics.push(problem('duplicate-block', summary, detail, inner.headerRange));
          break;
        }
        seen.set(inner.type, inner);
        if (inner.type === 'lifecycle') decodeLifecycle(inner, mode, { type, name }, isOverride, rules, diagnostics);
        break;
      }
      case 'provisioner':
        checkProvisioner(inner, diagnostics);
        break;
      default: {
        const detail = `The block type name "${inner.type}" is reserved for use by Terraform in a future version.`;
        diagnostics.push(problem('reserved-block', words.reserved, detail, inner.typeRange));
      }
    }
  }
  return {
    mode,
    type,
    typeRange,
    name,
    nameRange,
    headerRange: block.headerRange,
    range: rangeOfBlock(block),
    body: block.body,
    overrides: [],
    count: check === undefined ? count : undefined,
    forEach: check === undefined ? forEach : undefined,
    provider: provider && readProvider(provider.expression, diagnostics),
    dependsOn: dependsOn === undefined ? [] : readDependsOn(dependsOn, diagnostics),
    ...rules,
    check,
  };
}

/** `aws` or `aws.west`; with a key, it is one of OpenTofu's. */
function readProvider(expression: Expression, diagnostics: Diagnostic[]): Expression | undefined {
  if (expression.kind === 'index' || (quotedTraversalOf(expression) ?? traversalOf(expression)) !== undefined)
    return expression;
  const detail =
    'The provider argument requires a provider type name, optionally followed by a period and then a configuration alias.';
  diagnostics.push(problem('invalid-provider', 'Invalid provider configuration reference', detail, expression));
  return undefined;
}

interface Rules {
  readonly preconditions: CheckRule[];
  readonly postconditions: CheckRule[];
  enabled: Expression | undefined;
}

function decodeLifecycle(
  block: DecodedBlock,
  mode: ResourceDeclaration['mode'],
  { type, name }: { readonly type: string; readonly name: string },
  isOverride: boolean,
  rules: Rules,
  diagnostics: Diagnostic[],
): void {
  const content = readContent(block.body, LIFECYCLE_SCHEMA, diagnostics);
  for (const attribute of content.attributes.values()) {
    if (mode !== 'managed') {
      const { summary, what } = LIFECYCLE_WORDS[mode];
      const detail = `The lifecycle argument "${attribute.name}" is defined only for managed resources ("resource" blocks), and is not valid for ${what}.`;
      diagnostics.push(problem('lifecycle-argument', summary, detail, attribute.nameRange));
    } else if (attribute.name === 'create_before_destroy' || attribute.name === 'prevent_destroy') {
      readTruth(attribute.expression, diagnostics);
    } else if (attribute.name === 'ignore_changes') {
      checkIgnoreChanges(attribute.expression, diagnostics);
    } else if (attribute.name === 'replace_triggered_by') {
      checkReplaceTriggeredBy(attribute.expression, diagnostics);
    } else if (attribute.name === 'enabled') {
      rules.enabled = attribute.expression;
    }
  }
  for (const inner of content.blocks) {
    const kind = inner.type === 'precondition' ? 'precondition' : 'postcondition';
    const rule = decodeCheckRule(inner, kind, isOverride, diagnostics);
    for (const expression of [rule.condition, rule.errorMessage]) {
      if (expression === undefined || !refersTo(expression, resourceKey(mode, type, name))) continue;
      const detail = `Configuration for ${resourceKey(mode, type, name)} may not refer to itself.`;
      diagnostics.push(problem('self-reference', `Invalid reference in ${kind}`, detail, expression));
    }
    (kind === 'precondition' ? rules.preconditions : rules.postconditions).push(rule);
  }
}

function refersTo(expression: Expression, key: string): boolean {
  return staticReferences(expression).some((traversal) => {
    const reference = parseReference(traversal);
    return reference.kind === 'resource' && resourceKey(reference.mode, reference.type, reference.name) === key;
  });
}

const WORDS: Readonly<
  Record<ResourceDeclaration['mode'], { badType: string; badName: string; reserved: string; block: string }>
> = {
  managed: {
    badType: 'Invalid resource type name',
    badName: 'Invalid resource name',
    reserved: 'Reserved block type name in resource block',
    block: 'resource',
  },
  data: {
    badType: 'Invalid data source name',
    badName: 'Invalid data resource name',
    reserved: 'Reserved block type name in data block',
    block: 'data',
  },
  ephemeral: {
    badType: 'Invalid ephemeral resource type',
    badName: 'Invalid ephemeral resource name',
    reserved: 'Reserved block type name in ephemeral block',
    block: 'data',
  },
};

const LIFECYCLE_WORDS = {
  data: { summary: 'Invalid data resource lifecycle argument', what: 'data resources' },
  ephemeral: { summary: 'Invalid ephemeral resource lifecycle argument', what: 'ephemeral resources' },
} as const;
