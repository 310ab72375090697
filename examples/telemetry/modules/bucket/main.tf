resource "google_storage_bucket" "this" {
  name                        = var.name
  location                    = var.location
  uniform_bucket_level_access = var.uniform_access
}

resource "google_storage_bucket_iam_binding" "readers" {
  count = length(var.readers) > 0 ? 1 : 0

  bucket  = google_storage_bucket.this.name
  role    = "roles/storage.objectViewer"
  members = var.readers
}
