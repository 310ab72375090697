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
    recovery      = false
    own_key       = false
  }

  stock = {
    hash_key  = "sku"
    range_key = "warehouse"
    own_key   = false
  }
}

orders_db = {
  instance_class = "db.r7g.large"
  storage_gib    = 200
  backup_days    = 35
}

reporting_db = {
  instance_class = "db.m7g.large"
  public         = true

  client_cidrs = {
    office     = "198.51.100.16/28"
    accountant = "203.0.113.0/24"
  }
}

sessions_cache = {
  node_type = "cache.r7g.large"
  nodes     = 3
}

catalogue = {
  # Neptune was set up by hand and imported. Its key cannot be changed any more.
  own_graph_key = false
}

backup_schedules = {
  nightly = { cron = "cron(15 2 * * ? *)", keep_days = 35 }
  monthly = { cron = "cron(45 3 1 * ? *)", keep_days = 400 }
}

partner_role_arns = [
  "arn:aws:iam::123456789012:role/collector",
  "arn:aws:iam::123456789012:role/collector-standby",
]

old_shop_reads_pictures = true
careers_host            = "careers.harrowlane.example"
