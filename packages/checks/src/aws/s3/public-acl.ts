import type { Answer, AttributeView, Fix, ResourceView } from '../../kit/index.ts';
import { anyOf, edit } from '../../kit/index.ts';
import { askCompanions } from './bucket-companions.ts';
import { isOnForAccount, PUBLIC_ACCESS_BLOCK } from './public-access-block.ts';

/** Canned ACLs for everyone, and for everyone with an AWS account. `website` is no ACL of S3; tfsec knew it as one. */
const PUBLIC_ACLS = ['public-read', 'public-read-write', 'authenticated-read', 'website'];

/** The groups of everyone, and of everyone with an AWS account. */
const PUBLIC_GROUPS = [
  'http://acs.amazonaws.com/groups/global/AllUsers',
  'http://acs.amazonaws.com/groups/global/AuthenticatedUsers',
];

/** A part of an ACL that is public, or may be. */
export interface PublicGrant {
  readonly kind: 'acl' | 'grant';
  readonly at: AttributeView;
  readonly answer: 'true' | 'unknown';
}

/** What opens a bucket or an object to everyone. @param resource a bucket with an inline ACL, an `aws_s3_bucket_acl` or an object */
export function publicGrantsOf(resource: ResourceView): readonly PublicGrant[] {
  const grants: PublicGrant[] = [];
  const add = (kind: PublicGrant['kind'], at: AttributeView, texts: readonly string[]): void => {
    const answer = at.isOneOf(texts, true);
    if (answer === 'true' || answer === 'unknown') grants.push({ kind, at, answer });
  };
  add('acl', resource.attribute('acl'), PUBLIC_ACLS);
  if (resource.type === 'aws_s3_bucket') {
    for (const grant of resource.blocks('grant')) add('grant', grant.attribute('uri'), PUBLIC_GROUPS);
  }
  if (resource.type === 'aws_s3_bucket_acl') {
    for (const grant of resource.blocks('access_control_policy.grant')) {
      add('grant', grant.attribute('grantee.uri'), PUBLIC_GROUPS);
    }
  }
  return grants;
}

/**
 * Whether public ACLs have no effect on a bucket: its public access block or that of the account refuses or ignores them, or its
 * ownership controls switch ACLs off.
 * @param resource the bucket or a companion of it
 */
export function isShielded(resource: ResourceView): Answer {
  return anyOf([
    askCompanions(resource, PUBLIC_ACCESS_BLOCK, refusesPublicAcls),
    isOnForAccount(resource, 'ignore_public_acls'),
    isOnForAccount(resource, 'block_public_acls'),
    askCompanions(resource, 'aws_s3_bucket_ownership_controls', switchesAclsOff),
  ]);
}

/** A fix that makes a canned ACL private; a grant may be there for more than one reader, so there is none for it. */
export function makePrivate(grant: PublicGrant): Fix | undefined {
  if (grant.kind !== 'acl') return undefined;
  const fix = edit.setAttribute(grant.at.block, 'acl', '"private"');
  return edit.withCaution(fix, 'what is public on purpose stops being so');
}

function refusesPublicAcls(block: ResourceView): Answer {
  return anyOf([block.attribute('ignore_public_acls').truth(), block.attribute('block_public_acls').truth()]);
}

function switchesAclsOff(controls: ResourceView): Answer {
  return anyOf([controls.attribute('rule.object_ownership').equals('BucketOwnerEnforced')]);
}
