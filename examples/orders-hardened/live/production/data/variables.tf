variable "region" {
  type    = string
  default = "eu-west-1"
}

variable "environment" {
  type = string
}

# The shapes of these are the business of the data stack.

variable "tables" {
  type = any
}

variable "orders_db" {
  type = any
}

variable "reporting_db" {
  type    = any
  default = null
}

variable "sessions_cache" {
  type = any
}

variable "catalogue" {
  type    = any
  default = {}
}

variable "backup_schedules" {
  type = any
}

variable "partner_role_arns" {
  type = list(string)
}
