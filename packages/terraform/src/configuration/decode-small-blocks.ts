import type { DecodedBlock, Diagnostic, Expression } from '@tfwarden/hcl';
import { hasErrors, isValidIdentifier } from '@tfwarden/hcl';
import { attributesOf } from './all-attributes.ts';
import { decodeCheckRule } from './decode-check-rule.ts';
import { requireTraversal } from './decode-meta.ts';
import { decodeResource } from './decode-resource.ts';
import { rangeOfBlock, readContent } from './decoded.ts';
import type {
  CheckDeclaration,
  CheckRule,
  ImportDeclaration,
  LocalDeclaration,
  MovedDeclaration,
  ProviderDeclaration,
  RemovedDeclaration,
  ResourceDeclaration,
} from './module-configuration.ts';
import { BAD_IDENTIFIER } from './names.ts';
import { describeRange, problem } from './problem.ts';
import {
  CHECK_SCHEMA,
  IMPORT_SCHEMA,
  MOVED_SCHEMA,
  PROVIDER_SCHEMA,
  REMOVED_LIFECYCLE_SCHEMA,
  REMOVED_SCHEMA,
} from './schemas.ts';
import { traversalOf } from './static-expression.ts';
import { readText, readTruth } from './static-value.ts';
import type { TargetAddress } from './target-address.ts';
import { readAddress, readTarget } from './target-address.ts';

export function decodeLocals(block: DecodedBlock, diagnostics: Diagnostic[]): readonly LocalDeclaration[] {
  // Blocks are refused here.
  if (block.body.kind === 'body') {
    for (const inner of block.body.blocks) {
      const detail = `Blocks are not allowed here.`;
      diagnostics.push(problem('unexpected-block', `Unexpected "${inner.type}" block`, detail, inner.typeRange));
    }
  }
  const locals: LocalDeclaration[] = [];
  for (const [name, attribute] of attributesOf(block.body)) {
    if (!isValidIdentifier(name)) {
      diagnostics.push(problem('invalid-name', 'Invalid local value name', BAD_IDENTIFIER, attribute.nameRange));
    }
    locals.push({ name, nameRange: attribute.nameRange, range: attribute, expression: attribute.expression });
  }
  return locals;
}

export function decodeProvider(block: DecodedBlock, diagnostics: Diagnostic[]): ProviderDeclaration {
  const content = readContent(block.body, PROVIDER_SCHEMA, diagnostics, 'partial');
  const aliasExpression = content.attributes.get('alias')?.expression;
  const alias = aliasExpression && readText(aliasExpression, diagnostics);
  if (alias !== undefined && !isValidIdentifier(alias)) {
    const detail = `An alias must be a valid name. ${BAD_IDENTIFIER}`;
    diagnostics.push(problem('invalid-name', 'Invalid provider configuration alias', detail));
  }
  return {
    type: block.labels[0] ?? '',
    nameRange: block.labelRanges[0] ?? block.headerRange,
    alias,
    forEach: content.attributes.get('for_each')?.expression,
    body: block.body,
    overrides: [],
    headerRange: block.headerRange,
    range: rangeOfBlock(block),
  };
}

export function decodeMoved(block: DecodedBlock, diagnostics: Diagnostic[]): MovedDeclaration {
  const before = diagnostics.length;
  const { attributes } = readContent(block.body, MOVED_SCHEMA, diagnostics);
  const [from, to] = ['from', 'to'].map((name) => {
    const expression = attributes.get(name)?.expression;
    return expression !== undefined && requireTraversal(expression, diagnostics)
      ? readAddress(expression, diagnostics)
      : undefined;
  });
  const { headerRange } = block;
  if (diagnostics.length === before && from !== undefined && to !== undefined) {
    if ((from.resource === undefined) !== (to.resource === undefined)) {
      const detail = 'The "from" and "to" addresses must either both refer to resources or both refer to modules.';
      diagnostics.push(problem('invalid-moved', 'Invalid "moved" addresses', detail, headerRange));
    }
  }
  return { from, to, headerRange, range: rangeOfBlock(block) };
}

