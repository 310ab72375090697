environment = "production"

workgroups = {
  analysts   = {}
  dashboards = { limit_gib = 10 }
}

warehouse = {
  nodes = 4

  client_cidrs = {
    vpc    = "10.40.0.0/16"
    office = "10.60.0.0/20"
  }
}

desks = ["j.lindqvist", "m.okafor", "s.brandt"]

image_reader_arns = ["arn:aws:iam::123456789012:role/partner-jobs"]
