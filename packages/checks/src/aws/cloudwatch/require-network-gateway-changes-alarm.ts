import { defineCheck } from '../../kit/index.ts';
import { ALARM_CHECK, requireAlarms } from './trail-alarm.ts';
import type { ApiCalls } from './trail-events.ts';
import { eventsOf, patternOf } from './trail-events.ts';
import { TRAIL, trailWithAlarm, trailWithFilter } from './trail-example.ts';

const GATEWAY_CHANGES: ApiCalls = {
  source: 'ec2.amazonaws.com',
  names: [
    'CreateCustomerGateway',
    'DeleteCustomerGateway',
    'AttachInternetGateway',
    'CreateInternetGateway',
    'DeleteInternetGateway',
    'DetachInternetGateway',
  ],
};

const FILTER = { name: 'network-gateway-changes', pattern: patternOf(GATEWAY_CHANGES) };

export default defineCheck({
  ...ALARM_CHECK,
  id: 'aws-cloudwatch-require-network-gateway-changes-alarm',

  title: 'An alarm should watch changes of network gateways',
  why: 'Gateways connect a network to the internet and to other sites. A new one can make a private network reachable. A metric filter on the events of CloudTrail and an alarm tell a person at once.',
  harm: 'Nobody learns in time that a network has a new way in or out.',
  alsoKnownAs: {
    trivy: ['AVD-AWS-0158', 'AWS-0158'],
  },

  messages: {
    missing: '`{address}` has no metric filter for changes of network gateways',
    partly: '`{address}` has a metric filter for changes of network gateways that leaves out {events}',
    silent: '`{address}` has a metric filter for changes of network gateways, and no alarm with an action watches it',
  },

  examples: () => [
    { bad: TRAIL, expect: 'missing' },
    { bad: trailWithFilter(FILTER), expect: 'silent' },
  ],
  good: () => [trailWithAlarm(FILTER)],

  evaluate: requireAlarms(eventsOf(GATEWAY_CHANGES)),
});
