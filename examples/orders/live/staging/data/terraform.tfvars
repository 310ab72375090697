environment  = "staging"
protect_data = false

tables = {
  orders = {
    hash_key    = "order_id"
    stream_view = "NEW_AND_OLD_IMAGES"
    indexes     = { by_customer = { hash_key = "customer_id", range_key = "placed_at" } }
    recovery    = false
  }

  carts = {
    hash_key      = "cart_id"
    ttl_attribute = "expires_at"
    recovery      = false
    own_key       = false
  }

  stock = {
    hash_key  = "sku"
    range_key = "warehouse"
    recovery  = false
    own_key   = false
  }
}

orders_db = {
  instance_class       = "db.t4g.small"
  multi_az             = false
  backup_days          = 1
  performance_insights = false
}

sessions_cache = {
  node_type     = "cache.t4g.micro"
  nodes         = 1
  tls           = false
  snapshot_days = 0
}

# A copy of production without the prices. Nobody would miss it.
catalogue = {
  instance_class = "db.t4g.medium"
  instances      = 1
  encrypted      = false
  own_graph_key  = false
  logged         = false
  backup_days    = 1
}

backup_schedules = {
  weekly = { cron = "cron(0 4 ? * SUN *)", keep_days = 21 }
}

partner_role_arns = ["arn:aws:iam::210987654321:role/sandbox-collector"]

encrypt_events       = false
encrypt_shared_files = false
rotate_keys          = false
validate_trail       = false
