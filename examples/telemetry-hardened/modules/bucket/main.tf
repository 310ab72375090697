resource "google_storage_bucket" "this" {
  name                        = var.name
  location                    = var.location
  uniform_bucket_level_access = true
  public_access_prevention    = "enforced"

  versioning {
    enabled = true
  }

  logging {
    log_bucket = var.log_bucket
  }

  encryption {
    default_kms_key_name = var.key_id
  }
}

resource "google_storage_bucket_iam_binding" "readers" {
  count = length(var.readers) > 0 ? 1 : 0

  bucket  = google_storage_bucket.this.name
  role    = "roles/storage.objectViewer"
  members = var.readers
}
