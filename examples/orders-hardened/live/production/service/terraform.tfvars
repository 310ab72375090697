environment = "production"

services = {
  storefront = {
    cpu      = 512
    memory   = 1024
    paths    = ["/shop/*"]
    priority = 10
    tasks    = { min = 3, max = 12 }
    secrets  = { SESSION_KEY = "session-key" }
  }

  orders = {
    cpu      = 1024
    memory   = 2048
    paths    = ["/api/orders/*"]
    priority = 20
    tasks    = { min = 3, max = 20 }

    environment = {
      PAYMENT_URL = "https://api.payments.example"
    }

    secrets = { PAYMENT_API_KEY = "payment-key" }
    calls   = { payments = "203.0.113.80" }
  }

  fulfilment = {
    memory        = 2048
    mounts_labels = true
    tasks         = { min = 2, max = 4 }
    secrets       = { CARRIER_LOGIN = "carrier-login" }
  }
}

queues = {
  payments = { fifo = true, visibility_timeout_seconds = 120 }
  labels   = { subscribes = true }
  returns  = {}
}

switches = {
  gift-wrapping = true
  express       = false
}

alarm_addresses = {
  team = "order-team@harrowlane.example"
  ops  = "operations@harrowlane.example"
}

carrier_cidrs = {
  north = "10.90.0.0/24"
  south = "10.91.0.0/24"
}

warehouse_gateway_role_arn = "arn:aws:iam::111122223333:role/warehouse-gateway"
warehouse_authority_arn    = "arn:aws:acm-pca:eu-west-1:111122223333:certificate-authority/3f1c8f0e-5d4b-4a83-9c41-0a7d5a2b6e19"
