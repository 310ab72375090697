variable "region" {
  type    = string
  default = "eu-west-1"
}

variable "environment" {
  type = string
}

variable "cidr" {
  type = string
}

variable "zone_letters" {
  type    = list(string)
  default = ["a", "b", "c"]
}

variable "single_nat_gateway" {
  type    = bool
  default = false
}

variable "flow_log" {
  type    = object({ traffic_type = optional(string), retention_days = optional(number) })
  default = {}
}

variable "interface_endpoints" {
  type    = set(string)
  default = ["ecr.api", "ecr.dkr", "logs", "secretsmanager"]
}

variable "bastion" {
  type = object({
    enabled       = optional(bool)
    allowed_cidrs = optional(list(string))
    imdsv2        = optional(bool)
    idle_minutes  = optional(number)
  })
  default = {}
}
