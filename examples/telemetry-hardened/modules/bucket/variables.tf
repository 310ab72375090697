variable "name" {
  type = string
}

variable "location" {
  type = string
}

variable "key_id" {
  description = "Key that the objects are encrypted with."
  type        = string
}

variable "log_bucket" {
  description = "Bucket that access is logged in."
  type        = string
}

variable "readers" {
  type    = list(string)
  default = []
}
