# The list comes from the CIS benchmark, as far as somebody wants to be woken by it.

locals {
  namespace = "HarrowLane/Trail"

  watched_events = {
    unauthorised-calls = {
      about   = "Calls that were refused"
      pattern = "{($.errorCode = \"*UnauthorizedOperation\") || ($.errorCode = \"AccessDenied*\")}"
    }

    console-without-mfa = {
      about   = "A person signed in without a second factor"
      pattern = "{($.eventName = \"ConsoleLogin\") && ($.additionalEventData.MFAUsed != \"Yes\")}"
    }

    root-user = {
      about   = "The root user was used"
      pattern = "{$.userIdentity.type = \"Root\" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != \"AwsServiceEvent\"}"
    }

    trail-changes = {
      about   = "The trail was changed"
      pattern = "{($.eventName = CreateTrail) || ($.eventName = UpdateTrail) || ($.eventName = DeleteTrail) || ($.eventName = StartLogging) || ($.eventName = StopLogging)}"
    }

    failed-sign-ins = {
      about   = "Somebody could not sign in"
      pattern = "{($.eventName = ConsoleLogin) && ($.errorMessage = \"Failed authentication\")}"
    }

    keys-disabled = {
      about   = "A key was disabled or is about to be deleted"
      pattern = "{($.eventSource = kms.amazonaws.com) && (($.eventName = DisableKey) || ($.eventName = ScheduleKeyDeletion))}"
    }
  }
}

resource "aws_sns_topic" "security" {
  name              = "${local.prefix}-security"
  kms_master_key_id = var.encrypt_alarms ? "alias/aws/sns" : null
}

resource "aws_cloudwatch_metric_alarm" "watched" {
  for_each = local.watched_events

  alarm_name          = "${local.prefix}-${each.key}"
  alarm_description   = each.value.about
  namespace           = local.namespace
  metric_name         = each.key
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 1
  threshold           = 1
  comparison_operator = "GreaterThanOrEqualToThreshold"
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_sns_topic.security.arn]
}
