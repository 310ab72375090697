variable "environment" {
  type = string
}

variable "trail" {
  type = object({
    own_key       = optional(bool, true)
    all_regions   = optional(bool, true)
    to_cloudwatch = optional(bool, true)
  })
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
  type        = list(string)
  description = "Empty means all."
  default     = []
}

variable "passwords" {
  type = object({
    length     = optional(number, 16)
    remembered = optional(number, 24)
    days       = optional(number, 90)
    symbols    = optional(bool, true)
  })
  default = {}
}

variable "groups" {
  type = map(object({
    actions = list(string)
    mfa     = optional(bool, true)
  }))
  default = {}
}

variable "monitoring_keys" {
  type        = map(string)
  description = "Whether each key is Active or Inactive, by the half-year it belongs to."
  default     = {}
}

variable "keeps_default_vpc" {
  type    = bool
  default = false
}

variable "block_public_buckets" {
  type    = bool
  default = true
}
