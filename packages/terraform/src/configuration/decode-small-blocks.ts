import type { DecodedBlock, Diagnostic } from '@tfwarden/hcl';
import { isValidIdentifier } from '@tfwarden/hcl';
import { attributesOf } from './all-attributes.ts';
import { decodeCheckRule } from './decode-check-rule.ts';
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
import { CHECK_SCHEMA, IMPORT_SCHEMA, MOVED_SCHEMA, PROVIDER_SCHEMA, REMOVED_SCHEMA } from './schemas.ts';
import { readText } from './static-value.ts';

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
    diagnostics.push(problem('invalid-name', 'Invalid provider configuration alias', detail, aliasExpression));
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
  const { attributes } = readContent(block.body, MOVED_SCHEMA, diagnostics);
  const from = attributes.get('from')?.expression;
  const to = attributes.get('to')?.expression;
  return { from, to, headerRange: block.headerRange, range: rangeOfBlock(block) };
}

export function decodeImport(block: DecodedBlock, diagnostics: Diagnostic[]): ImportDeclaration {
  const { attributes } = readContent(block.body, IMPORT_SCHEMA, diagnostics);
  const to = attributes.get('to')?.expression;
  const id = attributes.get('id')?.expression;
  const forEach = attributes.get('for_each')?.expression;
  return { to, id, forEach, headerRange: block.headerRange, range: rangeOfBlock(block) };
}

export function decodeRemoved(block: DecodedBlock, diagnostics: Diagnostic[]): RemovedDeclaration {
  const { attributes } = readContent(block.body, REMOVED_SCHEMA, diagnostics);
  return { from: attributes.get('from')?.expression, headerRange: block.headerRange, range: rangeOfBlock(block) };
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
      asserts.push(decodeCheckRule(inner, 'assert', isOverride, diagnostics));
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
