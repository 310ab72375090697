variable "name" {
  type = string
}

variable "cidr" {
  type        = string
  description = "A /16. Subnets are cut from it by zone."

  validation {
    condition     = can(cidrhost(var.cidr, 0)) && endswith(var.cidr, "/16")
    error_message = "The address plan needs a /16."
  }
}

variable "zones" {
  type = list(string)
}

variable "single_nat_gateway" {
  type        = bool
  description = "Saves money where an outage of one zone may take the internet with it."
  default     = false
}

variable "log_key_arn" {
  type        = string
  description = "Key for the flow logs."
}

variable "flow_log_days" {
  type    = number
  default = 180
}

variable "tags" {
  type    = map(string)
  default = {}
}
