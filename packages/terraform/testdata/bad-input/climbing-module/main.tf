module "outside" {
  source = "../../../../../../../../../etc"
}

resource "terraform_data" "carts" {
  input = "carts"
}
