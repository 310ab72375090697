variable "name" {
  type = string
}

variable "database" {
  type = string
}

variable "engine_version" {
  type    = string
  default = "16.4"
}

variable "instance_class" {
  type = string
}

variable "storage_gib" {
  type    = number
  default = 50
}

variable "parameters" {
  type    = map(string)
  default = {}
}

variable "multi_az" {
  type    = bool
  default = true
}

variable "backup_days" {
  type    = number
  default = 14
}

variable "kms_key_arn" {
  type = string
}

variable "vpc_id" {
  type = string
}

variable "subnet_ids" {
  type = list(string)
}

variable "client_cidrs" {
  type        = map(string)
  description = "Networks that may connect, by name."
}

variable "tags" {
  type    = map(string)
  default = {}
}
