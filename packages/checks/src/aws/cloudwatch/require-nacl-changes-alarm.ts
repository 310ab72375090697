import { defineCheck } from '../../kit/index.ts';
import { ALARM_CHECK, requireAlarms } from './trail-alarm.ts';
import type { ApiCalls } from './trail-events.ts';
import { eventsOf, patternOf } from './trail-events.ts';
import { TRAIL, trailWithAlarm, trailWithFilter } from './trail-example.ts';

const ACL_CHANGES: ApiCalls = {
  source: 'ec2.amazonaws.com',
  names: [
    'CreateNetworkAcl',
    'CreateNetworkAclEntry',
    'DeleteNetworkAcl',
    'DeleteNetworkAclEntry',
    'ReplaceNetworkAclEntry',
    'ReplaceNetworkAclAssociation',
  ],
};

const FILTER = { name: 'network-acl-changes', pattern: patternOf(ACL_CHANGES) };

export default defineCheck({
  ...ALARM_CHECK,
  id: 'aws-cloudwatch-require-nacl-changes-alarm',

  title: 'An alarm should watch changes of network ACLs',
  why: 'Network ACLs decide which traffic enters and leaves subnets. A changed one can open a subnet or cut it off. A metric filter on the events of CloudTrail and an alarm tell a person at once.',
  harm: 'Nobody learns in time that a subnet has been opened.',
  alsoKnownAs: {
    trivy: ['AVD-AWS-0157', 'AWS-0157'],
  },

  messages: {
    missing: '`{address}` has no metric filter for changes of network ACLs',
    partly: '`{address}` has a metric filter for changes of network ACLs that leaves out {events}',
    silent: '`{address}` has a metric filter for changes of network ACLs, and no alarm with an action watches it',
  },

  examples: () => [
    { bad: TRAIL, expect: 'missing' },
    { bad: trailWithFilter(FILTER), expect: 'silent' },
  ],
  good: () => [trailWithAlarm(FILTER)],

  evaluate: requireAlarms(eventsOf(ACL_CHANGES)),
});
