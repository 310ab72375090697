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

variable "flow_log_days" {
  type    = number
  default = 180
}

variable "interface_endpoints" {
  type    = set(string)
  default = ["ecr.api", "ecr.dkr", "logs", "secretsmanager"]
}

variable "toolbox" {
  type = object({
    instance_type = optional(string, "t4g.nano")
    idle_minutes  = optional(number, 30)
  })
  default = {}
}
