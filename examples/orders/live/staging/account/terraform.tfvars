environment = "staging"

trail = {
  own_key       = false
  all_regions   = false
  to_cloudwatch = false
}

encrypt_alarms    = false
log_bucket_access = false

aggregated_account_ids = ["444455556666"]
aggregated_regions     = ["eu-west-1"]

# Testers share sign-ins, so nothing too clever.
passwords = {
  length     = 10
  remembered = 3
  days       = 0
  symbols    = false
}

groups = {
  testers = {
    actions = ["s3:*", "sqs:*"]
    mfa     = false
  }
}

# Both are in use: nobody knows which of the two probes was moved already.
monitoring_keys = {
  spring = "Active"
  autumn = "Active"
}

keeps_default_vpc = true
