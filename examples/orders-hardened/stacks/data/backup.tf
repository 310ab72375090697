resource "aws_backup_vault" "this" {
  name        = local.prefix
  kms_key_arn = module.data_key.arn
}

resource "aws_backup_plan" "this" {
  name = local.prefix

  dynamic "rule" {
    for_each = var.backup_schedules

    content {
      rule_name         = rule.key
      target_vault_name = aws_backup_vault.this.name
      schedule          = rule.value.cron

      lifecycle {
        delete_after = rule.value.keep_days
      }
    }
  }
}

resource "aws_backup_selection" "this" {
  name         = "personal-data"
  plan_id      = aws_backup_plan.this.id
  iam_role_arn = aws_iam_role.backup.arn

  selection_tag {
    type  = "STRINGEQUALS"
    key   = "data-class"
    value = "personal"
  }
}

data "aws_iam_policy_document" "backup_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["backup.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "backup" {
  name               = "${local.prefix}-backup"
  assume_role_policy = data.aws_iam_policy_document.backup_trust.json
}

resource "aws_iam_role_policy_attachment" "backup" {
  for_each = toset(["Backup", "Restores"])

  role       = aws_iam_role.backup.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyFor${each.key}"
}

resource "aws_sns_topic" "backup_failures" {
  name              = "${local.prefix}-backup-failures"
  kms_master_key_id = module.data_key.id
}

resource "aws_sns_topic_policy" "backup_failures" {
  arn = aws_sns_topic.backup_failures.arn

  policy = <<-JSON
    {
      "Version": "2008-10-17",
      "Statement": [{
        "Sid": "BackupMayPublish",
        "Effect": "Allow",
        "Principal": { "Service": "backup.amazonaws.com" },
        "Action": "sns:Publish",
        "Resource": "${aws_sns_topic.backup_failures.arn}"
      }]
    }
  JSON
}

resource "aws_backup_vault_notifications" "this" {
  backup_vault_name   = aws_backup_vault.this.name
  sns_topic_arn       = aws_sns_topic.backup_failures.arn
  backup_vault_events = ["BACKUP_JOB_FAILED", "RESTORE_JOB_COMPLETED"]
}
