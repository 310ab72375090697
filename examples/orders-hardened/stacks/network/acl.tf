locals {
  # Rule numbers leave gaps so that a rule can be squeezed in at night.
  data_rules = {
    postgres  = { number = 100, port = 5432 }
    redis     = { number = 110, port = 6379 }
    ephemeral = { number = 900, port = 1024, to_port = 65535 }
  }
}

resource "aws_network_acl" "data" {
  vpc_id     = module.vpc.id
  subnet_ids = module.vpc.data_subnet_ids

  tags = { Name = "${var.name}-data" }
}

resource "aws_network_acl_rule" "data_in" {
  for_each = local.data_rules

  network_acl_id = aws_network_acl.data.id
  rule_number    = each.value.number
  rule_action    = "allow"
  protocol       = "tcp"
  from_port      = each.value.port
  to_port        = try(each.value.to_port, each.value.port)
  cidr_block     = var.cidr
}

resource "aws_network_acl_rule" "data_out" {
  network_acl_id = aws_network_acl.data.id
  egress         = true
  rule_number    = 100
  rule_action    = "allow"
  protocol       = "tcp"
  from_port      = 1024
  to_port        = 65535
  cidr_block     = var.cidr
}
