# How parcels get their numbers: a broker that the carriers' systems know how to talk to, and a few machines that print.

data "aws_region" "current" {}

module "carrier_broker_access" {
  source = "../../modules/security-group"

  name        = "${local.prefix}-carrier-broker"
  description = "Broker for the carriers"
  vpc_id      = var.network.vpc_id

  ingress = {
    for name, cidr in var.carrier_cidrs : name => {
      description = "AMQP over TLS from ${name}"
      port        = 5671
      cidr        = cidr
    }
  }
}

resource "aws_mq_broker" "carriers" {
  broker_name                = "${local.prefix}-carriers"
  engine_type                = "ActiveMQ"
  engine_version             = "5.18"
  host_instance_type         = "mq.t3.micro"
  auto_minor_version_upgrade = true
  publicly_accessible        = false
  security_groups            = [module.carrier_broker_access.id]
  subnet_ids                 = slice(var.network.private_subnet_ids, 0, 1)

  user {
    username = "carriers"
    password = random_password.carriers.result
  }

  logs {
    audit   = true
    general = true
  }
}

resource "random_password" "carriers" {
  length  = 32
  special = false
}

resource "aws_ssm_parameter" "carrier_password" {
  name   = "/${local.prefix}/carriers/password"
  type   = "SecureString"
  key_id = var.data.data_key_arn
  value  = random_password.carriers.result
}

data "aws_ami" "printer" {
  most_recent = true
  owners      = ["self"]

  filter {
    name   = "name"
    values = ["label-printer-*"]
  }
}

locals {
  printer_start = <<-SCRIPT
    #!/bin/sh
    /opt/printer/register --environment ${var.environment} --queue ${local.prefix}-labels
  SCRIPT
}

resource "aws_launch_template" "printer" {
  name_prefix   = "${local.prefix}-printer-"
  image_id      = data.aws_ami.printer.id
  instance_type = "t4g.small"
  user_data     = base64encode(local.printer_start)

  metadata_options {
    http_tokens = "required"
  }

  network_interfaces {
    associate_public_ip_address = false
  }

  block_device_mappings {
    device_name = "/dev/sda1"

    ebs {
      volume_size = 20
      encrypted   = true
      kms_key_id  = var.data.data_key_arn
    }
  }
}

resource "aws_autoscaling_group" "printer" {
  name_prefix         = "${local.prefix}-printer-"
  min_size            = 1
  max_size            = 2
  vpc_zone_identifier = var.network.private_subnet_ids

  launch_template {
    id      = aws_launch_template.printer.id
    version = "$Latest"
  }
}

# Fonts and logos. Attached by hand to whichever printer needs them.
resource "aws_ebs_volume" "fonts" {
  availability_zone = "${data.aws_region.current.region}a"
  size              = 10
  encrypted         = true
  kms_key_id        = var.data.data_key_arn
}
