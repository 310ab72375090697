# A machine with database clients. People come in through Session Manager, so it listens to nobody.

data "aws_ami" "toolbox" {
  most_recent = true
  owners      = ["amazon"]

  filter {
    name   = "name"
    values = ["al2023-ami-2023.*-arm64"]
  }
}

resource "aws_security_group" "toolbox" {
  name        = "${var.name}-toolbox"
  description = "Machine with database clients"
  vpc_id      = module.vpc.id
}

resource "aws_security_group_rule" "toolbox_out" {
  for_each = {
    postgres = 5432
    redis    = 6379
    https    = 443
  }

  type              = "egress"
  description       = "${each.key} inside the VPC"
  security_group_id = aws_security_group.toolbox.id
  protocol          = "tcp"
  from_port         = each.value
  to_port           = each.value
  cidr_blocks       = [var.cidr]
}

resource "aws_iam_role" "toolbox" {
  name = "${var.name}-toolbox"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "ec2.amazonaws.com" }
    }
  })
}

resource "aws_iam_role_policy_attachment" "toolbox" {
  role       = aws_iam_role.toolbox.name
  policy_arn = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"
}

resource "aws_iam_instance_profile" "toolbox" {
  name = "${var.name}-toolbox"
  role = aws_iam_role.toolbox.name
}

resource "aws_instance" "toolbox" {
  ami                         = data.aws_ami.toolbox.id
  instance_type               = var.toolbox.instance_type
  subnet_id                   = module.vpc.private_subnet_ids[0]
  vpc_security_group_ids      = [aws_security_group.toolbox.id]
  iam_instance_profile        = aws_iam_instance_profile.toolbox.name
  user_data_replace_on_change = true

  user_data = templatefile("${path.module}/toolbox-init.sh.tftpl", {
    hostname = "toolbox-${var.environment}"
    idle     = var.toolbox.idle_minutes
  })

  metadata_options {
    http_endpoint = "enabled"
    http_tokens   = "required"
  }

  root_block_device {
    volume_size = 12
    encrypted   = true
    kms_key_id  = module.key.arn
  }

  # Scratch space for database dumps that somebody looks into.
  ebs_block_device {
    device_name = "/dev/sdf"
    volume_size = 40
    encrypted   = true
    kms_key_id  = module.key.arn
  }

  tags = { Name = "${var.name}-toolbox" }
}
