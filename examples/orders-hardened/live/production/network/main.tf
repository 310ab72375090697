module "network" {
  source = "../../../stacks/network"

  name                = "harrow-${var.environment}"
  environment         = var.environment
  cidr                = var.cidr
  zones               = [for letter in var.zone_letters : "${var.region}${letter}"]
  single_nat_gateway  = var.single_nat_gateway
  flow_log_days       = var.flow_log_days
  toolbox             = var.toolbox
  interface_endpoints = var.interface_endpoints
}
