import { defineCheck } from '../../kit/index.ts';
import { ALARM_CHECK, requireAlarms } from './trail-alarm.ts';
import type { ApiCalls } from './trail-events.ts';
import { eventsOf, patternOf } from './trail-events.ts';
import { TRAIL, trailWithAlarm, trailWithFilter } from './trail-example.ts';

const TRAIL_CHANGES: ApiCalls = {
  source: 'cloudtrail.amazonaws.com',
  names: ['CreateTrail', 'UpdateTrail', 'DeleteTrail', 'StartLogging', 'StopLogging'],
};

const FILTER = { name: 'trail-changes', pattern: patternOf(TRAIL_CHANGES) };

export default defineCheck({
  ...ALARM_CHECK,
  id: 'aws-cloudwatch-require-cloud-trail-change-alarm',

  title: 'An alarm should watch changes of trails',
  why: 'To switch the trail off is a common first step of an intruder: what follows is not recorded. A metric filter on the events of CloudTrail and an alarm tell a person at once.',
  harm: 'Nobody learns in time that the record of events has stopped.',
  alsoKnownAs: {
    trivy: ['AVD-AWS-0151', 'AWS-0151'],
  },

  messages: {
    missing: '`{address}` has no metric filter for changes of trails',
    partly: '`{address}` has a metric filter for changes of trails that leaves out {events}',
    silent: '`{address}` has a metric filter for changes of trails, and no alarm with an action watches it',
  },

  examples: () => [
    { bad: TRAIL, expect: 'missing' },
    { bad: trailWithFilter(FILTER), expect: 'silent' },
  ],
  good: () => [trailWithAlarm(FILTER)],

  evaluate: requireAlarms(eventsOf(TRAIL_CHANGES)),
});
