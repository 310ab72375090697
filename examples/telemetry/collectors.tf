resource "google_service_account" "collector" {
  account_id   = "collector"
  display_name = "Writes what the collectors receive"
}

resource "google_project_iam_member" "collector" {
  project = var.project
  role    = "roles/editor"
  member  = "serviceAccount:${google_service_account.collector.email}"
}

resource "google_compute_instance" "collector" {
  name           = "collector"
  machine_type   = "e2-standard-2"
  zone           = "${var.region}-b"
  tags           = ["collector"]
  can_ip_forward = true

  boot_disk {
    initialize_params {
      image = "debian-cloud/debian-12"
    }
  }

  network_interface {
    subnetwork = google_compute_subnetwork.collectors.id

    access_config {}
  }

  metadata = {
    serial-port-enable     = true
    block-project-ssh-keys = false
  }

  service_account {
    email  = google_service_account.collector.email
    scopes = ["cloud-platform"]
  }
}

resource "google_container_cluster" "reports" {
  name                = "reports"
  location            = var.region
  network             = google_compute_network.collectors.id
  subnetwork          = google_compute_subnetwork.collectors.id
  initial_node_count  = 1
  enable_legacy_abac  = true
  logging_service     = "none"
  deletion_protection = true
}
