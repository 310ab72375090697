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

returns_api = {
  authorization   = "NONE"
  traced          = false
  logged          = false
  encrypt_cache   = false
  security_policy = "TLS_1_0"
}

# The carriers test from their offices.
carriers = {
  public = true
  hook   = "https://hooks.carrier.example/passwords"

  cidrs = {
    anywhere = "0.0.0.0/0"
  }
}

encrypt_printers = false
