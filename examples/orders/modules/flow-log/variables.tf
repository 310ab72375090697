variable "name" {
  type = string
}

variable "vpc_id" {
  type = string
}

variable "traffic_type" {
  type    = string
  default = "ALL"

  validation {
    condition     = contains(["ACCEPT", "REJECT", "ALL"], var.traffic_type)
    error_message = "traffic_type is ACCEPT, REJECT or ALL."
  }
}

variable "retention_days" {
  type    = number
  default = 30
}

variable "kms_key_arn" {
  type    = string
  default = null
}
