environment = "production"
cidr        = "10.40.0.0/16"

flow_log = {
  traffic_type   = "REJECT"
  retention_days = 180
}

bastion = {
  enabled       = true
  allowed_cidrs = ["198.51.100.16/28"]
  idle_minutes  = 10
}
