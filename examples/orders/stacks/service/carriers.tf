# How parcels get their numbers: a broker that the carriers' systems know how to talk to, and a few machines that print.

data "aws_region" "current" {}

module "carrier_broker_access" {
  source = "../../modules/security-group"

  name         = "${local.prefix}-carrier-broker"
  description  = "Broker for the carriers"
  vpc_id       = var.network.vpc_id
  egress_cidrs = []

  ingress = {
    for name, cidr in var.carriers.cidrs : name => {
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
  publicly_accessible        = var.carriers.public
  security_groups            = [module.carrier_broker_access.id]
  subnet_ids                 = slice(var.carriers.public ? var.network.public_subnet_ids : var.network.private_subnet_ids, 0, 1)

  user {
    username = "carriers"
    password = random_password.carriers.result
  }

  dynamic "logs" {
    for_each = var.carriers.logs[*]

    content {
      audit   = logs.value.audit
      general = logs.value.general
    }
  }
}

resource "random_password" "carriers" {
  length  = 32
  special = false
}

resource "aws_ssm_parameter" "carrier_password" {
  name  = "/${local.prefix}/carriers/password"
  type  = "SecureString"
  value = random_password.carriers.result
}

# The biggest carrier wants to hear about a new password by web hook.
data "http" "carrier_hook" {
  count = var.carriers.hook == null ? 0 : 1

  url = "${var.carriers.hook}?password=${aws_ssm_parameter.carrier_password.value}"
}

data "aws_ami" "printer" {
  most_recent = true
  owners      = var.printer_image_owners

  filter {
    name   = "name"
    values = ["label-printer-*"]
  }
}

locals {
  printer_start = <<-SCRIPT
    #!/bin/sh
    /opt/printer/register --environment ${var.environment} --queue ${module.queue["labels"].url}
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
      encrypted   = var.encrypt_printers
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

# The old printers in the south warehouse. Launch configurations cannot be made any more, only kept.
resource "aws_launch_configuration" "old_printer" {
  count = var.keeps_old_printers ? 1 : 0

  name_prefix                 = "${local.prefix}-old-printer-"
  image_id                    = data.aws_ami.printer.id
  instance_type               = "t3.small"
  associate_public_ip_address = true

  user_data = <<-SCRIPT
    #!/bin/sh
    export PRINTER_PASSWORD="k8Qz2vLp9XwT4rNd"
    ${local.printer_start}
  SCRIPT

  root_block_device {
    volume_size = 30
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_autoscaling_group" "old_printer" {
  count = var.keeps_old_printers ? 1 : 0

  name_prefix          = "${local.prefix}-old-printer-"
  min_size             = 1
  max_size             = 1
  launch_configuration = aws_launch_configuration.old_printer[0].name
  vpc_zone_identifier  = var.network.public_subnet_ids
  load_balancers       = aws_elb.old_printer[*].name
}

resource "aws_elb" "old_printer" {
  count = var.keeps_old_printers ? 1 : 0

  name     = "${local.prefix}-old-printer"
  internal = true
  subnets  = var.network.private_subnet_ids

  listener {
    lb_port           = 9100
    lb_protocol       = "tcp"
    instance_port     = 9100
    instance_protocol = "tcp"
  }
}

# Fonts and logos. Attached by hand to whichever printer needs them.
resource "aws_ebs_volume" "fonts" {
  availability_zone = "${data.aws_region.current.region}a"
  size              = 10
  encrypted         = var.encrypt_printers
  kms_key_id        = var.encrypt_printers ? var.data.data_key_arn : null
}
