environment = "production"

tables = {
  orders = {
    hash_key    = "order_id"
    stream_view = "NEW_AND_OLD_IMAGES"
    capacity    = { read = 50, write = 20 }

    indexes = {
      by_customer = { hash_key = "customer_id", range_key = "placed_at" }
      by_day      = { hash_key = "day", range_key = "placed_at", projection = "KEYS_ONLY" }
    }

    key_types = { placed_at = "N" }
  }

  # Carts are worth little, and there are a great many of them.
  carts = {
    hash_key      = "cart_id"
    ttl_attribute = "expires_at"
    personal      = false
  }

  stock = {
    hash_key  = "sku"
    range_key = "warehouse"
    personal  = false
  }
}

orders_db = {
  instance_class = "db.r7g.large"
  storage_gib    = 200
  backup_days    = 35
}

reporting_db = {
  instance_class = "db.m7g.large"
  client_cidrs   = { office = "10.60.0.0/20" }
}

sessions_cache = {
  node_type = "cache.r7g.large"
  nodes     = 3
}

catalogue = {
  instances = 3
}

backup_schedules = {
  nightly = { cron = "cron(15 2 * * ? *)", keep_days = 35 }
  monthly = { cron = "cron(45 3 1 * ? *)", keep_days = 400 }
}

partner_role_arns = [
  "arn:aws:iam::123456789012:role/collector",
  "arn:aws:iam::123456789012:role/collector-standby",
]
