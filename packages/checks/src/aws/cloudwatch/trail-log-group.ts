import type { Answer, AttributeView, ResourceView } from '../../kit/index.ts';
import { anyOf } from '../../kit/index.ts';

const LOG_GROUP = 'aws_cloudwatch_log_group';
const METRIC_FILTER = 'aws_cloudwatch_log_metric_filter';

/** A metric filter that is, or may be, for the log group of a trail. */
export interface TrailFilter {
  readonly filter: ResourceView;
  readonly isRelated: 'true' | 'unknown';
}

/** The metric filters of the log group that a trail sends its events to, in any module. */
export function metricFiltersOf(trail: ResourceView): readonly TrailFilter[] {
  const arn = trail.attribute('cloud_watch_logs_group_arn');
  const group = logGroupOf(arn);
  if (group !== undefined) {
    const { found, undecided } = group.relatedTo(METRIC_FILTER, 'log_group_name');
    return [
      ...found.map((filter): TrailFilter => ({ filter, isRelated: 'true' })),
      ...undecided.map((filter): TrailFilter => ({ filter, isRelated: 'unknown' })),
    ];
  }
  const name = logGroupName(arn.text());
  return trail.estate.resources(METRIC_FILTER).flatMap((filter) => {
    const isRelated = name === undefined ? 'unknown' : isFor(filter, name);
    return isRelated === 'false' ? [] : [{ filter, isRelated }];
  });
}

/** The group in the configuration, or the data source of one that is not. */
function logGroupOf(arn: AttributeView): ResourceView | undefined {
  const referred = arn.refersTo(LOG_GROUP).found[0] ?? arn.refersTo(`data.${LOG_GROUP}`).found[0];
  if (referred !== undefined) return referred;
  const name = logGroupName(arn.text());
  if (name === undefined) return undefined;
  return arn.resource.estate.resources(LOG_GROUP).find((group) => group.attribute('name').equals(name) === 'true');
}

function isFor(filter: ResourceView, name: string): Answer {
  return anyOf([filter.attribute('log_group_name').equals(name)]);
}

/** `audit` of `arn:aws:logs:eu-west-1:111122223333:log-group:audit:*`. */
function logGroupName(arn: string | undefined): string | undefined {
  return arn === undefined ? undefined : /^arn:[a-z-]+:logs:[^:]*:[^:]*:log-group:([^:]+)/.exec(arn)?.[1];
}
