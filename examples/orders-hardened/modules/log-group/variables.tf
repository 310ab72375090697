variable "name" {
  type        = string
  description = "Name of the log group, with its leading slash."
}

variable "retention_days" {
  type        = number
  description = "Days after which CloudWatch forgets the lines."
  default     = 90
}

variable "kms_key_arn" {
  type        = string
  description = "Key that encrypts the lines."
}

variable "metric_filters" {
  type = map(object({
    pattern   = string
    namespace = optional(string)
  }))
  description = "Counters to derive from the lines, by metric name."
  default     = {}
}

variable "tags" {
  type    = map(string)
  default = {}
}
