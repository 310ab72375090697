resources "terraform_data" "orders" {
  input = "orders"
}

resource "terraform_data" {
  input = "unnamed"
}

resource "terraform_data" "carts" {
  input = "carts"
}
