import { defineCheck } from '../../kit/index.ts';
import { ALARM_CHECK, requireAlarm } from './trail-alarm.ts';
import type { WatchedEvent } from './trail-events.ts';
import { ORDINARY_CALL } from './trail-events.ts';
import { TRAIL, trailWithAlarm, trailWithFilter } from './trail-example.ts';

const SIGN_IN: WatchedEvent = {
  label: 'ConsoleLogin',
  event: {
    ...ORDINARY_CALL,
    eventType: 'AwsConsoleSignIn',
    eventSource: 'signin.amazonaws.com',
    eventName: 'ConsoleLogin',
    'userIdentity.type': 'IAMUser',
    'additionalEventData.MFAUsed': 'No',
    'responseElements.ConsoleLogin': 'Success',
  },
};

const FILTER = {
  name: 'console-sign-in-without-mfa',
  pattern:
    '{ ($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes") && ($.userIdentity.type = "IAMUser") && ($.responseElements.ConsoleLogin = "Success") }',
};

export default defineCheck({
  ...ALARM_CHECK,
  id: 'aws-cloudwatch-require-non-mfa-login-alarm',

  title: 'An alarm should watch console sign-ins without MFA',
  why: 'A password alone is easily guessed or stolen. A person who signs in without a second factor has a weak account, or is somebody else. A metric filter on the events of CloudTrail and an alarm tell a person at once.',
  harm: 'Nobody learns in time that a stolen password is in use.',
  alsoKnownAs: {
    trivy: ['AVD-AWS-0148', 'AWS-0148'],
  },

  messages: {
    missing: '`{address}` has no metric filter for console sign-ins without MFA',
    silent: '`{address}` has a metric filter for console sign-ins without MFA, and no alarm with an action watches it',
  },

  examples: () => [
    { bad: TRAIL, expect: 'missing' },
    { bad: trailWithFilter(FILTER), expect: 'silent' },
  ],
  good: () => [trailWithAlarm(FILTER)],

  evaluate: requireAlarm(SIGN_IN),
});
