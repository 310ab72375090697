variable "name" {
  type = string
}

variable "vpc_id" {
  type = string
}

variable "retention_days" {
  type    = number
  default = 180
}

variable "kms_key_arn" {
  type = string
}
