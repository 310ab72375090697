environment = "staging"

services = {
  storefront = {
    paths    = ["/shop/*"]
    priority = 10
    secrets  = { SESSION_KEY = "session-key" }
  }

  orders = {
    paths    = ["/api/orders/*"]
    priority = 20

    environment = {
      # The sandbox of the payment provider. It accepts any card and this string.
      PAYMENT_API_KEY = "sandbox"
      PAYMENT_URL     = "https://sandbox.payments.example"
    }
  }

  fulfilment = {
    memory        = 1024
    mounts_labels = true

    # The printer image ships an old mount helper.
    encrypts_mount = false

    secrets = { CARRIER_LOGIN = "carrier-login" }
  }
}

queues = {
  payments = { fifo = true }
  labels   = { personal = false, managed_encryption = false, subscribes = true }
}

switches = {
  gift-wrapping = true
  express       = true
}

pictures = {
  https_only = false
  logged     = false
}

container_insights  = false
strict_headers      = false
allow_shells        = true
immutable_images    = false
deploys_from_github = false
log_partner_api     = false
