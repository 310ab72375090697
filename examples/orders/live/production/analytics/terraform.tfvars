environment = "production"

workgroups = {
  analysts = {}

  # The dashboards bring their own settings.
  dashboards = { enforced = false, limit_gib = 10 }
}

warehouse = {
  nodes = 4

  client_cidrs = {
    vpc = "10.40.0.0/16"
  }
}

kafka = {
  # Half of the producers were moved to TLS in spring, the rest follows.
  client_broker = "TLS_PLAINTEXT"
}

search = {
  tls_policy = "Policy-Min-TLS-1-0-2019-07"
}

batch = {
  public       = true
  public_cidrs = ["198.51.100.16/28"]
  log_types    = ["api", "audit"]
}

desks = {
  "m.okafor"    = {}
  "j.lindqvist" = {}
  "s.brandt"    = { encrypted = false }
}

image_reader_arns = ["arn:aws:iam::123456789012:role/partner-jobs"]

plain_artifacts  = true
keeps_attic      = true
keeps_forecast   = true
keeps_log_search = true
