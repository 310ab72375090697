import { defineCheck } from '../../kit/index.ts';
import { ALARM_CHECK, requireAlarms } from './trail-alarm.ts';
import type { ApiCalls } from './trail-events.ts';
import { eventsOf, patternOf } from './trail-events.ts';
import { TRAIL, trailWithAlarm, trailWithFilter } from './trail-example.ts';

const POLICY_CHANGES: ApiCalls = {
  source: 'iam.amazonaws.com',
  names: [
    'DeleteGroupPolicy',
    'DeleteRolePolicy',
    'DeleteUserPolicy',
    'PutGroupPolicy',
    'PutRolePolicy',
    'PutUserPolicy',
    'CreatePolicy',
    'DeletePolicy',
    'CreatePolicyVersion',
    'DeletePolicyVersion',
    'AttachRolePolicy',
    'DetachRolePolicy',
    'AttachUserPolicy',
    'DetachUserPolicy',
    'AttachGroupPolicy',
    'DetachGroupPolicy',
  ],
};

const FILTER = { name: 'iam-policy-changes', pattern: patternOf(POLICY_CHANGES) };

export default defineCheck({
  ...ALARM_CHECK,
  id: 'aws-cloudwatch-require-iam-policy-change-alarm',

  title: 'An alarm should watch changes of IAM policies',
  why: 'A changed policy hands out rights or takes them away. An intruder who wants to stay gives more rights to an identity that nobody looks at. A metric filter on the events of CloudTrail and an alarm tell a person at once.',
  harm: 'Nobody learns in time that somebody got more rights.',
  alsoKnownAs: {
    trivy: ['AVD-AWS-0150', 'AWS-0150'],
  },

  messages: {
    missing: '`{address}` has no metric filter for changes of IAM policies',
    partly: '`{address}` has a metric filter for changes of IAM policies that leaves out {events}',
    silent: '`{address}` has a metric filter for changes of IAM policies, and no alarm with an action watches it',
  },

  examples: () => [
    { bad: TRAIL, expect: 'missing' },
    { bad: trailWithFilter(FILTER), expect: 'silent' },
  ],
  good: () => [trailWithAlarm(FILTER)],

  evaluate: requireAlarms(eventsOf(POLICY_CHANGES)),
});
