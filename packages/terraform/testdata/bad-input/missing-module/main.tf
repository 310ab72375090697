module "network" {
  source = "./modules/network"
}

resource "terraform_data" "carts" {
  input = "carts"
}

output "subnet" {
  value = module.network.subnet_id
}
