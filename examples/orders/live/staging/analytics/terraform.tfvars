environment = "staging"

workgroups = {
  analysts = { encrypted = false, limit_gib = 5 }
}

warehouse = {
  node_type = "ra3.large"
  nodes     = 1
  own_key   = false
  public    = true

  client_cidrs = {
    everybody = "0.0.0.0/0"
  }
}

kafka = {
  instance_type = "kafka.t3.small"
  volume_gib    = 20
  own_key       = false
  logged        = false
}

emr = {
  nodes              = 1
  encrypt_disks      = false
  encrypt_in_transit = false
}

search = {
  instance_type         = "t3.small.search"
  nodes                 = 1
  encrypt_between_nodes = false
  https_only            = false
  logs                  = {}
}

batch = {
  public          = true
  encrypt_secrets = false
  imdsv2          = false
  log_types       = []
}

# Anybody may try the jobs. They hold no data.
image_reader_arns = ["*"]

scan_job_images = false
