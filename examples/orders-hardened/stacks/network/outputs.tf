output "vpc_id" {
  value = module.vpc.id
}

output "cidr" {
  value = module.vpc.cidr
}

output "public_subnet_ids" {
  value = module.vpc.public_subnet_ids
}

output "private_subnet_ids" {
  value = module.vpc.private_subnet_ids
}

output "data_subnet_ids" {
  value = module.vpc.data_subnet_ids
}

output "internal_zone_id" {
  value = aws_route53_zone.internal.zone_id
}

# What a security group may name instead of the internet.
output "gateway_prefix_lists" {
  value = { for name, endpoint in aws_vpc_endpoint.gateway : name => endpoint.prefix_list_id }
}
