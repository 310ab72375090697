import { defineCheck } from '../../kit/index.ts';
import { ALARM_CHECK, requireAlarms } from './trail-alarm.ts';
import type { ApiCalls } from './trail-events.ts';
import { eventsOf, patternOf } from './trail-events.ts';
import { TRAIL, trailWithAlarm, trailWithFilter } from './trail-example.ts';

const VPC_CHANGES: ApiCalls = {
  source: 'ec2.amazonaws.com',
  names: [
    'CreateVpc',
    'DeleteVpc',
    'ModifyVpcAttribute',
    'AcceptVpcPeeringConnection',
    'CreateVpcPeeringConnection',
    'DeleteVpcPeeringConnection',
    'RejectVpcPeeringConnection',
  ],
};

const FILTER = { name: 'vpc-changes', pattern: patternOf(VPC_CHANGES) };

export default defineCheck({
  ...ALARM_CHECK,
  id: 'aws-cloudwatch-require-vpc-changes-alarm',

  title: 'An alarm should watch changes of VPCs',
  why: 'A new peering connection or a changed attribute alters who can reach a network. The events of ClassicLink are not asked for, as AWS has retired it. A metric filter on the events of CloudTrail and an alarm tell a person at once.',
  harm: 'Nobody learns in time that networks have been connected.',
  alsoKnownAs: {
    trivy: ['AVD-AWS-0160', 'AWS-0160'],
  },

  messages: {
    missing: '`{address}` has no metric filter for changes of VPCs',
    partly: '`{address}` has a metric filter for changes of VPCs that leaves out {events}',
    silent: '`{address}` has a metric filter for changes of VPCs, and no alarm with an action watches it',
  },

  examples: () => [
    { bad: TRAIL, expect: 'missing' },
    { bad: trailWithFilter(FILTER), expect: 'silent' },
  ],
  good: () => [trailWithAlarm(FILTER)],

  evaluate: requireAlarms(eventsOf(VPC_CHANGES)),
});
