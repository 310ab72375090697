# Café orders
resource "terraform_data" "cafe" {
  input = "café"
}
