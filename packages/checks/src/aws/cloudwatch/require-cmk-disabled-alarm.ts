import { defineCheck } from '../../kit/index.ts';
import { ALARM_CHECK, requireAlarms } from './trail-alarm.ts';
import type { ApiCalls } from './trail-events.ts';
import { eventsOf, patternOf } from './trail-events.ts';
import { TRAIL, trailWithAlarm, trailWithFilter } from './trail-example.ts';

const KEY_REMOVALS: ApiCalls = {
  source: 'kms.amazonaws.com',
  names: ['DisableKey', 'ScheduleKeyDeletion'],
};

const FILTER = { name: 'key-removals', pattern: patternOf(KEY_REMOVALS) };

export default defineCheck({
  ...ALARM_CHECK,
  id: 'aws-cloudwatch-require-cmk-disabled-alarm',

  title: 'An alarm should watch the disabling and deletion of KMS keys',
  why: 'What is encrypted with a key cannot be read while the key is disabled, and is lost when it is deleted. A deletion can be called off only during its waiting period. A metric filter on the events of CloudTrail and an alarm tell a person at once.',
  harm: 'Data is lost because nobody learns in time that its key is going.',
  alsoKnownAs: {
    trivy: ['AVD-AWS-0153', 'AWS-0153'],
  },

  messages: {
    missing: '`{address}` has no metric filter for keys that are disabled or deleted',
    partly: '`{address}` has a metric filter for keys that are disabled or deleted that leaves out {events}',
    silent:
      '`{address}` has a metric filter for keys that are disabled or deleted, and no alarm with an action watches it',
  },

  examples: () => [
    { bad: TRAIL, expect: 'missing' },
    { bad: trailWithFilter(FILTER), expect: 'silent' },
  ],
  good: () => [trailWithAlarm(FILTER)],

  evaluate: requireAlarms(eventsOf(KEY_REMOVALS)),
});
