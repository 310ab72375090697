variable "name" {
  type = string

  validation {
    condition     = can(regex("^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$", var.name))
    error_message = "Bucket names are lower-case letters, digits and hyphens; no dots, they break TLS."
  }
}

variable "force_destroy" {
  type    = bool
  default = false
}

variable "kms_key_arn" {
  type        = string
  description = "Customer key for the objects. Only a bucket that receives logs does without."
  default     = null
}

variable "access_logs" {
  type = object({
    bucket = string
  })
  description = "An object rather than a string, because whether to log has to be known before the other bucket exists."
  default     = null
}

variable "receives_access_logs" {
  type    = bool
  default = false
}

variable "policy_documents" {
  type        = list(string)
  description = "JSON policy documents whose statements are added to the bucket policy."
  default     = []
}

variable "lifecycle_rules" {
  type = map(object({
    prefix             = optional(string, "")
    archive_after_days = optional(number)
    expire_after_days  = optional(number)
  }))
  default = {}
}

variable "tags" {
  type    = map(string)
  default = {}
}
