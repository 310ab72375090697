variable "name" {
  type = string
}

variable "location" {
  type = string
}

variable "uniform_access" {
  type = bool
}

variable "readers" {
  type = list(string)
}
