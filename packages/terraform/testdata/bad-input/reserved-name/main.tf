variable "count" {
  default = 1
}

resource "terraform_data" "1carts" {
  input = "one"
}

resource "terraform_data" "carts" {
  input = "carts"
}
