resource "aws_instance" "web" {
  instance_type = "m5.24xlarge"
  ami           = "ami-0a1b2c3d4e5f"

  metadata_options {
    http_tokens = "required"
  }

  tags = { Owner = "platform" }
}

variable "size" {
  default = "t3.small"
}

variable "unknown_size" {}

resource "aws_instance" "worker" {
  instance_type = var.size
  ami           = "ami-0a1b2c3d4e5f"

  metadata_options {
    http_tokens = "required"
  }

  tags = { CostCentre = "4711", Owner = "platform" }
}

resource "aws_instance" "undecided" {
  instance_type = var.unknown_size
  ami           = "ami-0a1b2c3d4e5f"

  metadata_options {
    http_tokens = "required"
  }

  tags = { CostCentre = "4711" }
}
