locals {
  first  = "${local.second}-1"
  second = "${local.third}-2"
  third  = "${local.first}-3"
  alone  = "carts"
}

resource "terraform_data" "orders" {
  input = local.first
}

resource "terraform_data" "carts" {
  input = local.alone
}
