variable "name" {
  type = string
}

variable "resource_group_name" {
  type = string
}

variable "location" {
  type = string
}

variable "https_only" {
  type = bool
}

variable "tls" {
  type = string
}

variable "replication" {
  type = string
}

variable "tags" {
  type    = map(string)
  default = {}
}
