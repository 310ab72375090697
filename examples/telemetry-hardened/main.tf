module "bucket" {
  source   = "./modules/bucket"
  for_each = var.buckets

  name       = "${var.project}-${each.key}"
  location   = var.region
  key_id     = google_kms_crypto_key.telemetry.id
  log_bucket = module.log_bucket.name
  readers    = each.value.readers
}

# Where the other buckets write who read what; it logs into itself.
module "log_bucket" {
  source = "./modules/bucket"

  name       = "${var.project}-logs"
  location   = var.region
  key_id     = google_kms_crypto_key.telemetry.id
  log_bucket = "${var.project}-logs"
}

resource "google_kms_key_ring" "telemetry" {
  name     = "telemetry"
  location = var.region
}

resource "google_kms_crypto_key" "telemetry" {
  name            = "telemetry"
  key_ring        = google_kms_key_ring.telemetry.id
  rotation_period = "7776000s"

  lifecycle {
    prevent_destroy = true
  }
}

resource "google_bigquery_dataset" "measurements" {
  dataset_id = "measurements"
  location   = "EU"

  access {
    role           = "READER"
    group_by_email = "dashboard@harrowlane.example"
  }

  default_encryption_configuration {
    kms_key_name = google_kms_crypto_key.telemetry.id
  }
}
