import type { Piece } from './place.ts';

export const GOOGLE: readonly [Piece, ...Piece[]] = [
  {
    blocks: 2,
    text: ({
      label,
      shared,
      slip,
      note,
    }) => `${note('Measurements of the last five years.')}resource "google_storage_bucket" "${label}" {
  name                        = "\${${shared.name}}-${label}"
  location                    = var.region
  ${slip('uniform_bucket_level_access = true', 'uniform_bucket_level_access = false', 'google-storage-enable-ubla')}
  public_access_prevention    = "enforced"

  versioning {
    enabled = true
  }

  logging {
    log_bucket = ${shared.logBucket}
  }

  encryption {
    default_kms_key_name = ${shared.key}
  }

  dynamic "lifecycle_rule" {
    for_each = { STANDARD = 30, NEARLINE = 365 }

    content {
      condition {
        age                   = lifecycle_rule.value
        matches_storage_class = [lifecycle_rule.key]
      }

      action {
        type = "Delete"
      }
    }
  }
}

resource "google_storage_bucket_iam_member" "${label}" {
  for_each = toset(["reports", "dashboard"])

  bucket = google_storage_bucket.${label}.name
  role   = "roles/storage.objectViewer"
  member = ${slip(`"serviceAccount:\${each.key}@\${var.project}.iam.gserviceaccount.com"`, '"allUsers"', 'google-storage-no-public-access')}
}
`,
  },
  {
    blocks: 2,
    text: ({ label, shared, slip, pick }) => `resource "google_service_account" "${label}" {
  account_id   = "${label.replaceAll('_', '-')}"
  display_name = "Runs ${label}"
}

resource "google_compute_instance" "${label}" {
  name         = "\${${shared.name}}-${label}"
  machine_type = "${pick(['e2-medium', 'e2-standard-2', 'n2-standard-4'])}"
  zone         = "\${var.region}-b"
  tags         = ["${label}"]
  labels       = ${shared.tags}

  boot_disk {
    kms_key_self_link = ${shared.key}

    initialize_params {
      image = "debian-cloud/debian-12"
    }
  }

  network_interface {
    subnetwork = ${shared.subnets}[0]
  }

  metadata = {
    serial-port-enable     = ${slip('false', 'true', 'google-compute-no-serial-port')}
    block-project-ssh-keys = ${slip('true', 'false', 'google-compute-no-project-wide-ssh-keys')}
    enable-oslogin         = true
  }

  shielded_instance_config {
    enable_secure_boot          = true
    enable_vtpm                 = ${slip('true', 'false', 'google-compute-enable-shielded-vm-vtpm')}
    enable_integrity_monitoring = true
  }

  service_account {
    email  = google_service_account.${label}.email
    scopes = ["cloud-platform"]
  }
}
`,
  },
  {
    blocks: 1,
    text: ({ label, shared, slip, between }) => `resource "google_compute_firewall" "${label}" {
  for_each = { https = "443", metrics = "${between(9000, 9999)}" }

  name          = "\${${shared.name}}-${label}-\${each.key}"
  network       = ${shared.vpc}
  direction     = "INGRESS"
  source_ranges = ${slip(shared.clients, '["0.0.0.0/0"]', 'google-compute-no-public-ingress')}
  target_tags   = ["${label}"]

  allow {
    protocol = "tcp"
    ports    = [each.value]
  }
}
`,
  },
  {
    blocks: 1,
    text: ({
      label,
      shared,
      slip,
      note,
    }) => `${note('One database for each country.')}resource "google_sql_database_instance" "${label}" {
  name             = "\${${shared.name}}-${label}"
  database_version = "POSTGRES_16"
  region           = var.region

  settings {
    tier = ${shared.environment} == "production" ? "db-custom-4-15360" : "db-custom-2-7680"

    dynamic "database_flags" {
      for_each = {
        log_temp_files     = "0"
        log_connections    = "on"
        log_disconnections = "on"
        log_lock_waits     = "on"
        log_checkpoints    = "on"
      }

      content {
        name  = database_flags.key
        value = database_flags.value
      }
    }

    ip_configuration {
      ipv4_enabled    = ${slip('false', 'true', 'google-sql-no-public-access')}
      private_network = ${shared.vpc}
      ssl_mode        = "TRUSTED_CLIENT_CERTIFICATE_REQUIRED"
    }

    backup_configuration {
      ${slip('enabled = true', 'enabled = false', 'google-sql-enable-backup')}
    }
  }
}
`,
  },
  {
    blocks: 2,
    text: ({ label, shared, slip, note }) => `resource "google_kms_key_ring" "${label}" {
  name     = "\${${shared.name}}-${label}"
  location = var.region
}

${note('Destroying it destroys the backups too.')}resource "google_kms_crypto_key" "${label}" {
  name            = "${label}"
  key_ring        = google_kms_key_ring.${label}.id
  rotation_period = ${slip('"7776000s"', '"31536000s"', 'google-kms-rotate-kms-keys')}

  lifecycle {
    prevent_destroy = true
  }
}
`,
  },
  {
    blocks: 1,
    text: ({ label, shared, slip }) => `resource "google_bigquery_dataset" "${label}" {
  dataset_id = "${label}"
  location   = "EU"

  access {
    role           = "READER"
    ${slip('group_by_email = "dashboard@acme.example"', 'special_group  = "allAuthenticatedUsers"', 'google-bigquery-no-public-access')}
  }

  default_encryption_configuration {
    kms_key_name = ${shared.key}
  }
}
`,
  },
  {
    blocks: 2,
    text: ({ label, shared, between }) => `resource "google_pubsub_topic" "${label}" {
  name         = "\${${shared.name}}-${label}"
  kms_key_name = ${shared.key}
  labels       = ${shared.tags}
}

resource "google_pubsub_subscription" "${label}" {
  for_each = toset(["search", "mail"])

  name                 = "\${google_pubsub_topic.${label}.name}-\${each.key}"
  topic                = google_pubsub_topic.${label}.id
  ack_deadline_seconds = ${between(10, 600)}

  expiration_policy {
    ttl = ""
  }
}
`,
  },
  {
    blocks: 1,
    text: ({ label, shared, slip, between }) => `resource "google_compute_subnetwork" "${label}" {
  name          = "\${${shared.name}}-${label}"
  network       = ${shared.vpc}
  region        = var.region
  ip_cidr_range = cidrsubnet("10.${between(0, 200)}.0.0/16", 4, 1)

  private_ip_google_access = true
${slip(
  `
  log_config {
    flow_sampling = 0.5
  }
`,
  '',
)}}
`,
  },
];
