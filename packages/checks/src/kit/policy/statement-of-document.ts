import type { DocumentNode, DocumentObject, DocumentUnknown } from '../document/document.ts';
import type { Text } from '../text-pieces.ts';
import { equalsText } from '../text-pieces.ts';
import type { Condition, Principal, Statement, TextList } from './policy.ts';

const NO_TEXTS: TextList = { isWritten: false, items: [], hasMore: false };

/** A statement of a JSON policy. Names of its parts are read without case, as AWS reads them. */
export function statementOfDocument(node: DocumentObject): Statement {
  const parts = new Map<string, DocumentNode>();
  for (const [name, part] of node.members) parts.set(name.toLowerCase(), part);
  const { owner, exists, enclosing, range, waitsFor } = node;
  const sid = parts.get('sid');
  const readers = [...parts.values()];
  return {
    owner,
    exists,
    enclosing,
    range,
    waitsFor,
    explain: () => node.explain(),
    sid: sid?.kind === 'text' ? sid.text : undefined,
    effect: effectOf(parts.get('effect'), node.hasUnknownNames),
    actions: textsOf(parts.get('action')),
    notActions: textsOf(parts.get('notaction')),
    resources: textsOf(parts.get('resource')),
    notResources: textsOf(parts.get('notresource')),
    principals: principalsOf(parts.get('principal')),
    notPrincipals: principalsOf(parts.get('notprincipal')),
    conditions: conditionsOf(parts.get('condition')),
    isPartlyUnknown: node.hasUnknownNames || readers.some((part) => part.kind === 'unknown'),
  };
}

/** The effect a text says. @param text undefined when it is not written */
export function effectOfText(text: Text | undefined): Statement['effect'] {
  if (text === undefined) return 'unknown';
  if (equalsText(text, 'Allow', true) === 'true') return 'Allow';
  return equalsText(text, 'Deny', true) === 'true' ? 'Deny' : 'unknown';
}

function effectOf(node: DocumentNode | undefined, hasUnknownNames: boolean): Statement['effect'] {
  // AWS refuses a statement without an effect; it is read as `Allow`, since that is what its author wants.
  if (node === undefined) return hasUnknownNames ? 'unknown' : 'Allow';
  return node.kind === 'text' ? effectOfText(node) : 'unknown';
}

function textsOf(node: DocumentNode | undefined): TextList {
  if (node === undefined) return NO_TEXTS;
  const nodes = node.kind === 'array' ? node.items : [node];
  const items = nodes.flatMap((item) => {
    if (item.kind === 'unknown') return [unknownText(item)];
    return item.kind === 'text' ? [item] : [];
  });
  // An element that is not known is one text; what is not known as a whole may be a list.
  return { isWritten: true, items, hasMore: node.kind === 'unknown' };
}

function unknownText(node: DocumentUnknown): Text {
  const { owner, exists, enclosing, range, waitsFor } = node;
  const pieces = [undefined];
  return {
    owner,
    exists,
    enclosing,
    range,
    waitsFor,
    explain: () => node.explain(),
    pieces,
    text: undefined,
    isSensitive: false,
  };
}

function principalsOf(node: DocumentNode | undefined): readonly Principal[] {
  if (node === undefined) return [];
  if (node.kind !== 'object') return [{ type: '*', identifiers: textsOf(node) }];
  return [...node.members].map(([type, identifiers]) => ({ type, identifiers: textsOf(identifiers) }));
}

function conditionsOf(node: DocumentNode | undefined): readonly Condition[] {
  if (node?.kind !== 'object') return [];
  const conditions: Condition[] = [];
  for (const [operator, keys] of node.members) {
    if (keys.kind !== 'object') continue;
    for (const [key, values] of keys.members) conditions.push({ operator, key, values: textsOf(values) });
  }
  return conditions;
}
