resource "acme_server" "web" {
  instance_type = "m5.24xlarge"

  tags = { Owner = "platform" }
}

variable "size" {
  default = "t3.small"
}

variable "unknown_size" {}

resource "acme_server" "worker" {
  instance_type = var.size

  tags = { CostCentre = "4711", Owner = "platform" }
}

resource "acme_server" "undecided" {
  instance_type = var.unknown_size

  tags = { CostCentre = "4711" }
}
