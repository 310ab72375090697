variable "name" {
  default = "carts"
}

variable "size" {
  type    = number
  default = 1
}

resource "terraform_data" "carts" {
  input = var.name
}
