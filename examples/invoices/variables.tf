variable "location" {
  type    = string
  default = "westeurope"
}

variable "office_ranges" {
  description = "Where the accountants sit."
  type        = list(string)
}

variable "admin_password" {
  description = "Of the database server; from the pipeline."
  type        = string
  sensitive   = true
}

variable "stores" {
  description = "Storage accounts by purpose."
  type = map(object({
    https_only  = optional(bool, true)
    tls         = optional(string, "TLS1_2")
    replication = optional(string, "GRS")
  }))
}
