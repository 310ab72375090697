resource "aws_security_group" "this" {
  name_prefix = "${var.name}-"
  description = var.description
  vpc_id      = var.vpc_id

  tags = merge(var.tags, { Name = var.name })

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_ingress_rule" "this" {
  for_each = var.ingress

  security_group_id = aws_security_group.this.id
  description       = each.value.description

  from_port   = each.value.port
  to_port     = coalesce(each.value.to_port, each.value.port)
  ip_protocol = each.value.protocol

  cidr_ipv4                    = each.value.cidr
  prefix_list_id               = each.value.prefix_list_id
  referenced_security_group_id = each.value.security_group_id
}

resource "aws_vpc_security_group_egress_rule" "this" {
  for_each = var.egress

  security_group_id = aws_security_group.this.id
  description       = each.value.description

  from_port   = each.value.port
  to_port     = each.value.port
  ip_protocol = "tcp"

  cidr_ipv4      = each.value.cidr
  prefix_list_id = each.value.prefix_list_id
}
