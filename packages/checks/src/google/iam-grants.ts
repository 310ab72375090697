import type { AttributeView, BlockView, DocumentNode, Place, ResourceView, Text } from '../kit/index.ts';
import { documentOf, referenceOf, textOfAttribute } from '../kit/index.ts';

const POLICY_DATA_SOURCE = 'data.google_iam_policy';

/** A role that members are given, whichever way it is written. */
export interface Grant {
  /** Undefined when nothing is written. */
  readonly role: Text | undefined;
  readonly members: readonly Member[];
  /** Lists that may hold more members than are known. */
  readonly unknownMembers: readonly Place[];
  /** The list of members, where it is an attribute that a fix may write. */
  readonly membersAttribute: AttributeView | undefined;
}

/** `user:ann@example.com`, `allUsers`, `serviceAccount:${google_service_account.orders.email}`. */
export interface Member extends Text {
  /** It is an attribute of this type of resource or data source, such as `google_service_account`. */
  refersTo(type: string): boolean;
}

/** What the grants of a resource are known to be. */
export interface Grants {
  readonly grants: readonly Grant[];
  /** The policy as a whole, or bindings of it, are not known. */
  readonly unknownAt: Place | undefined;
}

/**
 * The grants of an `_iam_member`, `_iam_binding` or `_iam_policy` resource of any kind, or of a `data.google_iam_policy`. Those of a
 * policy are at their place in the data source that makes it.
 */
export function grantsOf(resource: ResourceView): Grants {
  if (resource.type === POLICY_DATA_SOURCE) return grantsOfDataSource(resource);
  if (resource.type.endsWith('_iam_policy')) return grantsOfPolicy(resource.attribute('policy_data'));
  const role = textOfAttribute(resource.attribute('role'));
  if (resource.type.endsWith('_iam_binding')) return { grants: [grantOfBlock(resource)], unknownAt: undefined };
  const member = memberOfAttribute(resource.attribute('member'));
  const members = member === undefined ? [] : [member];
  return { grants: [{ role, members, unknownMembers: [], membersAttribute: undefined }], unknownAt: undefined };
}

/** The grants of an `_iam_policy` resource that are written into it as JSON, and not in a data source of their own. */
export function inlineGrantsOf(resource: ResourceView): Grants {
  const isPolicy = resource.type.endsWith('_iam_policy') && resource.type !== POLICY_DATA_SOURCE;
  const isElsewhere = isPolicy && dataSourceOf(resource.attribute('policy_data')) !== undefined;
  return isElsewhere ? { grants: [], unknownAt: undefined } : grantsOf(resource);
}

function grantsOfPolicy(policy: AttributeView): Grants {
  const dataSource = dataSourceOf(policy);
  if (dataSource !== undefined) return grantsOfDataSource(dataSource);
  const document = documentOf(policy);
  if (document.state === 'unknown') return { grants: [], unknownAt: policy };
  const bindings =
    document.state === 'known' && document.root.kind === 'object' ? document.root.members.get('bindings') : undefined;
  if (bindings?.kind === 'unknown') return { grants: [], unknownAt: bindings };
  const nodes = bindings?.kind === 'array' ? bindings.items : [];
  return {
    grants: nodes.flatMap((node) => (node.kind === 'object' ? [grantOfMembers(node.members)] : [])),
    unknownAt: nodes.find((node) => node.kind === 'unknown'),
  };
}

function grantOfMembers(parts: ReadonlyMap<string, DocumentNode>): Grant {
  const role = parts.get('role');
  const list = parts.get('members');
  const nodes = list?.kind === 'array' ? list.items : [];
  const unknown = [list, ...nodes].filter((node) => node?.kind === 'unknown');
  return {
    role: role?.kind === 'text' ? role : undefined,
    members: nodes.flatMap((node) => (node.kind === 'text' ? [{ ...node, refersTo: () => false }] : [])),
    unknownMembers: unknown.flatMap((node) => node ?? []),
    membersAttribute: undefined,
  };
}

function grantsOfDataSource(data: ResourceView): Grants {
  const isUnknown = data.mayHaveBlock('binding') === 'unknown';
  return { grants: data.blocks('binding').map(grantOfBlock), unknownAt: isUnknown ? data : undefined };
}

function grantOfBlock(block: BlockView): Grant {
  const list = block.attribute('members');
  const members = list.items().flatMap((item) => memberOfAttribute(item) ?? []);
  return {
    role: textOfAttribute(block.attribute('role')),
    members,
    unknownMembers: list.state === 'unknown' ? [list] : [],
    membersAttribute: list,
  };
}

function memberOfAttribute(attribute: AttributeView): Member | undefined {
  const text = textOfAttribute(attribute);
  return text && { ...text, refersTo: (type) => attribute.refersTo(type).answer === 'true' };
}

function dataSourceOf(policy: AttributeView): ResourceView | undefined {
  return referenceOf(policy, POLICY_DATA_SOURCE) ?? policy.refersTo(POLICY_DATA_SOURCE).found[0];
}
