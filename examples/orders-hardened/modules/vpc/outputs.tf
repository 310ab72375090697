output "id" {
  value = aws_vpc.this.id
}

output "cidr" {
  value = aws_vpc.this.cidr_block
}

output "public_subnet_ids" {
  value = [for zone in var.zones : aws_subnet.public[zone].id]
}

output "private_subnet_ids" {
  value = [for zone in var.zones : aws_subnet.private[zone].id]
}

output "data_subnet_ids" {
  value = [for zone in var.zones : aws_subnet.data[zone].id]
}

output "private_route_table_ids" {
  value = values(aws_route_table.private)[*].id
}
