# The list of the CIS benchmark. Somebody looks at each of them in the morning.

locals {
  namespace = "HarrowLane/Trail"

  policy_events = flatten([
    ["DeleteGroupPolicy", "DeleteRolePolicy", "DeleteUserPolicy", "PutGroupPolicy", "PutRolePolicy", "PutUserPolicy"],
    ["CreatePolicy", "DeletePolicy", "CreatePolicyVersion", "DeletePolicyVersion"],
    [for verb in ["Attach", "Detach"] : [for whom in ["Role", "User", "Group"] : "${verb}${whom}Policy"]],
  ])

  bucket_events = flatten([
    "PutBucketAcl",
    [for verb in ["Put", "Delete"] : [for what in ["Policy", "Cors", "Lifecycle", "Replication"] : "${verb}Bucket${what}"]],
  ])

  organisation_events = [
    "AcceptHandshake", "AttachPolicy", "CreateAccount", "CreateOrganizationalUnit", "CreatePolicy", "DeclineHandshake",
    "DeleteOrganization", "DeleteOrganizationalUnit", "DeletePolicy", "DetachPolicy", "DisablePolicyType", "EnablePolicyType",
    "InviteAccountToOrganization", "LeaveOrganization", "MoveAccount", "RemoveAccountFromOrganization", "UpdatePolicy",
    "UpdateOrganizationalUnit",
  ]

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

    iam-policies = {
      about   = "An IAM policy was written, attached or taken away"
      pattern = "{${join(" || ", formatlist("($.eventName = %s)", local.policy_events))}}"
    }

    bucket-policies = {
      about   = "What a bucket lets others do was changed"
      pattern = "{($.eventSource = s3.amazonaws.com) && (${join(" || ", formatlist("($.eventName = %s)", local.bucket_events))})}"
    }

    recorder = {
      about   = "AWS Config was changed"
      pattern = "{($.eventSource = config.amazonaws.com) && (($.eventName = StopConfigurationRecorder) || ($.eventName = DeleteDeliveryChannel) || ($.eventName = PutDeliveryChannel) || ($.eventName = PutConfigurationRecorder))}"
    }

    security-groups = {
      about   = "A security group was changed"
      pattern = "{($.eventName = AuthorizeSecurityGroupIngress) || ($.eventName = AuthorizeSecurityGroupEgress) || ($.eventName = RevokeSecurityGroupIngress) || ($.eventName = RevokeSecurityGroupEgress) || ($.eventName = CreateSecurityGroup) || ($.eventName = DeleteSecurityGroup)}"
    }

    network-acls = {
      about   = "A network ACL was changed"
      pattern = "{($.eventName = CreateNetworkAcl) || ($.eventName = CreateNetworkAclEntry) || ($.eventName = DeleteNetworkAcl) || ($.eventName = DeleteNetworkAclEntry) || ($.eventName = ReplaceNetworkAclEntry) || ($.eventName = ReplaceNetworkAclAssociation)}"
    }

    gateways = {
      about   = "A gateway to other networks was changed"
      pattern = "{($.eventName = CreateCustomerGateway) || ($.eventName = DeleteCustomerGateway) || ($.eventName = AttachInternetGateway) || ($.eventName = CreateInternetGateway) || ($.eventName = DeleteInternetGateway) || ($.eventName = DetachInternetGateway)}"
    }

    route-tables = {
      about   = "A route was changed"
      pattern = "{($.eventName = CreateRoute) || ($.eventName = CreateRouteTable) || ($.eventName = ReplaceRoute) || ($.eventName = ReplaceRouteTableAssociation) || ($.eventName = DeleteRouteTable) || ($.eventName = DeleteRoute) || ($.eventName = DisassociateRouteTable)}"
    }

    vpcs = {
      about   = "A VPC was changed"
      pattern = "{($.eventName = CreateVpc) || ($.eventName = DeleteVpc) || ($.eventName = ModifyVpcAttribute) || ($.eventName = AcceptVpcPeeringConnection) || ($.eventName = CreateVpcPeeringConnection) || ($.eventName = DeleteVpcPeeringConnection) || ($.eventName = RejectVpcPeeringConnection) || ($.eventName = AttachClassicLinkVpc) || ($.eventName = DetachClassicLinkVpc) || ($.eventName = DisableVpcClassicLink) || ($.eventName = EnableVpcClassicLink)}"
    }

    organisation = {
      about   = "The organisation was changed"
      pattern = "{($.eventSource = organizations.amazonaws.com) && (${join(" || ", formatlist("($.eventName = \"%s\")", local.organisation_events))})}"
    }
  }
}

resource "aws_sns_topic" "security" {
  name              = "${local.prefix}-security"
  kms_master_key_id = module.audit_key.id
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
