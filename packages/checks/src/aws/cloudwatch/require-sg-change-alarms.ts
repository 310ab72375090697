import { defineCheck } from '../../kit/index.ts';
import { ALARM_CHECK, requireAlarms } from './trail-alarm.ts';
import type { ApiCalls } from './trail-events.ts';
import { eventsOf, patternOf } from './trail-events.ts';
import { TRAIL, trailWithAlarm, trailWithFilter } from './trail-example.ts';

const GROUP_CHANGES: ApiCalls = {
  source: 'ec2.amazonaws.com',
  names: [
    'AuthorizeSecurityGroupIngress',
    'AuthorizeSecurityGroupEgress',
    'RevokeSecurityGroupIngress',
    'RevokeSecurityGroupEgress',
    'CreateSecurityGroup',
    'DeleteSecurityGroup',
  ],
};

const FILTER = { name: 'security-group-changes', pattern: patternOf(GROUP_CHANGES) };

export default defineCheck({
  ...ALARM_CHECK,
  id: 'aws-cloudwatch-require-sg-change-alarms',

  title: 'An alarm should watch changes of security groups',
  why: 'Security groups decide who reaches what. One new rule can open a service to the internet. A metric filter on the events of CloudTrail and an alarm tell a person at once.',
  harm: 'Nobody learns in time that a service has been opened.',
  alsoKnownAs: {
    trivy: ['AVD-AWS-0156', 'AWS-0156'],
  },

  messages: {
    missing: '`{address}` has no metric filter for changes of security groups',
    partly: '`{address}` has a metric filter for changes of security groups that leaves out {events}',
    silent: '`{address}` has a metric filter for changes of security groups, and no alarm with an action watches it',
  },

  examples: () => [
    { bad: TRAIL, expect: 'missing' },
    { bad: trailWithFilter(FILTER), expect: 'silent' },
  ],
  good: () => [trailWithAlarm(FILTER)],

  evaluate: requireAlarms(eventsOf(GROUP_CHANGES)),
});
