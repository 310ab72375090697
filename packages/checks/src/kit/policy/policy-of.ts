import type { DocumentNode } from '../document/document.ts';
import { documentOf } from '../document/document-of.ts';
import { referenceOf } from '../referred-resources.ts';
import type { AttributeView, ResourceView } from '../view.ts';
import type { Policy } from './policy.ts';
import { policyOfDataSource } from './policy-of-data-source.ts';
import { statementOfDocument } from './statement-of-document.ts';

const DATA_SOURCE = 'data.aws_iam_policy_document';

/** Documents built on documents; deeper ones are not known. */
const MAX_NESTING = 16;

/**
 * Reads the policy an attribute holds: `jsonencode`, heredoc, plain text, `file()`, or the `json` of a data source, whose statements
 * are then at their places in the data source.
 */
export function policyOf(attribute: AttributeView): Policy {
  let policy = POLICIES.get(attribute);
  if (policy === undefined) {
    policy = readPolicy(attribute, 0);
    POLICIES.set(attribute, policy);
  }
  return policy;
}

/** Views are made once and shared by all checks, so each policy is read once too. */
const POLICIES = new WeakMap<AttributeView, Policy>();

/** Reads the policy that a `data "aws_iam_policy_document"` makes, with the documents it is built on. */
export function policyOfDocument(dataSource: ResourceView): Policy {
  return policyOfDataSource(dataSource, (attribute) => readPolicy(attribute, 1));
}

function readPolicy(attribute: AttributeView, nesting: number): Policy {
  if (nesting > MAX_NESTING) return { state: 'unknown', statements: [] };
  const dataSource = referenceOf(attribute, DATA_SOURCE) ?? attribute.refersTo(DATA_SOURCE).found[0];
  if (dataSource !== undefined) return policyOfDataSource(dataSource, (inner) => readPolicy(inner, nesting + 1));
  const document = documentOf(attribute);
  if (document.state !== 'known') return { state: document.state, statements: [] };
  return policyOfNode(document.root);
}

function policyOfNode(root: DocumentNode): Policy {
  if (root.kind === 'unknown') return { state: 'unknown', statements: [] };
  if (root.kind !== 'object') return { state: 'invalid', statements: [] };
  const statement = [...root.members].find(([name]) => name.toLowerCase() === 'statement')?.[1];
  if (statement === undefined) return { state: root.hasUnknownNames ? 'unknown' : 'invalid', statements: [] };
  if (statement.kind === 'unknown') return { state: 'unknown', statements: [] };
  const nodes = statement.kind === 'array' ? statement.items : [statement];
  const statements = nodes.flatMap((node) => (node.kind === 'object' ? [statementOfDocument(node)] : []));
  const hasMore = nodes.some((node) => node.kind === 'unknown');
  return { state: hasMore ? 'partly' : 'known', statements };
}
