import { defineCheck } from '../../kit/index.ts';
import { ALARM_CHECK, requireAlarm } from './trail-alarm.ts';
import type { WatchedEvent } from './trail-events.ts';
import { ORDINARY_CALL } from './trail-events.ts';
import { TRAIL, trailWithAlarm, trailWithFilter } from './trail-example.ts';

const ROOT_CALL: WatchedEvent = {
  label: 'a call of the root user',
  event: { ...ORDINARY_CALL, 'userIdentity.type': 'Root' },
};

const FILTER = {
  name: 'root-user',
  pattern:
    '{ $.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != "AwsServiceEvent" }',
};

export default defineCheck({
  ...ALARM_CHECK,
  id: 'aws-cloudwatch-require-root-user-usage-alarm',

  title: 'An alarm should watch the use of the root user',
  why: 'The root user has every right and needs none of them from day to day. Its use is an emergency or an attack. A metric filter on the events of CloudTrail and an alarm tell a person at once.',
  harm: 'Nobody learns in time that somebody has the whole account.',
  alsoKnownAs: {
    trivy: ['AVD-AWS-0149', 'AWS-0149'],
  },

  messages: {
    missing: '`{address}` has no metric filter for the use of the root user',
    silent: '`{address}` has a metric filter for the use of the root user, and no alarm with an action watches it',
  },

  examples: () => [
    { bad: TRAIL, expect: 'missing' },
    { bad: trailWithFilter(FILTER), expect: 'silent' },
  ],
  good: () => [trailWithAlarm(FILTER)],

  evaluate: requireAlarm(ROOT_CALL),
});
