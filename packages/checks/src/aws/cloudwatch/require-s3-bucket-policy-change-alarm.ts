import { defineCheck } from '../../kit/index.ts';
import { ALARM_CHECK, requireAlarms } from './trail-alarm.ts';
import type { ApiCalls } from './trail-events.ts';
import { eventsOf, patternOf } from './trail-events.ts';
import { TRAIL, trailWithAlarm, trailWithFilter } from './trail-example.ts';

const BUCKET_CHANGES: ApiCalls = {
  source: 's3.amazonaws.com',
  names: [
    'PutBucketAcl',
    'PutBucketPolicy',
    'PutBucketCors',
    'PutBucketLifecycle',
    'PutBucketReplication',
    'DeleteBucketPolicy',
    'DeleteBucketCors',
    'DeleteBucketLifecycle',
    'DeleteBucketReplication',
  ],
};

const FILTER = { name: 'bucket-policy-changes', pattern: patternOf(BUCKET_CHANGES) };

export default defineCheck({
  ...ALARM_CHECK,
  id: 'aws-cloudwatch-require-s3-bucket-policy-change-alarm',

  title: 'An alarm should watch changes of bucket policies',
  why: 'A new policy, access control list or replication rule can open a bucket to others or copy it elsewhere. A metric filter on the events of CloudTrail and an alarm tell a person at once.',
  harm: 'Nobody learns in time that a bucket has been opened.',
  alsoKnownAs: {
    trivy: ['AVD-AWS-0154', 'AWS-0154'],
  },

  messages: {
    missing: '`{address}` has no metric filter for changes of bucket policies',
    partly: '`{address}` has a metric filter for changes of bucket policies that leaves out {events}',
    silent: '`{address}` has a metric filter for changes of bucket policies, and no alarm with an action watches it',
  },

  examples: () => [
    { bad: TRAIL, expect: 'missing' },
    { bad: trailWithFilter(FILTER), expect: 'silent' },
  ],
  good: () => [trailWithAlarm(FILTER)],

  evaluate: requireAlarms(eventsOf(BUCKET_CHANGES)),
});