export function decodeImport(block: DecodedBlock, diagnostics: Diagnostic[]): ImportDeclaration {
  const start = diagnostics.length;
  const { attributes } = readContent(block.body, IMPORT_SCHEMA, diagnostics);
  // Of a block that is not as it should be, Terraform looks at nothing else.
  const to = hasErrors(diagnostics.slice(start)) ? undefined : attributes.get('to');
  const before = diagnostics.length;
  const target = to && readImportTarget(to.expression, diagnostics);
  if (to !== undefined && (diagnostics.length > before || (target !== undefined && target.mode !== 'managed'))) {
    const detail = 'Only managed resources can be imported.';
    diagnostics.push(problem('invalid-import', 'Invalid import address', detail, to));
  }
  const id = attributes.get('id')?.expression;
  const forEach = attributes.get('for_each')?.expression;
  const { headerRange } = block;
  return { to: to?.expression, target, id, forEach, headerRange, range: rangeOfBlock(block) };
}

/** Only keys may be expressions here. */
function readImportTarget(to: Expression, diagnostics: Diagnostic[]): TargetAddress | undefined {
  const before = diagnostics.length;
  const target = readAddress(to, diagnostics);
  if (target === undefined && diagnostics.length === before) requireTraversal(to, diagnostics);
  return target;
}

export function decodeRemoved(block: DecodedBlock, diagnostics: Diagnostic[]): RemovedDeclaration {
  const { attributes, blocks } = readContent(block.body, REMOVED_SCHEMA, diagnostics);
  for (const { type, body } of blocks) {
    if (type !== 'lifecycle') continue;
    const destroy = readContent(body, REMOVED_LIFECYCLE_SCHEMA, diagnostics).attributes.get('destroy');
    if (destroy !== undefined) readTruth(destroy.expression, diagnostics);
  }
  const from = attributes.get('from')?.expression;
  const target = from !== undefined && requireTraversal(from, diagnostics) ? readTarget(from) : undefined;
  const keyed = target?.key ?? target?.modules.find(({ key }) => key !== undefined)?.key;
  if (keyed !== undefined && from !== undefined) {
    const traversal = traversalOf(from);
    const step = traversal?.steps.find(({ kind }) => kind === 'indexStep');
    const isResource = target?.key !== undefined;
    const summary = isResource ? 'Resource instance keys not allowed' : 'Module instance keys not allowed';
    const detail = isResource
      ? 'Resource address must be a resource (e.g. "test_instance.foo"), not a resource instance (e.g. "test_instance.foo[1]").'
      : 'Module address must be a module (e.g. "module.foo"), not a module instance (e.g. "module.foo[1]").';
    diagnostics.push(problem('invalid-removed', summary, detail, step ?? from));
  }
  return {
    target: keyed === undefined ? target : undefined,
    headerRange: block.headerRange,
    range: rangeOfBlock(block),
  };
}

export function decodeCheck(
  block: DecodedBlock,
  isOverride: boolean,
  diagnostics: Diagnostic[],
): { readonly check: CheckDeclaration; readonly data: ResourceDeclaration | undefined } {
  const name = block.labels[0] ?? '';
  const { headerRange } = block;
  if (isOverride) {
    const detail = 'Override files cannot override check blocks.';
    diagnostics.push(problem('unsupported-override', "Can't override check blocks", detail, headerRange));
    return {
      check: { name, asserts: [], dataSource: undefined, headerRange, range: rangeOfBlock(block) },
      data: undefined,
    };
  }
  const content = readContent(block.body, CHECK_SCHEMA, diagnostics);
  if (!isValidIdentifier(name)) {
    diagnostics.push(problem('invalid-name', 'Invalid check block name', BAD_IDENTIFIER, block.labelRanges[0]));
  }
  const asserts: CheckRule[] = [];
  let data: ResourceDeclaration | undefined;
  for (const inner of content.blocks) {
    if (inner.type === 'assert') {
      const before = diagnostics.length;
      const rule = decodeCheckRule(inner, 'assert', isOverride, diagnostics);
      if (!hasErrors(diagnostics.slice(before))) asserts.push(rule);
    } else if (data === undefined) {
      data = decodeResource(inner, 'data', isOverride, diagnostics, name);
    } else {
      const detail = `This check block already has a data resource defined at ${describeRange(data.headerRange)}.`;
      diagnostics.push(problem('nested-data', 'Multiple data resource blocks', detail, inner.headerRange));
    }
  }
  if (asserts.length === 0) {
    const detail = 'Check blocks must have at least one assert block.';
    diagnostics.push(problem('zero-asserts', 'Zero assert blocks', detail, headerRange));
  }
  const dataSource = data && `data.${data.type}.${data.name}`;
  return { check: { name, asserts, dataSource, headerRange, range: rangeOfBlock(block) }, data };
}
