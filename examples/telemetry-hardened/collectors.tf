resource "google_service_account" "collector" {
  account_id   = "collector"
  display_name = "Writes what the collectors receive"
}

resource "google_project_iam_member" "collector" {
  project = var.project
  role    = "roles/bigquery.dataEditor"
  member  = "serviceAccount:${google_service_account.collector.email}"
}

resource "google_service_account" "nodes" {
  account_id   = "report-nodes"
  display_name = "Nodes of the report cluster"
}

resource "google_compute_instance" "collector" {
  name         = "collector"
  machine_type = "e2-standard-2"
  zone         = "${var.region}-b"
  tags         = ["collector"]

  boot_disk {
    kms_key_self_link = google_kms_crypto_key.telemetry.id

    initialize_params {
      image = "debian-cloud/debian-12"
    }
  }

  network_interface {
    subnetwork = google_compute_subnetwork.collectors.id
  }

  metadata = {
    serial-port-enable     = false
    block-project-ssh-keys = true
    enable-oslogin         = true
  }

  shielded_instance_config {
    enable_secure_boot          = true
    enable_vtpm                 = true
    enable_integrity_monitoring = true
  }

  service_account {
    email  = google_service_account.collector.email
    scopes = ["cloud-platform"]
  }
}

resource "google_container_cluster" "reports" {
  name                     = "reports"
  location                 = var.region
  network                  = google_compute_network.collectors.id
  subnetwork               = google_compute_subnetwork.collectors.id
  initial_node_count       = 1
  remove_default_node_pool = true
  deletion_protection      = true

  resource_labels = {
    system = "telemetry"
  }

  network_policy {
    enabled = true
  }

  addons_config {
    network_policy_config {
      disabled = false
    }
  }

  ip_allocation_policy {}

  private_cluster_config {
    enable_private_nodes    = true
    enable_private_endpoint = true
    master_ipv4_cidr_block  = "10.60.32.0/28"
  }

  master_authorized_networks_config {
    cidr_blocks {
      cidr_block   = "10.60.0.0/20"
      display_name = "collectors"
    }
  }

  node_config {
    service_account = google_service_account.nodes.email

    metadata = {
      disable-legacy-endpoints = "true"
    }
  }
}

resource "google_container_node_pool" "reports" {
  name       = "reports"
  cluster    = google_container_cluster.reports.id
  location   = var.region
  node_count = 2

  management {
    auto_repair  = true
    auto_upgrade = true
  }

  node_config {
    image_type      = "COS_CONTAINERD"
    service_account = google_service_account.nodes.email

    metadata = {
      disable-legacy-endpoints = "true"
    }

    workload_metadata_config {
      mode = "GKE_METADATA"
    }

    shielded_instance_config {
      enable_secure_boot          = true
      enable_integrity_monitoring = true
    }
  }
}
