import type { Value } from '@tfwarden/hcl';
import { NULL, STRING, stringValue } from '@tfwarden/hcl';
import { problem } from '../configuration/problem.ts';
import type { DataSourceInput } from '../evaluate/data-source.ts';
import { encodeUtf8 } from '../source/utf8.ts';
import { readArgument, readText } from './arguments.ts';
import { crc32 } from './crc32.ts';
import type { PartialText } from './partial-json.ts';
import { partialString } from './partial-string.ts';
import { readStatements } from './policy-arguments.ts';
import type { PolicyDocument } from './policy-document.ts';
import { EMPTY_POLICY, mergePolicies, opaqueStatement, policyJson } from './policy-document.ts';
import { readPolicySource } from './policy-source.ts';
import { writeJson } from './write-json.ts';

/** What the provider writes when no version is given. */
const DEFAULT_VERSION = '2012-10-17';

/**
 * `aws_iam_policy_document`: the JSON of a policy, byte for byte as version 6 of the AWS provider writes it (its
 * `policy_document_data_source.go` and `policy_model.go`). `source_json` and `override_json` work as they did up to version 3.
 * Where parts of the policy are unknown, `json` is unknown and keeps its known pieces in `parts`.
 */
export function computePolicyDocument(input: DataSourceInput): ReadonlyMap<string, Value> {
  const { body, diagnostics } = input;
  const failuresBefore = diagnostics.length;

  const version = readText(body, 'version', input);
  const own: PolicyDocument = {
    version: version === '' ? DEFAULT_VERSION : version,
    id: readText(body, 'policy_id', input),
    statements: readStatements(body, version, input),
  };

  let document = mergeOne(EMPTY_POLICY, 'source_json', input);
  document = mergeList(document, 'source_policy_documents', input);
  document = mergePolicies(document, own);
  document = mergeList(document, 'override_policy_documents', input);
  document = mergeOne(document, 'override_json', input);

  const attributes = new Map<string, Value>([['version', versionValue(own.version)]]);
  for (const name of ['policy_id', 'override_json', 'source_json']) attributes.set(name, NULL);
  if (diagnostics.length > failuresBefore) return attributes;

  const json = policyJson(document);
  const text = partialString(writeJson(json, true));
  attributes.set('json', text);
  attributes.set('minified_json', partialString(writeJson(json, false)));
  if (text.kind === 'string') attributes.set('id', stringValue(String(crc32(encodeUtf8(text.value)))));
  return attributes;
}

function versionValue(version: PartialText): Value {
  return typeof version === 'string' ? stringValue(version) : partialString(version);
}

function mergeOne(document: PolicyDocument, argument: string, input: DataSourceInput): PolicyDocument {
  const value = readArgument(input.body, argument, STRING, input);
  return mergeText(document, value, argument, 0, input);
}

function mergeList(document: PolicyDocument, argument: string, input: DataSourceInput): PolicyDocument {
  const list = readArgument(input.body, argument, { kind: 'list', element: STRING }, input);
  if (list.kind === 'unknown') {
    return mergePolicies(document, { ...EMPTY_POLICY, statements: [opaqueStatement(list)] });
  }
  if (list.kind !== 'list') return document;
  const sids = new Set<string>();
  let merged = document;
  for (const [index, element] of list.elements.entries()) {
    const isSource = argument === 'source_policy_documents';
    merged = mergeText(merged, element, argument, index, input, isSource ? sids : undefined);
  }
  return merged;
}

/** @param sids the Sids of the documents before; given where they must differ */
function mergeText(
  document: PolicyDocument,
  text: Value,
  argument: string,
  index: number,
  input: DataSourceInput,
  sids?: Set<string>,
): PolicyDocument {
  // An empty text counts as none: the plugin SDK gives it to the provider as nil (observed with SDK 2.36).
  if (text.kind === 'null' || (text.kind === 'string' && text.value === '')) return document;
  const read = readPolicySource(text);
  if (typeof read === 'string') {
    report(`The document ${index} of "${argument}" cannot be read: ${read}.`, argument, input);
    return document;
  }
  if (sids !== undefined) {
    for (const { sid } of read.statements) {
      if (typeof sid !== 'string' || sid === '') continue;
      if (sids.has(sid)) {
        report(`The Sid "${sid}" occurs twice in "${argument}". Remove the Sid or make it unique.`, argument, input);
      }
      sids.add(sid);
    }
  }
  return mergePolicies(document, read);
}

function report(detail: string, argument: string, { body, diagnostics }: DataSourceInput): void {
  diagnostics.push(
    problem('policy-document', 'Invalid policy document', detail, body.attribute(argument)?.expression ?? body.range),
  );
}
