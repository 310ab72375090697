import { defineCheck } from '../../kit/index.ts';
import { ALARM_CHECK, requireAlarms } from './trail-alarm.ts';
import type { WatchedEvent } from './trail-events.ts';
import { ORDINARY_CALL } from './trail-events.ts';
import { TRAIL, trailWithAlarm, trailWithFilter } from './trail-example.ts';

/** The codes with which services refuse a call; EC2 has its own. */
const CODES: readonly string[] = ['Client.UnauthorizedOperation', 'AccessDenied', 'AccessDeniedException'];

const REFUSALS: readonly WatchedEvent[] = CODES.map((errorCode) => ({
  label: errorCode,
  event: { ...ORDINARY_CALL, eventName: 'ListUsers', errorCode },
}));

const FILTER = {
  name: 'unauthorised-calls',
  pattern: '{ ($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*") }',
};

export default defineCheck({
  ...ALARM_CHECK,
  id: 'aws-cloudwatch-require-unauthorised-api-call-alarm',

  title: 'An alarm should watch calls that are refused',
  why: 'Whoever uses stolen credentials has to find out what they are good for. Many refused calls are the first sign of it. A metric filter on the events of CloudTrail and an alarm tell a person at once.',
  harm: 'Nobody learns in time that somebody is trying out stolen credentials.',
  alsoKnownAs: {
    trivy: ['AVD-AWS-0147', 'AWS-0147'],
  },

  messages: {
    missing: '`{address}` has no metric filter for calls that are refused',
    partly: '`{address}` has a metric filter for calls that are refused that leaves out {events}',
    silent: '`{address}` has a metric filter for calls that are refused, and no alarm with an action watches it',
  },

  examples: () => [
    { bad: TRAIL, expect: 'missing' },
    { bad: trailWithFilter(FILTER), expect: 'silent' },
  ],
  good: () => [trailWithAlarm(FILTER)],

  evaluate: requireAlarms(REFUSALS),
});
