resource "aws_dynamodb_table" "orders" {
  name     = "orders"
  hash_key = "id"
  tags     = { owner = var.team }
}

locals {
  first  = local.second
  second = local.first
}

module "missing" {
  source = "./modules/missing"
}

output "region" {
  value = "${module.network.region} ${local.regoin}"
}

locals {
  region = "eu-central-1"
}
