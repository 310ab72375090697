module "a" {
  source = "./echo"
  value  = module.b.value
}

module "b" {
  source = "./echo"
  value  = module.a.value
}

resource "terraform_data" "orders" {
  input = module.a.value
}

resource "terraform_data" "carts" {
  input = "carts"
}
