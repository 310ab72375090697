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
  returns  = { personal = false }
}

has_handhelds = true

switches = {
  gift-wrapping = true
  express       = false
}

alarm_addresses = {
  team = "order-team@harrowlane.example"
  ops  = "operations@harrowlane.example"
}

# The scales at the packing tables.
scales_port = 8088

# Two old handheld scanners cannot do TLS 1.2. Replacement is in the budget for the summer.
tls_policy = "ELBSecurityPolicy-2016-08"

returns_api = {
  authorization = "NONE"
}

carriers = {
  logs = { audit = false }

  cidrs = {
    north = "10.90.0.0/24"
    south = "10.91.0.0/24"
  }
}

printer_image_owners = ["self"]
keeps_old_printers   = true
