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

variable "flow_log_days" {
  type    = number
  default = 180
}

variable "interface_endpoints" {
  type    = set(string)
  default = ["ecr.api", "ecr.dkr", "logs", "secretsmanager", "ssm", "ssmmessages"]
}

variable "toolbox" {
  type    = object({ instance_type = optional(string), idle_minutes = optional(number) })
  default = {}
}
