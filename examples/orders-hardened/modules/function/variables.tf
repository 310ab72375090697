variable "name" {
  type = string
}

variable "description" {
  type    = string
  default = null
}

variable "runtime" {
  type    = string
  default = "nodejs22.x"
}

variable "handler" {
  type    = string
  default = "index.handler"
}

variable "timeout_seconds" {
  type    = number
  default = 15
}

variable "memory" {
  type    = number
  default = 256
}

variable "package" {
  type = object({
    bucket = string
    key    = string
  })
}

variable "environment" {
  type    = map(string)
  default = {}
}

variable "kms_key_arn" {
  type = string
}

variable "log_kms_key_arn" {
  type = string
}

variable "callers" {
  type = map(object({
    service    = string
    source_arn = string
  }))
  default = {}
}

variable "policies" {
  type        = map(string)
  description = "JSON policies of the function's role, by name."
  default     = {}
}
