variable "name" {
  type = string
}

variable "hash_key" {
  type = string
}

variable "range_key" {
  type    = string
  default = null
}

variable "key_types" {
  type        = map(string)
  description = "Types of key attributes that are not strings: N or B."
  default     = {}
}

variable "indexes" {
  type = map(object({
    hash_key   = string
    range_key  = optional(string)
    projection = optional(string, "ALL")
  }))
  default = {}
}

variable "capacity" {
  type = object({
    read  = number
    write = number
  })
  description = "Provisioned units; null bills by request."
  default     = null
}

variable "stream_view" {
  type    = string
  default = null
}

variable "ttl_attribute" {
  type    = string
  default = null
}

variable "kms_key_arn" {
  type = string
}

variable "tags" {
  type    = map(string)
  default = {}
}
