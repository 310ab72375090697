import type { UnknownValue } from '@tfwarden/hcl';
import type { PartialJson, PartialText } from './partial-json.ts';

/** An IAM policy on its way through the provider: what `source_policy_documents` and the statements are merged into. */
export interface PolicyDocument {
  /** Empty when not given. */
  readonly version: PartialText;
  readonly id: PartialText;
  readonly statements: readonly PolicyStatement[];
}

export interface PolicyStatement {
  /** Empty when not given; undefined when nothing is known of the statement. */
  readonly sid: PartialText | undefined;
  /** The statement as it is written into the document. */
  readonly json: PartialJson;
}

export const EMPTY_POLICY: PolicyDocument = { version: '', id: '', statements: [] };

/** A statement, or several, or none: all that can be said of a document that is not known. */
export function opaqueStatement(value: UnknownValue): PolicyStatement {
  return { sid: undefined, json: { kind: 'unknown', value } };
}

/**
 * Merges a document into another as the AWS provider does (`policy_model.go`, `Merge`): a later Id wins, the newest version wins, and a
 * statement replaces the earlier one with the same Sid. An earlier statement that something unknown may replace becomes unknown itself.
 */
export function mergePolicies(into: PolicyDocument, added: PolicyDocument): PolicyDocument {
  const statements = [...into.statements];
  const inherited = statements.length;
  const positions = new Map<string, number>();
  for (const [position, { sid }] of statements.entries()) {
    if (typeof sid === 'string' && sid !== '' && !positions.has(sid)) positions.set(sid, position);
  }
  for (const statement of added.statements) {
    const { sid } = statement;
    if (typeof sid !== 'string') {
      forgetNamed(statements, inherited, statement);
      statements.push(statement);
      continue;
    }
    const position = sid === '' ? undefined : positions.get(sid);
    if (position !== undefined) statements[position] = statement;
    else if (sid === '') statements.push(statement);
    else positions.set(sid, statements.push(statement) - 1);
  }
  return {
    version: newerVersion(into.version, added.version),
    id: added.id === '' ? into.id : added.id,
    statements,
  };
}

/** Nothing can be said any more of the first `count` statements that have a Sid: the one whose Sid is not known may replace any. */
function forgetNamed(statements: PolicyStatement[], count: number, by: PolicyStatement): void {
  const unknown = by.json.kind === 'unknown' ? by.json.value : unknownPiece(by.sid);
  if (unknown === undefined) return;
  for (let i = 0; i < count; i++) {
    const sid = statements[i]?.sid;
    if (sid !== '' && sid !== undefined) statements[i] = { sid, json: { kind: 'unknown', value: unknown } };
  }
}

function unknownPiece(text: PartialText | undefined): UnknownValue | undefined {
  if (text === undefined || typeof text === 'string') return undefined;
  for (const piece of text) if (typeof piece !== 'string') return piece;
  return undefined;
}

function newerVersion(a: PartialText, b: PartialText): PartialText {
  if (typeof b !== 'string') return b;
  return typeof a !== 'string' || b > a ? b : a;
}

/** The document as JSON, members in the order of the provider's structure, empty ones left out. */
export function policyJson(document: PolicyDocument): PartialJson {
  const members: (readonly [PartialText, PartialJson])[] = [];
  if (document.version !== '') members.push(['Version', { kind: 'string', text: document.version }]);
  if (document.id !== '') members.push(['Id', { kind: 'string', text: document.id }]);
  if (document.statements.length > 0) {
    const elements = document.statements.map((statement) => statement.json);
    members.push(['Statement', { kind: 'array', elements }]);
  }
  return { kind: 'object', members };
}
