/** A metric filter of an example. */
export interface ExampleFilter {
  /** Name of the filter, its metric and its alarm: `route-table-changes`. */
  readonly name: string;
  readonly pattern: string;
}

/** A trail of all regions with a log group: what the checks of alarms ask. */
export const TRAIL: string = `
resource "aws_cloudwatch_log_group" "audit" {
  name = "audit"
}

resource "aws_cloudtrail" "audit" {
  name                       = "audit"
  s3_bucket_name             = "audit-trail"
  is_multi_region_trail      = true
  cloud_watch_logs_group_arn = "\${aws_cloudwatch_log_group.audit.arn}:*"
  cloud_watch_logs_role_arn  = "arn:aws:iam::111122223333:role/audit-trail"
}
`.trimStart();

/** The trail with a metric filter that no alarm watches. */
export function trailWithFilter({ name, pattern }: ExampleFilter): string {
  return `${TRAIL}
resource "aws_cloudwatch_log_metric_filter" "audit" {
  name           = "${name}"
  log_group_name = aws_cloudwatch_log_group.audit.name
  pattern        = ${JSON.stringify(pattern)}

  metric_transformation {
    name      = "${name}"
    namespace = "audit"
    value     = "1"
  }
}
`;
}

/** The trail with a metric filter and an alarm. */
export function trailWithAlarm(filter: ExampleFilter): string {
  return `${trailWithFilter(filter)}
resource "aws_cloudwatch_metric_alarm" "audit" {
  alarm_name          = "${filter.name}"
  metric_name         = "${filter.name}"
  namespace           = "audit"
  statistic           = "Sum"
  comparison_operator = "GreaterThanOrEqualToThreshold"
  threshold           = 1
  period              = 300
  evaluation_periods  = 1
  alarm_actions       = ["arn:aws:sns:eu-west-1:111122223333:security"]
}
`;
}
