buckets = {
  raw = {}
  charts = {
    readers = ["group:dashboard@harrowlane.example"]
  }
}

# The proxies of the load balancer.
ingress = {
  443 = ["10.60.16.0/24"]
}

database_flags = {
  log_connections             = "on"
  log_disconnections          = "on"
  log_lock_waits              = "on"
  log_checkpoints             = "on"
  log_temp_files              = "0"
  log_min_messages            = "warning"
  log_min_duration_statement  = "-1"
  cloudsql_iam_authentication = "on"
}
