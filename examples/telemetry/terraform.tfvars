buckets = {
  raw = {}
  # The public dashboard reads these.
  charts = {
    uniform_access = false
    readers        = ["allUsers"]
  }
}

ingress = {
  443 = ["0.0.0.0/0"]
  22  = ["0.0.0.0/0"]
}

database_flags = {
  log_connections             = "on"
  log_disconnections          = "off"
  log_lock_waits              = "on"
  log_checkpoints             = "on"
  log_temp_files              = "0"
  log_min_messages            = "panic"
  cloudsql_iam_authentication = "on"
}
