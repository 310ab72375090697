resource "terraform_data" "carts" {
  input = "carts"
}
