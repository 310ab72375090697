import type { TrailEvent } from './filter-pattern.ts';

/** Calls of one service that an alarm is for. */
export interface ApiCalls {
  /** `ec2.amazonaws.com`. */
  readonly source: string;
  readonly names: readonly [string, ...string[]];
}

/** A kind of event that an alarm is for. */
export interface WatchedEvent {
  /** How a message names it: `CreateRoute`. */
  readonly label: string;
  readonly event: TrailEvent;
}

/** An ordinary call by a person, that succeeds. */
export const ORDINARY_CALL: TrailEvent = {
  eventType: 'AwsApiCall',
  sourceIPAddress: '203.0.113.7',
  errorCode: null,
  errorMessage: null,
  'userIdentity.invokedBy': null,
};

/** One successful call of each name. */
export function eventsOf({ source, names }: ApiCalls): readonly WatchedEvent[] {
  return names.map((name) => ({ label: name, event: { ...ORDINARY_CALL, eventSource: source, eventName: name } }));
}

/** A pattern for exactly these calls. */
export function patternOf({ source, names }: ApiCalls): string {
  const calls = names.map((name) => `($.eventName = ${name})`);
  return `{ ($.eventSource = ${source}) && (${calls.join(' || ')}) }`;
}
