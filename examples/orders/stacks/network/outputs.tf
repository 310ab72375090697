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

output "bastion_security_group_id" {
  value = one(aws_security_group.bastion[*].id)
}
