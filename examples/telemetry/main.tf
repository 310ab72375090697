module "bucket" {
  source   = "./modules/bucket"
  for_each = var.buckets

  name           = "${var.project}-${each.key}"
  location       = var.region
  uniform_access = each.value.uniform_access
  readers        = each.value.readers
}

resource "google_kms_key_ring" "telemetry" {
  name     = "telemetry"
  location = var.region
}

resource "google_kms_crypto_key" "telemetry" {
  name     = "telemetry"
  key_ring = google_kms_key_ring.telemetry.id
}

resource "google_bigquery_dataset" "measurements" {
  dataset_id = "measurements"
  location   = "EU"

  access {
    role          = "READER"
    special_group = "allAuthenticatedUsers"
  }
}
