import type { Answer, AttributeView, BlockView, Place, ResourceView, Truth, Url } from '../../kit/index.ts';
import { allOf, anyOf, not } from '../../kit/index.ts';
import type { FilterPattern } from './filter-pattern.ts';
import { matchesEvent, parseFilterPattern } from './filter-pattern.ts';
import type { WatchedEvent } from './trail-events.ts';
import { metricFiltersOf } from './trail-log-group.ts';

/** Most events that a message names. */
const MAX_NAMED = 3;

/** What the checks of alarms on events of CloudTrail have in common. */
export const ALARM_CHECK: {
  readonly since: string;
  readonly severity: 'LOW';
  readonly status: 'preview';
  readonly reason: string;
  readonly resource: 'aws_cloudtrail';
  readonly remedy: string;
  readonly links: readonly [Url, ...Url[]];
} = {
  since: '1.0.0',
  severity: 'LOW',
  status: 'preview',
  reason:
    'It belongs to the CIS benchmark. Many accounts meet it in another way, with EventBridge, GuardDuty or Security Hub, or in another configuration.',
  resource: 'aws_cloudtrail',
  remedy:
    'Add an `aws_cloudwatch_log_metric_filter` with a pattern for these events to the log group of the trail, and an `aws_cloudwatch_metric_alarm` with an action for its metric.',
  links: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudwatch-alarms-for-cloudtrail.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudwatch_log_metric_filter',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudwatch_metric_alarm',
  ],
};

/** As much of a report as these checks need. */
interface AlarmReport<F> {
  readonly fail: (finding: F) => void;
  readonly undetermined: (finding: { readonly at: Place }) => void;
}

interface PlainFailure {
  readonly message: 'missing' | 'silent';
  readonly at: Place;
}

interface PartlyFailure {
  readonly message: 'partly';
  readonly at: Place;
  readonly values: { readonly events: string };
}

/** The `evaluate` of a check for one kind of event. Messages: `missing` (no filter), `silent` (no alarm). */
export function requireAlarm(event: WatchedEvent): (trail: ResourceView, report: AlarmReport<PlainFailure>) => void {
  return (trail, report) => {
    const { isWatching, unfiltered, isSilent } = judgeTrail(trail, [event]);
    if (isWatching === 'unknown') report.undetermined({ at: trail });
    if (isWatching !== 'false') return;
    if (unfiltered.length > 0) report.fail({ message: 'missing', at: trail });
    else if (isSilent) report.fail({ message: 'silent', at: trail });
  };
}

/** As `requireAlarm`, for several. Also `partly` with `{events}`: there is a filter, and it leaves some out. */
export function requireAlarms(
  events: readonly WatchedEvent[],
): (trail: ResourceView, report: AlarmReport<PlainFailure | PartlyFailure>) => void {
  return (trail, report) => {
    const { isWatching, unfiltered, isSilent } = judgeTrail(trail, events);
    if (isWatching === 'unknown') report.undetermined({ at: trail });
    if (isWatching !== 'false') return;
    if (unfiltered.length === events.length) report.fail({ message: 'missing', at: trail });
    else if (unfiltered.length > 0) report.fail({ message: 'partly', at: trail, values: { events: list(unfiltered) } });
    else if (isSilent) report.fail({ message: 'silent', at: trail });
  };
}

interface Verdict {
  /** Whether all events raise an alarm, or none has to: the trail is not one that the benchmark asks for. */
  readonly isWatching: Answer;
  /** Events that certainly no filter is for. */
  readonly unfiltered: readonly WatchedEvent[];
  /** Filters there may be for all of them, but for one certainly no alarm. */
  readonly isSilent: boolean;
}

/**
 * Only a trail of all regions that is on and sends management events to a log group is asked; others are the matter of other checks. The
 * events of these alarms are management events, which a trail for data events alone never sees.
 */
