import type { Answer, AttributeView, BlockView, ResourceView, Statement, Truth } from '../../kit/index.ts';
import { allOf, anyOf, equalsText, policyOf } from '../../kit/index.ts';
import { coversAction } from '../iam/statement-scope.ts';
import { askCompanions } from './bucket-companions.ts';

const LOG_DELIVERY_ACL = 'log-delivery-write';
const LOG_DELIVERY_GROUP = 'http://acs.amazonaws.com/groups/s3/LogDelivery';
const LOG_DELIVERY_SERVICE = 'logging.s3.amazonaws.com';
const WRITES = ['WRITE', 'FULL_CONTROL'];

/**
 * Whether S3 delivers access logs into a bucket: another bucket names it as the target, its ACL lets the log delivery group write, or
 * its policy lets the logging service put objects. Such a bucket need not log itself, and can only be encrypted with keys of S3.
 */
export function isLogBucket(bucket: ResourceView): Answer {
  const byTarget = anyOf([
    bucket.relatedTo('aws_s3_bucket_logging', 'target_bucket', { name: 'bucket' }).answer,
    bucket.relatedTo('aws_s3_bucket', 'logging.target_bucket', { name: 'bucket' }).answer,
  ]);
  if (byTarget === 'true') return 'true';
  const byAcl = anyOf([
    bucket.attribute('acl').equals(LOG_DELIVERY_ACL, true),
    ...bucket.blocks('grant').map(isInlineGrant),
    askCompanions(bucket, 'aws_s3_bucket_acl', hasLogDelivery),
  ]);
  if (byAcl === 'true') return 'true';
  const byPolicy = anyOf([
    admitsLogs(bucket.attribute('policy')),
    askCompanions(bucket, 'aws_s3_bucket_policy', (policy) => admitsLogs(policy.attribute('policy'))),
  ]);
  return anyOf([byTarget, byAcl, byPolicy]);
}

function hasLogDelivery(acl: ResourceView): Answer {
  return anyOf([
    acl.attribute('acl').equals(LOG_DELIVERY_ACL, true),
    ...acl.blocks('access_control_policy.grant').map(isCompanionGrant),
  ]);
}

function isInlineGrant(grant: BlockView): Answer {
  const permissions = grant.attribute('permissions');
  const writes: Truth[] = permissions.items().map((permission) => permission.isOneOf(WRITES));
  if (permissions.hasUnknownItems) writes.push('unknown');
  return allOf([grant.attribute('uri').equals(LOG_DELIVERY_GROUP), anyOf(writes)]);
}

function isCompanionGrant(grant: BlockView): Answer {
  return allOf([
    grant.attribute('grantee.uri').equals(LOG_DELIVERY_GROUP),
    grant.attribute('permission').isOneOf(WRITES),
  ]);
}

function admitsLogs(attribute: AttributeView): Answer {
  const { state, statements } = policyOf(attribute);
  const answer = anyOf(statements.map(letsLogsIn));
  return answer === 'false' && (state === 'unknown' || state === 'partly') ? 'unknown' : answer;
}

function letsLogsIn(statement: Statement): Answer {
  if (statement.effect !== 'Allow') return 'false';
  const services = statement.principals.filter((principal) => principal.type === 'Service');
  const isService = services
    .flatMap((principal) => principal.identifiers.items)
    .map((text) => equalsText(text, LOG_DELIVERY_SERVICE));
  const puts = statement.actions.items.map((action) => coversAction(action, 's3:PutObject'));
  return allOf([anyOf(isService), anyOf(puts)]);
}
