environment   = "production"
cidr          = "10.40.0.0/16"
flow_log_days = 365

toolbox = {
  idle_minutes = 10
}
