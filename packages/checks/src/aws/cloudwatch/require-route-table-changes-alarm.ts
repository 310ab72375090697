import { defineCheck } from '../../kit/index.ts';
import { ALARM_CHECK, requireAlarms } from './trail-alarm.ts';
import type { ApiCalls } from './trail-events.ts';
import { eventsOf, patternOf } from './trail-events.ts';
import { TRAIL, trailWithAlarm, trailWithFilter } from './trail-example.ts';

const ROUTE_CHANGES: ApiCalls = {
  source: 'ec2.amazonaws.com',
  names: [
    'CreateRoute',
    'CreateRouteTable',
    'ReplaceRoute',
    'ReplaceRouteTableAssociation',
    'DeleteRouteTable',
    'DeleteRoute',
    'DisassociateRouteTable',
  ],
};

const FILTER = { name: 'route-table-changes', pattern: patternOf(ROUTE_CHANGES) };

export default defineCheck({
  ...ALARM_CHECK,
  id: 'aws-cloudwatch-require-route-table-changes-alarm',

  title: 'An alarm should watch changes of route tables',
  why: 'Routes decide where traffic goes. A changed one can send it past a firewall or to an address that listens in. A metric filter on the events of CloudTrail and an alarm tell a person at once.',
  harm: 'Nobody learns in time that traffic takes another way.',
  // Trivy gives this check the long id of `aws-cloudwatch-require-network-gateway-changes-alarm`, which stays with that one.
  alsoKnownAs: {
    trivy: ['AVD-AWS-0159', 'AWS-0159'],
  },

  messages: {
    missing: '`{address}` has no metric filter for changes of route tables',
    partly: '`{address}` has a metric filter for changes of route tables that leaves out {events}',
    silent: '`{address}` has a metric filter for changes of route tables, and no alarm with an action watches it',
  },

  examples: () => [
    { bad: TRAIL, expect: 'missing' },
    { bad: trailWithFilter(FILTER), expect: 'silent' },
  ],
  good: () => [trailWithAlarm(FILTER)],

  evaluate: requireAlarms(eventsOf(ROUTE_CHANGES)),
});
