variable "region" {
  type    = string
  default = "eu-west-1"
}

variable "environment" {
  type = string
}

variable "protect_data" {
  type    = bool
  default = true
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

variable "careers_host" {
  type    = string
  default = null
}

variable "partner_role_arns" {
  type = list(string)
}

variable "encrypt_events" {
  type    = bool
  default = true
}

variable "encrypt_shared_files" {
  type    = bool
  default = true
}

variable "rotate_keys" {
  type    = bool
  default = true
}

variable "validate_trail" {
  type    = bool
  default = true
}

variable "old_shop_reads_pictures" {
  type    = bool
  default = false
}
