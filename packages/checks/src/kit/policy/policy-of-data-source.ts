import { textOfAttribute } from '../text-pieces.ts';
import type { AttributeView, BlockView, ResourceView } from '../view.ts';
import type { Condition, Policy, Principal, Statement, TextList } from './policy.ts';
import { effectOfText } from './statement-of-document.ts';

/**
 * The statements of a `data "aws_iam_policy_document"`: those of its source documents, its own, and those that override them.
 * A later statement replaces an earlier one of the same `sid`.
 * @param readPolicy reads an attribute that holds another document
 */
export function policyOfDataSource(data: ResourceView, readPolicy: (attribute: AttributeView) => Policy): Policy {
  const sources = documentsIn(data, ['source_json', 'source_policy_documents'], readPolicy);
  const overrides = documentsIn(data, ['override_json', 'override_policy_documents'], readPolicy);
  const own = data.blocks('statement').map(statementOfBlock);
  const statements = merge([...sources.statements, ...own, ...overrides.statements]);
  const isPartly = sources.isPartly || overrides.isPartly || data.mayHaveBlock('statement') === 'unknown';
  return { state: isPartly ? 'partly' : 'known', statements };
}

function documentsIn(
  data: ResourceView,
  names: readonly string[],
  readPolicy: (attribute: AttributeView) => Policy,
): { readonly statements: readonly Statement[]; readonly isPartly: boolean } {
  const statements: Statement[] = [];
  let isPartly = false;
  for (const name of names) {
    const attribute = data.attribute(name);
    if (attribute.state === 'absent') continue;
    const isList = name.endsWith('s');
    if (isList && attribute.hasUnknownItems && attribute.items().length === 0) isPartly = true;
    for (const item of isList ? attribute.items() : [attribute]) {
      const policy = readPolicy(item);
      if (policy.state !== 'known') isPartly = true;
      statements.push(...policy.statements);
    }
  }
  return { statements, isPartly };
}

function merge(statements: readonly Statement[]): readonly Statement[] {
  const merged: Statement[] = [];
  const bySid = new Map<string, number>();
  for (const statement of statements) {
    const position = statement.sid === undefined || statement.sid === '' ? undefined : bySid.get(statement.sid);
    if (position !== undefined) {
      merged[position] = statement;
      continue;
    }
    if (statement.sid !== undefined && statement.sid !== '') bySid.set(statement.sid, merged.length);
    merged.push(statement);
  }
  return merged;
}

function statementOfBlock(block: BlockView): Statement {
  const { owner, exists, enclosing, range, waitsFor } = block;
  const effect = block.attribute('effect');
  return {
    owner,
    exists,
    enclosing,
    range,
    waitsFor,
    explain: () => block.explain(),
    sid: block.attribute('sid').text(),
    effect: effect.state === 'absent' ? 'Allow' : effectOfText(textOfAttribute(effect)),
    actions: textsOf(block.attribute('actions')),
    notActions: textsOf(block.attribute('not_actions')),
    resources: textsOf(block.attribute('resources')),
    notResources: textsOf(block.attribute('not_resources')),
    principals: block.blocks('principals').map(principalOf),
    notPrincipals: block.blocks('not_principals').map(principalOf),
    conditions: block.blocks('condition').map(conditionOf),
    isPartlyUnknown: ['principals', 'not_principals', 'condition'].some(
      (type) => block.mayHaveBlock(type) === 'unknown',
    ),
  };
}

function principalOf(block: BlockView): Principal {
  return { type: block.attribute('type').text() ?? '', identifiers: textsOf(block.attribute('identifiers')) };
}

function conditionOf(block: BlockView): Condition {
  const operator = block.attribute('test').text() ?? '';
  return { operator, key: block.attribute('variable').text() ?? '', values: textsOf(block.attribute('values')) };
}

function textsOf(attribute: AttributeView): TextList {
  const items = attribute.items().flatMap((item) => textOfAttribute(item) ?? []);
  const isWritten = attribute.state !== 'absent';
  return { isWritten, items, hasMore: attribute.state === 'unknown' };
}
