import { defineCheck } from '../../kit/index.ts';
import { ALARM_CHECK, requireAlarms } from './trail-alarm.ts';
import type { ApiCalls } from './trail-events.ts';
import { eventsOf, patternOf } from './trail-events.ts';
import { TRAIL, trailWithAlarm, trailWithFilter } from './trail-example.ts';

const ORGANISATION_CHANGES: ApiCalls = {
  source: 'organizations.amazonaws.com',
  names: [
    'AcceptHandshake',
    'AttachPolicy',
    'CreateAccount',
    'CreateOrganizationalUnit',
    'CreatePolicy',
    'DeclineHandshake',
    'DeleteOrganization',
    'DeleteOrganizationalUnit',
    'DeletePolicy',
    'DetachPolicy',
    'DisablePolicyType',
    'EnablePolicyType',
    'InviteAccountToOrganization',
    'LeaveOrganization',
    'MoveAccount',
    'RemoveAccountFromOrganization',
    'UpdateOrganizationalUnit',
    'UpdatePolicy',
  ],
};

const FILTER = { name: 'organisation-changes', pattern: patternOf(ORGANISATION_CHANGES) };

export default defineCheck({
  ...ALARM_CHECK,
  id: 'aws-cloudwatch-require-org-changes-alarm',

  title: 'An alarm should watch changes of the organisation',
  why: 'The organisation sets guard rails for all its accounts. An account that leaves, or a policy that is detached, is free of them. A metric filter on the events of CloudTrail and an alarm tell a person at once.',
  harm: 'Nobody learns in time that accounts have lost their guard rails.',
  alsoKnownAs: {
    trivy: ['AVD-AWS-0174', 'AWS-0174'],
  },

  messages: {
    missing: '`{address}` has no metric filter for changes of the organisation',
    partly: '`{address}` has a metric filter for changes of the organisation that leaves out {events}',
    silent: '`{address}` has a metric filter for changes of the organisation, and no alarm with an action watches it',
  },

  examples: () => [
    { bad: TRAIL, expect: 'missing' },
    { bad: trailWithFilter(FILTER), expect: 'silent' },
  ],
  good: () => [trailWithAlarm(FILTER)],

  evaluate: requireAlarms(eventsOf(ORGANISATION_CHANGES)),
});
