module "again" {
  source = "./"
}

resource "terraform_data" "carts" {
  input = "carts"
}
