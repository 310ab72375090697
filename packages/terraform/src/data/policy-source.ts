import type { Value } from '@tfwarden/hcl';
import { compareNames } from '@tfwarden/hcl';
import type { PartialJson, PartialText } from './partial-json.ts';
import { readPartialJson } from './partial-json.ts';
import type { PolicyDocument, PolicyStatement } from './policy-document.ts';
import { EMPTY_POLICY, opaqueStatement } from './policy-document.ts';
import type { Condition, Principal } from './policy-parts.ts';
import { conditionsJson, principalsJson } from './policy-parts.ts';

/**
 * Reads a policy that is given as JSON (`source_policy_documents` and its kin) as the AWS provider unmarshals it: member names in any
 * case, unknown members dropped, principals and conditions brought into one form.
 * @returns what is wrong with the text, when it cannot be read; a document with one opaque statement when the text is not known
 */
export function readPolicySource(text: Value): PolicyDocument | string {
  const json = readPartialJson(text);
  if (typeof json === 'string') return json;
  if (json.kind === 'unknown') return { ...EMPTY_POLICY, statements: [opaqueStatement(json.value)] };
  if (json.kind === 'null') return EMPTY_POLICY;
  if (json.kind !== 'object') return `cannot unmarshal ${json.kind} into a policy document`;

  const fields = fieldsOf(json.members, DOCUMENT_FIELDS);
  const version = readText(fields.get('Version'), 'Version');
  const id = readText(fields.get('Id'), 'Id');
  const statements = readStatements(fields.get('Statement'));
  if (typeof version === 'string') return version;
  if (typeof id === 'string') return id;
  if (typeof statements === 'string') return statements;
  return { version: version.text, id: id.text, statements };
}

const DOCUMENT_FIELDS = ['Version', 'Id', 'Statement'] as const;
const STATEMENT_FIELDS = [
  'Sid',
  'Effect',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Principal',
  'NotPrincipal',
  'Condition',
] as const;

/** Members by field name; Go matches names in any case, and the last one wins. */
function fieldsOf<N extends string>(
  members: readonly (readonly [PartialText, PartialJson])[],
  names: readonly N[],
): ReadonlyMap<N, PartialJson> {
  const fields = new Map<N, PartialJson>();
  for (const [name, member] of members) {
    if (typeof name !== 'string') continue;
    const lower = name.toLowerCase();
    const field = names.find((known) => known.toLowerCase() === lower);
    if (field !== undefined) fields.set(field, member);
  }
  return fields;
}

/** @returns the text within an object, or what is wrong */
function readText(json: PartialJson | undefined, field: string): { readonly text: PartialText } | string {
  if (json === undefined || json.kind === 'null') return { text: '' };
  if (json.kind === 'string') return { text: json.text };
  if (json.kind === 'unknown') return { text: [json.value] };
  return `cannot unmarshal ${json.kind} into \`${field}\`, which is a string`;
}

function readStatements(json: PartialJson | undefined): readonly PolicyStatement[] | string {
  if (json === undefined || json.kind === 'null') return [];
  if (json.kind === 'unknown') return [opaqueStatement(json.value)];
  if (json.kind !== 'array') return `cannot unmarshal ${json.kind} into \`Statement\`, which is a list`;
  const statements: PolicyStatement[] = [];
  for (const element of json.elements) {
    if (element.kind === 'unknown') {
      statements.push(opaqueStatement(element.value));
      continue;
    }
    if (element.kind !== 'object') return `cannot unmarshal ${element.kind} into a statement`;
    const statement = readStatement(element.members);
    if (typeof statement === 'string') return statement;
    statements.push(statement);
  }
  return statements;
}

function readStatement(members: readonly (readonly [PartialText, PartialJson])[]): PolicyStatement | string {
  const fields = fieldsOf(members, STATEMENT_FIELDS);
  const written: (readonly [PartialText, PartialJson])[] = [];
  let sid: PartialText = '';
  for (const field of STATEMENT_FIELDS) {
    const json = fields.get(field);
    if (json === undefined) continue;
    const member = readField(field, json);
    if (typeof member === 'string') return member;
    if (member === undefined) continue;
    if (field === 'Sid' && member.kind === 'string') sid = member.text;
    written.push([field, member]);
  }
  return { sid, json: { kind: 'object', members: written } };
}

