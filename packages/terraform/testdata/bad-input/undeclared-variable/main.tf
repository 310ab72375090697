variable "region" {
  default = "eu-west-1"
}

resource "terraform_data" "orders" {
  input = var.regoin
}

resource "terraform_data" "carts" {
  input = var.region
}
