# The way in for people, until everybody has moved to Session Manager.

locals {
  bastions = var.bastion.enabled ? 1 : 0
}

data "aws_ami" "bastion" {
  most_recent = true
  owners      = ["amazon"]

  filter {
    name   = "name"
    values = ["al2023-ami-2023.*-arm64"]
  }
}

resource "aws_security_group" "bastion" {
  count = local.bastions

  name   = "${var.name}-bastion"
  vpc_id = module.vpc.id
}

resource "aws_security_group_rule" "bastion_ssh" {
  count = local.bastions

  type              = "ingress"
  description       = "SSH for people"
  security_group_id = aws_security_group.bastion[count.index].id
  protocol          = "tcp"
  from_port         = 22
  to_port           = 22
  cidr_blocks       = var.bastion.allowed_cidrs
}

resource "aws_security_group_rule" "bastion_ping" {
  count = local.bastions

  type              = "ingress"
  security_group_id = aws_security_group.bastion[count.index].id
  protocol          = "icmp"
  from_port         = 8
  to_port           = 0
  cidr_blocks       = [var.cidr]
}

resource "aws_security_group_rule" "bastion_out" {
  count = local.bastions

  type              = "egress"
  description       = "Into the VPC only"
  security_group_id = aws_security_group.bastion[count.index].id
  protocol          = "-1"
  from_port         = 0
  to_port           = 0
  cidr_blocks       = [var.cidr]
}

resource "aws_iam_role" "bastion" {
  count = local.bastions

  name = "${var.name}-bastion"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "ec2.amazonaws.com" }
    }
  })
}

resource "aws_iam_role_policy_attachment" "bastion_ssm" {
  count = local.bastions

  role       = aws_iam_role.bastion[count.index].name
  policy_arn = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"
}

resource "aws_iam_instance_profile" "bastion" {
  count = local.bastions

  name = "${var.name}-bastion"
  role = aws_iam_role.bastion[count.index].name
}

resource "aws_instance" "bastion" {
  count = local.bastions

  ami                         = data.aws_ami.bastion.id
  instance_type               = var.bastion.instance_type
  subnet_id                   = module.vpc.public_subnet_ids[count.index]
  vpc_security_group_ids      = aws_security_group.bastion[*].id
  iam_instance_profile        = aws_iam_instance_profile.bastion[count.index].name
  associate_public_ip_address = true
  user_data_replace_on_change = true

  user_data = templatefile("${path.module}/bastion-init.sh.tftpl", {
    hostname = "bastion-${var.environment}"
    idle     = var.bastion.idle_minutes
  })

  metadata_options {
    http_endpoint = "enabled"
    http_tokens   = var.bastion.imdsv2 ? "required" : "optional"
  }

  root_block_device {
    volume_size = 12
    encrypted   = true
  }

  # Scratch space for database dumps that somebody looks into.
  ebs_block_device {
    device_name = "/dev/sdf"
    volume_size = 40
  }

  tags = { Name = "${var.name}-bastion" }
}

resource "aws_route53_record" "bastion" {
  count = local.bastions

  zone_id = aws_route53_zone.internal.zone_id
  name    = "bastion"
  type    = "A"
  ttl     = 300
  records = [aws_instance.bastion[count.index].private_ip]
}
