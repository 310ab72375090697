variable "name" {
  type = string
}

variable "environment" {
  type = string
}

variable "cidr" {
  type = string
}

variable "zones" {
  type = list(string)
}

variable "single_nat_gateway" {
  type    = bool
  default = false
}

variable "flow_log" {
  type = object({
    traffic_type   = optional(string, "ALL")
    retention_days = optional(number, 30)
  })
  default = {}
}

variable "interface_endpoints" {
  type    = set(string)
  default = ["ecr.api", "ecr.dkr", "logs", "secretsmanager"]
}

variable "bastion" {
  type = object({
    enabled       = optional(bool, false)
    allowed_cidrs = optional(list(string), [])
    instance_type = optional(string, "t4g.nano")
    imdsv2        = optional(bool, true)
    idle_minutes  = optional(number, 30)
  })
  default = {}
}
