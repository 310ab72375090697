import { defineCheck } from '../../kit/index.ts';
import { ALARM_CHECK, requireAlarms } from './trail-alarm.ts';
import type { ApiCalls } from './trail-events.ts';
import { eventsOf, patternOf } from './trail-events.ts';
import { TRAIL, trailWithAlarm, trailWithFilter } from './trail-example.ts';

const RECORDER_CHANGES: ApiCalls = {
  source: 'config.amazonaws.com',
  names: ['StopConfigurationRecorder', 'DeleteDeliveryChannel', 'PutDeliveryChannel', 'PutConfigurationRecorder'],
};

const FILTER = { name: 'config-changes', pattern: patternOf(RECORDER_CHANGES) };

export default defineCheck({
  ...ALARM_CHECK,
  id: 'aws-cloudwatch-require-config-configuration-changes-alarm',

  title: 'An alarm should watch changes of AWS Config',
  why: 'AWS Config records how resources change. Whoever stops its recorder hides the changes that follow. A metric filter on the events of CloudTrail and an alarm tell a person at once.',
  harm: 'Nobody learns in time that changes are no longer recorded.',
  alsoKnownAs: {
    trivy: ['AVD-AWS-0155', 'AWS-0155'],
  },

  messages: {
    missing: '`{address}` has no metric filter for changes of AWS Config',
    partly: '`{address}` has a metric filter for changes of AWS Config that leaves out {events}',
    silent: '`{address}` has a metric filter for changes of AWS Config, and no alarm with an action watches it',
  },

  examples: () => [
    { bad: TRAIL, expect: 'missing' },
    { bad: trailWithFilter(FILTER), expect: 'silent' },
  ],
  good: () => [trailWithAlarm(FILTER)],

  evaluate: requireAlarms(eventsOf(RECORDER_CHANGES)),
});
