resource "acme_bucket" "logs" {
  bucket = "logs"
  tags   = { owner = "platform"

resource "acme_bucket" "other" {
  bucket = "other"
}
