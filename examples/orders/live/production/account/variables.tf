variable "region" {
  type    = string
  default = "eu-west-1"
}

variable "environment" {
  type = string
}

variable "trail" {
  type    = object({ own_key = optional(bool), all_regions = optional(bool), to_cloudwatch = optional(bool) })
  default = {}
}

variable "log_bucket_access" {
  type    = bool
  default = true
}

variable "encrypt_alarms" {
  type    = bool
  default = true
}

variable "aggregated_account_ids" {
  type = list(string)
}

variable "aggregated_regions" {
  type    = list(string)
  default = []
}

variable "passwords" {
  type = object({
    length     = optional(number)
    remembered = optional(number)
    days       = optional(number)
    symbols    = optional(bool)
  })
  default = {}
}

variable "groups" {
  type = any
}

variable "monitoring_keys" {
  type    = map(string)
  default = {}
}

variable "keeps_default_vpc" {
  type    = bool
  default = false
}

variable "block_public_buckets" {
  type    = bool
  default = true
}
