import { defineCheck } from '../../kit/index.ts';
import { ALARM_CHECK, requireAlarm } from './trail-alarm.ts';
import type { WatchedEvent } from './trail-events.ts';
import { ORDINARY_CALL } from './trail-events.ts';
import { TRAIL, trailWithAlarm, trailWithFilter } from './trail-example.ts';

const FAILURE: WatchedEvent = {
  label: 'ConsoleLogin',
  event: {
    ...ORDINARY_CALL,
    eventType: 'AwsConsoleSignIn',
    eventSource: 'signin.amazonaws.com',
    eventName: 'ConsoleLogin',
    errorMessage: 'Failed authentication',
    'responseElements.ConsoleLogin': 'Failure',
  },
};

const FILTER = {
  name: 'console-sign-in-failures',
  pattern: '{ ($.eventName = ConsoleLogin) && ($.errorMessage = "Failed authentication") }',
};

export default defineCheck({
  ...ALARM_CHECK,
  id: 'aws-cloudwatch-require-console-login-failures-alarm',

  title: 'An alarm should watch failed console sign-ins',
  why: 'Many failed sign-ins in a row are somebody who guesses passwords. A metric filter on the events of CloudTrail and an alarm tell a person at once.',
  harm: 'Nobody learns in time that passwords are being guessed.',
  alsoKnownAs: {
    trivy: ['AVD-AWS-0152', 'AWS-0152'],
  },

  messages: {
    missing: '`{address}` has no metric filter for failed console sign-ins',
    silent: '`{address}` has a metric filter for failed console sign-ins, and no alarm with an action watches it',
  },

  examples: () => [
    { bad: TRAIL, expect: 'missing' },
    { bad: trailWithFilter(FILTER), expect: 'silent' },
  ],
  good: () => [trailWithAlarm(FILTER)],

  evaluate: requireAlarm(FAILURE),
});