function judgeTrail(trail: ResourceView, events: readonly WatchedEvent[]): Verdict {
  const isConcerned = allOf([
    trail.attribute('is_multi_region_trail').truth(),
    not(isFalse(trail.attribute('enable_logging').truth())),
    trail.attribute('cloud_watch_logs_group_arn').isSet(),
    recordsManagementEvents(trail),
  ]);
  if (isConcerned === 'false') return { isWatching: 'true', unfiltered: [], isSilent: false };

  const filters = metricFiltersOf(trail).map(({ filter, isRelated }) => ({
    isRelated,
    pattern: patternOfFilter(filter),
    isAlarmed: () => isAlarmed(filter),
  }));
  const unfiltered: WatchedEvent[] = [];
  const answers: Answer[] = [];
  for (const watched of events) {
    const reaches = filters.map(({ isRelated, pattern }) => allOf([isRelated, matchesEvent(pattern, watched.event)]));
    if (anyOf(reaches) === 'false') unfiltered.push(watched);
    const alarms = filters.map(({ isAlarmed: raises }, i) => {
      const isReached = reaches[i] ?? 'false';
      return isReached === 'false' ? 'false' : allOf([isReached, raises()]);
    });
    answers.push(anyOf(alarms));
  }
  const isWatching = allOf(answers);
  return {
    isWatching: isWatching === 'false' && isConcerned === 'unknown' ? 'unknown' : isWatching,
    unfiltered,
    isSilent: unfiltered.length === 0 && isWatching === 'false',
  };
}

/** A trail without selectors records them; the two kinds of selector exclude each other. */
function recordsManagementEvents(trail: ResourceView): Answer {
  const selectors = trail.blocks('event_selector');
  const advanced = trail.blocks('advanced_event_selector');
  if (selectors.length === 0 && advanced.length === 0) return 'true';
  return anyOf([
    ...selectors.map((selector) => not(isFalse(selector.attribute('include_management_events').truth()))),
    ...advanced.flatMap((selector) => selector.blocks('field_selector').map(isForManagementEvents)),
  ]);
}

function isForManagementEvents(field: BlockView): Answer {
  if (field.attribute('field').equals('eventCategory') === 'false') return 'false';
  const categories = field.attribute('equals');
  const isNamed = anyOf(categories.items().map((category) => category.equals('Management')));
  return isNamed === 'false' && categories.hasUnknownItems ? 'unknown' : isNamed;
}

function isFalse(truth: Truth): Answer {
  return truth === 'absent' ? 'false' : not(truth);
}

/** What every trail, and every check of one, asks of a filter again. */
const PATTERNS = new WeakMap<ResourceView, FilterPattern>();
const ALARMED = new WeakMap<ResourceView, Answer>();

function patternOfFilter(filter: ResourceView): FilterPattern {
  let pattern = PATTERNS.get(filter);
  if (pattern === undefined) {
    const text = filter.attribute('pattern').text();
    pattern = text === undefined ? { kind: 'unknown' } : parseFilterPattern(text);
    PATTERNS.set(filter, pattern);
  }
  return pattern;
}

function isAlarmed(filter: ResourceView): Answer {
  let answer = ALARMED.get(filter);
  if (answer === undefined) ALARMED.set(filter, (answer = findAlarm(filter)));
  return answer;
}

/** Whether an alarm with an action watches the metric of a filter. */
function findAlarm(filter: ResourceView): Answer {
  const metrics = filter.blocks('metric_transformation');
  return anyOf(
    filter.estate.resources('aws_cloudwatch_metric_alarm').map((alarm) => {
      const watched = [alarm, ...alarm.blocks('metric_query.metric')];
      const isWatched = anyOf(watched.flatMap((block) => metrics.map((metric) => isSameMetric(block, metric))));
      const isOn = not(isFalse(alarm.attribute('actions_enabled').truth()));
      return allOf([isWatched, isOn, alarm.attribute('alarm_actions').isSet()]);
    }),
  );
}

function isSameMetric(watched: BlockView, made: BlockView): Answer {
  return allOf([
    isSameText(watched.attribute('metric_name'), made.attribute('name')),
    isSameText(watched.attribute('namespace'), made.attribute('namespace')),
  ]);
}

function isSameText(a: AttributeView, b: AttributeView): Truth {
  const text = b.text();
  if (a.state === 'absent' || b.state === 'absent') return 'false';
  return text === undefined ? 'unknown' : a.equals(text);
}

/** `CreateRoute, DeleteRoute and 5 more`. */
function list(events: readonly WatchedEvent[]): string {
  const labels = events.map((event) => event.label);
  const shown = labels.length > MAX_NAMED + 1 ? labels.slice(0, MAX_NAMED) : labels;
  const rest = labels.length - shown.length;
  if (rest > 0) return `${shown.join(', ')} and ${rest} more`;
  const last = shown.at(-1) ?? '';
  return shown.length > 1 ? `${shown.slice(0, -1).join(', ')} and ${last}` : last;
}
