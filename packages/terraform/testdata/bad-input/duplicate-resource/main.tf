resource "terraform_data" "carts" {
  input = "carts"
}

resource "terraform_data" "carts" {
  input = "more carts"
}

variable "size" {}

variable "size" {}
