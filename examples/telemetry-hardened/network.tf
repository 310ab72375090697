resource "google_compute_network" "collectors" {
  name                    = "collectors"
  auto_create_subnetworks = false
}

resource "google_compute_subnetwork" "collectors" {
  name          = "collectors"
  network       = google_compute_network.collectors.id
  region        = var.region
  ip_cidr_range = "10.60.0.0/20"

  private_ip_google_access = true

  log_config {
    flow_sampling = 0.5
  }
}

resource "google_compute_firewall" "collectors" {
  for_each = var.ingress

  name          = "collectors-${each.key}"
  network       = google_compute_network.collectors.name
  direction     = "INGRESS"
  source_ranges = each.value
  target_tags   = ["collector"]

  allow {
    protocol = "tcp"
    ports    = [each.key]
  }
}

resource "google_dns_managed_zone" "telemetry" {
  name     = "telemetry"
  dns_name = "telemetry.harrowlane.example."

  dnssec_config {
    state = "on"

    default_key_specs {
      algorithm = "ecdsap256sha256"
      key_type  = "keySigning"
    }

    default_key_specs {
      algorithm = "ecdsap256sha256"
      key_type  = "zoneSigning"
    }
  }
}