/** @returns undefined for what is left out because it is empty; a text when it cannot be read */
function readField(field: (typeof STATEMENT_FIELDS)[number], json: PartialJson): PartialJson | undefined | string {
  switch (field) {
    case 'Sid':
    case 'Effect': {
      const result = readText(json, field);
      if (typeof result === 'string') return result;
      return result.text === '' ? undefined : { kind: 'string', text: result.text };
    }
    case 'Action':
    case 'NotAction':
    case 'Resource':
    case 'NotResource':
      return json.kind === 'null' ? undefined : inMapOrder(json);
    case 'Principal':
    case 'NotPrincipal':
      return json.kind === 'unknown' ? json : readPrincipals(json);
    case 'Condition':
      return json.kind === 'unknown' ? json : readConditions(json);
  }
}

function readPrincipals(json: PartialJson): PartialJson | undefined | string {
  if (json.kind === 'string') {
    if (typeof json.text !== 'string') return json;
    return { kind: 'string', text: '*' };
  }
  if (json.kind !== 'object') return `unsupported type ${json.kind} for principals`;
  const principals: Principal[] = [];
  for (const [type, value] of lastMembers(json.members)) {
    if (value.kind === 'string') {
      principals.push({ type, identifiers: { items: [value.text], unknown: undefined }, isSingle: true });
    } else if (value.kind === 'unknown') {
      principals.push({ type, identifiers: { items: [], unknown: value.value }, isSingle: false });
    } else if (value.kind === 'array') {
      const items = readTexts(value.elements);
      if (items === undefined) return 'unsupported element of a principal: must be string';
      principals.push({ type, identifiers: { items, unknown: undefined }, isSingle: false });
    } else {
      return `unsupported type ${value.kind} for the identifiers of a principal`;
    }
  }
  return principals.length === 0 ? undefined : principalsJson(principals);
}

function readConditions(json: PartialJson): PartialJson | undefined | string {
  if (json.kind === 'null') return undefined;
  if (json.kind !== 'object') return `cannot unmarshal ${json.kind} into \`Condition\``;
  const conditions: Condition[] = [];
  for (const [test, variables] of lastMembers(json.members)) {
    if (variables.kind === 'null') continue;
    if (variables.kind === 'unknown') return variables;
    if (variables.kind !== 'object') return `cannot unmarshal ${variables.kind} into a condition`;
    for (const [variable, value] of lastMembers(variables.members)) {
      const items = conditionValues(value);
      if (items === undefined) return 'the values of a condition must be strings';
      if (items === 'dropped') continue;
      const values = value.kind === 'unknown' ? { items: [], unknown: value.value } : { items, unknown: undefined };
      conditions.push({ test, variable, values });
    }
  }
  return conditions.length === 0 ? undefined : conditionsJson(conditions);
}

/** The provider takes strings, bools and lists of strings; it drops numbers and anything else without a word. */
function conditionValues(value: PartialJson): readonly PartialText[] | 'dropped' | undefined {
  switch (value.kind) {
    case 'string':
      return [value.text];
    case 'bool':
      return [String(value.value)];
    case 'array':
      return readTexts(value.elements);
    case 'unknown':
      return [];
    case 'null':
    case 'number':
    case 'object':
      return 'dropped';
  }
}

function readTexts(elements: readonly PartialJson[]): readonly PartialText[] | undefined {
  const texts: PartialText[] = [];
  for (const element of elements) {
    if (element.kind === 'string') texts.push(element.text);
    else if (element.kind === 'unknown') texts.push([element.value]);
    else return undefined;
  }
  return texts;
}

/** Of members with the same name the last one, as in a Go map. */
function lastMembers(members: readonly (readonly [PartialText, PartialJson])[]): ReadonlyMap<PartialText, PartialJson> {
  return new Map(members);
}

/** Go reads free-form JSON into maps, which it writes in byte order. */
function inMapOrder(json: PartialJson): PartialJson {
  if (json.kind === 'array') return { kind: 'array', elements: json.elements.map(inMapOrder) };
  if (json.kind !== 'object') return json;
  const members = [...lastMembers(json.members)].map(([name, member]) => [name, inMapOrder(member)] as const);
  members.sort(([a], [b]) => (typeof a === 'string' && typeof b === 'string' ? compareNames(a, b) : 0));
  return { kind: 'object', members };
}
